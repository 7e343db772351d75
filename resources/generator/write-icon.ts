import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

// Draws resources/icons/icon.svg in every size that systems ask for: node resources/generator/write-icon.ts
// (CHROMIUM_PATH names a browser).

const icons = join(import.meta.dirname, '..', 'icons')
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const
/** Names of a Mac's pictures by size: https://en.wikipedia.org/wiki/Apple_Icon_Image_format */
const MAC_NAMES: Readonly<Record<number, string>> = { 128: 'ic07', 256: 'ic08', 512: 'ic09' }
/** The largest of a Windows icon, which is written as 0. */
const LARGEST_OF_WINDOWS = 256

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage()
const pictures: { size: number; bytes: Buffer }[] = []
for (const size of SIZES) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${readFileSync(join(icons, 'icon.svg'), 'utf8')}`)
  pictures.push({ size, bytes: await page.screenshot({ omitBackground: true }) })
}
await browser.close()

/** Pictures within one file, each with an entry of 16 bytes before all of them: https://en.wikipedia.org/wiki/ICO_(file_format) */
function windowsIcon(): Buffer {
  const own = pictures.filter(({ size }) => size <= LARGEST_OF_WINDOWS)
  const head = Buffer.from([0, 0, 1, 0, own.length, 0])
  let offset = head.length + 16 * own.length
  const entries = own.map(({ size, bytes }) => {
    const entry = Buffer.alloc(16)
    entry[0] = entry[1] = size % LARGEST_OF_WINDOWS
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(bytes.length, 8)
    entry.writeUInt32LE(offset, 12)
    offset += bytes.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...own.map(({ bytes }) => bytes)])
}

const block = (name: string, content: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(name)
  head.writeUInt32BE(8 + content.length, 4)
  return Buffer.concat([head, content])
}
const macIcon = (): Buffer =>
  block('icns', Buffer.concat(pictures.flatMap(({ size, bytes }) => (MAC_NAMES[size] ? [block(MAC_NAMES[size], bytes)] : []))))

writeFileSync(join(icons, 'icon.ico'), windowsIcon())
writeFileSync(join(icons, 'icon.icns'), macIcon())
// Linux takes pictures by their size.
for (const { size, bytes } of pictures) if (size >= 48) writeFileSync(join(icons, `${size}x${size}.png`), bytes)
