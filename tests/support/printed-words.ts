import { execFileSync } from 'node:child_process'
import { findTool } from './tools.ts'

const MM_PER_POINT = 25.4 / 72
/** A title has 22 pt, the watermark 96 pt. */
const TALLEST = 25
/** A word of a PDF and where it stands, in millimetres from the top left corner of its sheet. */
export interface PrintedWord {
  text: string
  left: number
  right: number
  top: number
  bottom: number
}
export interface PrintedSheet {
  width: number
  height: number
  words: PrintedWord[]
}

export const POPPLER = ['pdftotext', 'pdftoppm', 'pdfinfo', 'pdffonts'] as const
export const hasPoppler = (): boolean => POPPLER.every((tool) => findTool(tool) !== null)

/** Runs one of the poppler tools. @returns what it writes */
export const poppler = (tool: (typeof POPPLER)[number], ...given: string[]): Buffer =>
  execFileSync(findTool(tool)!, given, { maxBuffer: 1024 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] })

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'" }
/**
 * Text as it is compared: a PDF has no spaces where a line is broken or a word of Chinese begins, and some fonts give a character as
 * the radical that looks the same.
 */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** The words of every sheet. What is taller than a title is the watermark, and is left out. */
export function sheetsOf(file: string, { from = 1, to = 100_000 }: { from?: number; to?: number } = {}): PrintedSheet[] {
  const html = poppler('pdftotext', '-bbox', '-f', String(from), '-l', String(to), file, '-').toString()
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(([, width, height, inside]) => ({
    width: Number(width) * MM_PER_POINT,
    height: Number(height) * MM_PER_POINT,
    words: [...inside!.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g)]
      .map(([, left, top, right, bottom, text]): PrintedWord => ({
        text: text!.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] ?? entity),
        left: Number(left) * MM_PER_POINT,
        right: Number(right) * MM_PER_POINT,
        top: Number(top) * MM_PER_POINT,
        bottom: Number(bottom) * MM_PER_POINT,
      }))
      .filter((word) => word.bottom - word.top < TALLEST),
  }))
}

/** Words line by line, as they are read, without spaces. */
export function said(words: readonly PrintedWord[]): string {
  const lines: PrintedWord[][] = []
  for (const word of words.toSorted((a, b) => a.top + a.bottom - b.top - b.bottom)) {
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last[0]!.top + last[0]!.bottom - word.top - word.bottom) < 3) last.push(word)
    else lines.push([word])
  }
  return plain(
    lines
      .flatMap((line) => line.toSorted((a, b) => a.left - b.left))
      .map((each) => each.text)
      .join(''),
  )
}

/** The text of a whole sheet, line by line across its columns, without spaces. */
export const textOf = (sheet: PrintedSheet): string => said(sheet.words)
