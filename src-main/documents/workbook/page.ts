import type { Cell, CellValue, Workbook, Worksheet } from 'exceljs'
import type { Language } from '../../contract/text.ts'
import { columnLetters } from '../import/book.ts'
import { cell } from './address.ts'
import { BODY_SIZE, fontOf, styleOf } from './look.ts'
import type { Look, Tone } from './look.ts'
import { linesIn, widthOf } from './width.ts'
import { words } from './words.ts'

/** What goes into a cell. A formula comes with the value that it has, so that readers which don't compute see it too. */
export type Content = string | number | null | { formula: string; result: string | number }

export interface Column<Row> {
  heading: string
  look: Look
  /** Widest the column may get, in digits; longer texts are broken into lines. */
  widest?: number
  cell: (row: Row, at: number) => Content
}

/** A sheet that is being written: what its columns need in width is known only at the end. */
export interface Page {
  sheet: Worksheet
  language: Language
  widths: number[]
  texts: { row: number; column: number; text: string }[]
}

export interface PageFrame {
  name: string
  title: string
  /** The line under the title: to the left and to the right. */
  left: string
  right: string
  /** Mark in the first row, such as 附件; the other rows move down by one. */
  annex?: string
  /** Columns that the title spans. */
  columns: number
  /** The sheet is one table, whose header stays in view and is repeated on every page; otherwise it has sections. */
  oneTable: boolean
  /** Columns that stay in view and are repeated on further pages across. */
  fixedColumns?: number
  /** Printed on so many pages across. */
  pagesWide?: number
  /** Printed on one page, however long. */
  onePage?: boolean
  synthetic: boolean
  language: Language
}

/** @returns the row of the header: the first below title and line. */
export const headerRowOf = (frame: Pick<PageFrame, 'annex'>): number => (frame.annex === undefined ? 3 : 4)

/**
 * Fen are whole numbers below 2^53, and fen / 100 is the double nearest to the exact decimal, so no fen is lost.
 * @returns 元 for a money cell, null for an unknown amount
 */
export const yuan = <Fen extends number | null>(fen: Fen): Fen => (fen === null ? null : fen / 100) as Fen

const LONGEST_UNBROKEN_HEADING = 12
const plain = new Intl.NumberFormat('en-US')
const withFen = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 })

/** Writes one cell in full: value, look and what it needs in width. */
export const put = (page: Page, row: number, column: number, content: Content, look: Look, tone: Tone, widest = 60): Cell => {
  const target = page.sheet.getCell(row, column)
  // An empty text would be a cell with something in it: it stops texts beside it and counts as not empty.
  target.value = (content === '' ? null : content) as CellValue
  target.style = styleOf(look, tone, page.language)
  const shown = content !== null && typeof content === 'object' ? content.result : content
  if (shown === null || shown === '') return target
  const text = typeof shown === 'number' ? (look.format.includes('0.00') ? withFen : plain).format(shown) : shown
  const width = widthOf(text)
  // A long heading may be broken once, and bold figures are a little wider.
  const needed = tone === 'header' ? Math.min(width, Math.max(LONGEST_UNBROKEN_HEADING, Math.ceil(width / 2))) : width * (tone === 'body' ? 1 : 1.08)
  page.widths[column - 1] = Math.max(page.widths[column - 1] ?? 0, Math.min(widest, needed))
  if (typeof shown === 'string') page.texts.push({ row, column, text })
  return target
}

/** Writes a text over several columns, without borders. */
export const putLine = (
  page: Page, row: number, from: number, to: number, text: string, horizontal: 'left' | 'center' | 'right', font: ReturnType<typeof fontOf>,
): void => {
  const target = page.sheet.getCell(row, from)
  if (text !== '') target.value = text
  target.font = font
  target.alignment = { horizontal, vertical: 'middle', wrapText: true }
  if (to > from) page.sheet.mergeCells(row, from, row, to)
}

/** In print codes & begins a command; a name's own & is doubled. */
const printed = (text: string): string => text.replaceAll('&', '&&')

