import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { RESOURCES, temporaryFolder } from '../support/project.ts'
import { poppler } from '../support/printed-words.ts'
import { runCli } from '../support/run-cli.ts'
import { whyNot } from './printing-host.ts'
import { inFull } from '../support/in-full.ts'

const reason = whyNot()
const { folder, remove } = temporaryFolder('trouble')
afterAll(remove)
beforeEach((context) => {
  if (reason !== null) context.skip(reason)
})

const SAMPLE = join(RESOURCES, 'sample-city.xlsx')
const print = (file: string, env: Record<string, string> = {}) =>
  runCli(['print', SAMPLE, '--table', 'payers', '--out', file, '--lang', 'zh'], { env })

const LATIN_FONTS = '/usr/share/fonts/truetype/dejavu'
/** A computer with Latin fonts only. */
function withoutChineseFonts(): Record<string, string> {
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${LATIN_FONTS}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  )
  return { FONTCONFIG_FILE: file }
}

describe('fonts', () => {
  it('without any Chinese font no PDF of boxes is made: it is said which fonts would do', (context) => {
    if (!existsSync(LATIN_FONTS)) context.skip('fonts of this test are not installed (Debian: fonts-dejavu-core)')
    const file = join(folder, 'boxes.pdf')
    const { status, stderr } = print(file, withoutChineseFonts())
    expect(status).toBe(1)
    expect(stderr).toContain('这台电脑没有中文字体')
    expect(existsSync(file)).toBe(false)
  })

  inFull('where the official fonts are missing others take their place, and all are in the file', () => {
    const file = join(folder, 'fallback.pdf')
    expect(print(file).status).toBe(0)
    const fonts = poppler('pdffonts', file).toString().trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    // Columns: embedded, subset, with a table that gives back the text. A drawn font is always whole.
    for (const font of fonts) expect(font).toMatch(/\syes\s+(yes|no)\s+yes\s+\d+\s+\d+$/)
  })
})

describe("a target that can't be written", () => {
  /** A disk of 64 KB with a former file on it. */
  const smallDisk = (): string | null => {
    const place = join(folder, 'disk')
    mkdirSync(place)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' })
    } catch {
      return null
    }
    onTestFinished(() => void execFileSync('umount', [place]))
    return place
  }

  it('because the disk is full: it is said, the former file is whole, and nothing lies beside it', (context) => {
    const disk = smallDisk()
    if (disk === null) return context.skip("a small disk can't be mounted here (needs root on Linux)")
    const file = join(disk, 'former.pdf')
    writeFileSync(file, 'former')
    const { status, stderr } = print(file)
    expect({ status, said: stderr.includes('磁盘已满'), file: stderr.includes('former.pdf') }).toEqual({
      status: 1,
      said: true,
      file: true,
    })
    expect(readFileSync(file, 'utf8')).toBe('former')
    expect(readdirSync(disk)).toEqual(['former.pdf'])
  })

  it('because it is a folder: it is said', () => {
    const place = join(folder, 'a folder.pdf')
    mkdirSync(place)
    expect(print(place)).toMatchObject({ status: 1, stderr: expect.stringContaining('a folder.pdf') })
  })
})
