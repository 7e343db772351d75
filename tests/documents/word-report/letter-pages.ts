import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'vitest'
import { savedByOffice } from '../../support/office.ts'
import { findTool, requireTool } from '../../support/tools.ts'

const PIXELS_PER_MM = 4

/** For a test that looks at letters on paper: skips it, with the reason, where LibreOffice Writer or poppler is missing. */
export function requireWriter(context: TestContext): void {
  const office = requireTool(context, 'soffice', 'libreoffice-writer')
  if (!existsSync(join(dirname(realpathSync(office)), 'swriter')))
    context.skip('LibreOffice Writer is not installed (Debian: libreoffice-writer)')
  for (const tool of ['pdftotext', 'pdfinfo', 'pdftoppm']) requireTool(context, tool, 'poppler-utils')
}

/** A word on a page, in millimetres from the upper left corner. */
export interface PlacedWord {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}
export interface LetterPage {
  /** Without blanks, and without the page number. */
  text: string
  words: PlacedWord[]
  number: PlacedWord[]
  /** How high and wide an area of a colour is, in millimetres. */
  extentOf(colour: readonly [number, number, number]): { width: number; height: number }
}

const MM_PER_POINT = 25.4 / 72
const entities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

function extent(picture: Buffer, [red, green, blue]: readonly [number, number, number]): { width: number; height: number } {
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/
    .exec(picture.subarray(0, 40).toString('latin1'))!
    .map((each, at) => (at === 0 ? each.length : Number(each))) as [number, number, number]
  const isIt = (pixel: number): boolean => [red, green, blue].every((part, at) => Math.abs(picture[head + 3 * pixel + at]! - part) < 40)
  const found = Array.from({ length: width * height }, (_, pixel) => pixel).filter(isIt)
  if (found.length === 0) return { width: 0, height: 0 }
  const size = (places: number[]): number =>
    (places.reduce((most, each) => Math.max(most, each), 0) - places.reduce((least, each) => Math.min(least, each), Infinity) + 1) /
    PIXELS_PER_MM
  return { width: size(found.map((pixel) => pixel % width)), height: size(found.map((pixel) => Math.floor(pixel / width))) }
}

/** A Word file as LibreOffice prints it, page by page. */
export async function pagesOf(docx: Uint8Array): Promise<LetterPage[]> {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-letter-'))
  const run = (tool: string, ...given: string[]): Buffer =>
    execFileSync(findTool(tool)!, given, {
      cwd: folder,
      maxBuffer: 256 * 1024 * 1024,
      timeout: 110_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  try {
    writeFileSync(join(folder, 'letter.pdf'), (await savedByOffice([docx], 'docx', 'pdf'))[0]!)
    const count = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', 'letter.pdf').toString())![1])
    return Array.from({ length: count }, (_, at): LetterPage => {
      const range = ['-f', String(at + 1), '-l', String(at + 1)]
      const words = [
        ...run('pdftotext', ...range, '-bbox', 'letter.pdf', '-')
          .toString()
          .matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g),
      ].map(([, left, top, right, bottom, text]) => ({
        text: entities(text!),
        left: Number(left) * MM_PER_POINT,
        top: Number(top) * MM_PER_POINT,
        right: Number(right) * MM_PER_POINT,
        bottom: Number(bottom) * MM_PER_POINT,
      }))
      // The text area ends at 262 mm; below is the page number.
      const picture = run('pdftoppm', ...range, '-r', String(25.4 * PIXELS_PER_MM), 'letter.pdf')
      return {
        text: run('pdftotext', ...range, '-raw', 'letter.pdf', '-')
          .toString()
          .replace(/—\s*\d+\s*—/, '')
          .replace(/\s/g, ''),
        words: words.filter((word) => word.top < 262),
        number: words.filter((word) => word.top >= 262),
        extentOf: (colour) => extent(picture, colour),
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