/** Adds a sheet with official page set-up, title, line under the title and header and footer; synthetic data are named in all of them. */
export const openPage = (workbook: Workbook, frame: PageFrame): Page => {
  const { language, synthetic } = frame
  const say = words[language]
  const header = headerRowOf(frame)
  const fixed = frame.fixedColumns ?? 0
  const still = frame.oneTable ? header : header - 1
  const mark = synthetic ? say.synthetic : ''
  const sheet = workbook.addWorksheet(frame.name, {
    properties: { defaultRowHeight: 18 },
    pageSetup: {
      paperSize: 9, orientation: 'landscape', horizontalCentered: true,
      fitToPage: true, fitToWidth: frame.pagesWide ?? 1, fitToHeight: frame.onePage === true ? 1 : 0,
      ...(frame.oneTable ? { printTitlesRow: `${header}:${header}` } : {}),
      ...(frame.pagesWide !== undefined && fixed > 0 ? { printTitlesColumn: `A:${columnLetters(fixed)}` } : {}),
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.35, footer: 0.35 },
    },
    views: [{ state: 'frozen', xSplit: fixed, ySplit: still, topLeftCell: cell(fixed + 1, still + 1), showGridLines: false }],
    headerFooter: {
      oddHeader: `&L${printed(frame.title)}&R${mark}`,
      oddFooter: `&L${mark}&C${say.pages}`,
    },
  })
  const page: Page = { sheet, language, widths: [], texts: [] }
  const title = header - 2
  if (frame.annex !== undefined) putLine(page, 1, 1, 2, frame.annex, 'left', fontOf(language, 'strong', 14))
  const titleFont = fontOf(language, 'title', 18, language === 'en')
  putLine(page, title, 1, frame.columns, frame.title, 'center', titleFont)
  if (synthetic) {
    const runs = [{ text: frame.title, font: titleFont }, { text: `　${mark}`, font: fontOf(language, 'strong', 12, true) }]
    sheet.getCell(title, 1).value = { richText: runs }
  }
  sheet.getRow(title).height = 34
  const half = Math.max(1, Math.min(frame.columns - 1, Math.ceil(frame.columns * 0.7)))
  putLine(page, title + 1, 1, half, frame.left, 'left', fontOf(language, 'body', BODY_SIZE))
  if (frame.columns > half) putLine(page, title + 1, half + 1, frame.columns, frame.right, 'right', fontOf(language, 'body', BODY_SIZE))
  return page
}

/** Number, district, subdistrict and then the community's name. */
const NAME_COLUMN = 4

/** Where a table's body stands: rows, both included. There is always at least one, so that ranges over it are never empty. */
export interface Body { first: number; last: number }

/** @returns where the body of a table with so many rows stands, below its header. */
export const bodyOf = (header: number, rows: number): Body => ({ first: header + 1, last: header + Math.max(1, rows) })

/** Writes the header of a table at a row. */
export const writeHeader = <Row>(page: Page, at: number, columns: readonly Column<Row>[]): void => {
  columns.forEach((column, i) => put(page, at, i + 1, column.heading, column.look, 'header', column.widest))
}

/** Writes one row of a table. */
export const writeRow = <Row>(page: Page, at: number, columns: readonly Column<Row>[], row: Row, tone: Tone = 'body'): void => {
  columns.forEach((column, i) => put(page, at, i + 1, column.cell(row, at), column.look, tone, column.widest))
}

/** Writes the one row of a table without rows: free, with a word in the column of names. */
export const writeEmptyRow = <Row>(page: Page, at: number, columns: readonly Column<Row>[], empty: string): void => {
  columns.forEach((column, i) => put(page, at, i + 1, i === NAME_COLUMN - 1 ? empty : null, column.look, 'body'))
}

/** Writes header and rows. */
export const writeTable = <Row>(page: Page, header: number, columns: readonly Column<Row>[], rows: readonly Row[], empty: string): Body => {
  writeHeader(page, header, columns)
  const body = bodyOf(header, rows.length)
  rows.forEach((row, i) => writeRow(page, body.first + i, columns, row))
  if (rows.length === 0) writeEmptyRow(page, body.first, columns, empty)
  return body
}

/** Excel's limit, in points. */
const HIGHEST_ROW = 409

/** Sets the widths of the columns and the heights of the rows to what their texts need. */
export const closePage = (page: Page): void => {
  const width = (column: number): number => Math.max(6, Math.ceil(page.widths[column - 1] ?? 0) + 2)
  page.widths.forEach((_, i) => { page.sheet.getColumn(i + 1).width = width(i + 1) })
  const lines = new Map<number, number>()
  for (const { row, column, text } of page.texts) {
    lines.set(row, Math.max(lines.get(row) ?? 1, linesIn(text, width(column) - 1)))
  }
  for (const [row, count] of lines) page.sheet.getRow(row).height = Math.min(HIGHEST_ROW, Math.max(18, count * 14 + 4))
}
