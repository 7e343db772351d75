import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { findTool } from '../../support/tools.ts'
import { savedFile } from './app.ts'

const run = (tool: string, ...given: string[]): Buffer => execFileSync(findTool(tool)!, given, { maxBuffer: 256 * 1024 * 1024 })
export const hasPoppler = (): boolean => ['pdftotext', 'pdfinfo', 'pdffonts', 'pdftoppm'].every((tool) => findTool(tool) !== null)

/** @returns the text of a PDF, one string a sheet, laid out as on paper */
export const textOf = (file: string): string[] =>
  run('pdftotext', '-layout', file, '-')
    .toString()
    .split('\f')
    .filter((sheet) => sheet.trim() !== '')
/** @returns width and height of the sheets in millimetres, and how many there are */
export function sheetsOf(file: string): { width: number; height: number; count: number } {
  const text = run('pdfinfo', file).toString()
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(text)!.map((each) => Math.round((Number(each) / 72) * 25.4))
  return { width: width!, height: height!, count: Number(/Pages:\s+(\d+)/.exec(text)![1]) }
}
/** @returns how many fonts a PDF uses, and how many of them are inside of it */
export function fontsOf(file: string): { used: number; embedded: number } {
  const lines = run('pdffonts', file).toString().trim().split('\n').slice(2)
  return { used: lines.length, embedded: lines.filter((line) => /\s+yes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.test(line)).length }
}

const PIXELS_PER_MM = 5
const DARK = 150

/** A sheet as ink: where it is dark, in millimetres from its corner. The watermark is too light to count. */
export function inkOf(file: string, sheet: number) {
  const picture = run('pdftoppm', '-gray', '-r', String(25.4 * PIXELS_PER_MM), '-f', String(sheet), '-l', String(sheet), file)
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/
    .exec(picture.subarray(0, 40).toString('latin1'))!
    .map((each, at) => (at === 0 ? each.length : Number(each))) as [number, number, number]
  const isDark = (x: number, y: number): boolean => picture[head + y * width + x]! < DARK
  const columns = Array.from({ length: width }, (_, x) => {
    let dark = 0
    for (let y = 0; y < height; y++) if (isDark(x, y)) dark++
    return dark
  })
  /** Lines from top to bottom are the edges of the table. */
  const edges = columns.flatMap((dark, x) => (dark > height / 5 ? [x] : []))
  const [left, right] = [edges[0]!, edges.at(-1)!]
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) => isDark(left, y))
  const outside = Array.from({ length: height }, (_, y) => y).filter(
    (y) =>
      y > height * 0.12 &&
      y < height * 0.88 &&
      Array.from({ length: width }, (_, x) => x).some((x) => (x < left - 1 || x > right + 2) && isDark(x, y)),
  )
  const mm = (pixels: number): number => pixels / PIXELS_PER_MM
  return {
    left: mm(left),
    right: mm(width - 1 - right),
    top: mm(rows[0]!),
    bottom: mm(height - 1 - rows.at(-1)!),
    /** Rows in which something lies beside the table. */ outside: outside.length,
  }
}

/** Makes the PDF of the paper that is shown on the page of papers. @returns the file */
export async function savedPdf(page: Page): Promise<string> {
  const file = await savedFile(page, () => page.getByRole('button', { name: '存为 PDF' }).click())
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  return file
}
