import type { Workbook, Worksheet } from 'exceljs'
import type { Language } from '../../model/text.ts'
import { columnLetters } from '../import/book.ts'
import { cell } from './address.ts'
import { BODY_SIZE, fontOf, styleOf } from './look.ts'
import type { Look, Tone } from './look.ts'
import { addCell, tableRow, writeTableRow } from './table-rows.ts'
import type { Content, TableRow } from './table-rows.ts'
import { linesIn, widthOf } from './width.ts'
import { words } from './words.ts'

export type { Content } from './table-rows.ts'

export interface Column<Row> {
  heading: string
  look: Look
  /** Widest the column may get, in digits; longer texts are broken into lines. */
  widest?: number
  cell: (row: Row, at: number) => Content
  /** A comment on the cell. */
  note?: (row: Row) => string | null
}

/**
 * A sheet that is being written from top to bottom, each row once. What the columns need in width is known only when all rows
 * were seen, and
 * is part of what comes before the first row: so everything is written twice, the first time without a sheet, only to be measured.
 */
export interface Page {
  /** null: the page is only measured. */
  sheet: Worksheet | null
  language: Language
  widths: number[]
  /** The row of a table that is being written, and how many lines its texts take; null between rows. */
  row: TableRow | null
  lines: number
}

/** A sheet before it is written. `rows` writes it from top to bottom and stops after each row of a table; it runs twice (see Page). */
export interface SheetPlan {
  frame: PageFrame
  rows(page: Page): Generator<void>
  /** What stands beside the cells: filters, lists to choose from, formats that depend on values. */
  finish?(sheet: Worksheet): void
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
  /** Rows may be folded so deep. */
  deepestOutline?: number
  synthetic: boolean
  /** Not adopted: named in header and footer. */
  draft?: boolean
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
const MOST_DECIMALS = 3

/** @returns the width of a number as a column shows it, in digits; Intl would take longer than all the rest of the writing. */
const widthOfNumber = (value: number, look: Look): number => {
  const whole = Math.trunc(Math.abs(value))
  const digits = String(whole).length
  const decimals = look.format.includes('0.00') ? 2 : Math.min(MOST_DECIMALS, String(value).split('.')[1]?.length ?? 0)
  return digits + Math.floor((digits - 1) / 3) + (decimals === 0 ? 0 : 1 + decimals) + (value < 0 ? 1 : 0)
}

/** Writes the next cell of a table's row in full: value, look, comment and what it needs in width. */
export const put = (
  page: Page,
  at: number,
  column: number,
  content: Content,
  look: Look,
  tone: Tone,
  widest = 60,
  note: string | null = null,
): void => {
  const shown = content !== null && typeof content === 'object' ? content.result : content
  if (page.sheet === null) {
    if (shown !== null && shown !== '')
      measure(page, column, typeof shown === 'number' ? widthOfNumber(shown, look) : widthOf(shown), tone, widest)
    return
  }
  page.row ??= tableRow(page.sheet, at)
  addCell(page.row, content, styleOf(look, tone, page.language), note)
  if (typeof shown === 'string' && shown !== '') page.lines = Math.max(page.lines, linesIn(shown, widthOfColumn(page, column) - 1))
}

const measure = (page: Page, column: number, width: number, tone: Tone, widest: number): void => {
  // A long heading may be broken once, and bold figures are a little wider.
  const needed =
    tone === 'header' ? Math.min(width, Math.max(LONGEST_UNBROKEN_HEADING, Math.ceil(width / 2))) : width * (tone === 'body' ? 1 : 1.08)
  page.widths[column - 1] = Math.max(page.widths[column - 1] ?? 0, Math.min(widest, needed))
}

/** Writes a text over several columns, without borders. */
export const putLine = (
  page: Page,
  row: number,
  from: number,
  to: number,
  text: string,
  horizontal: 'left' | 'center' | 'right',
  font: ReturnType<typeof fontOf>,
  height?: number,
): void => {
  if (page.sheet === null) return
  const target = page.sheet.getCell(row, from)
  if (text !== '') target.value = text
  target.font = font
  target.alignment = { horizontal, vertical: 'middle', wrapText: true }
  if (to > from) page.sheet.mergeCells(row, from, row, to)
  if (height !== undefined) page.sheet.getRow(row).height = height
}

/** Excel's limit, in points. */
const HIGHEST_ROW = 409

const widthOfColumn = (page: Page, column: number): number => Math.max(6, Math.ceil(page.widths[column - 1] ?? 0) + 2)

/**
 * Ends a row of a table: it gets the height that its texts need, and leaves memory.
 * @param outline how deep it is when rows are folded
 */
export const endRow = (page: Page, outline = 0): void => {
  if (page.row === null) return
  writeTableRow(page.row, page.lines === 0 ? null : Math.min(HIGHEST_ROW, Math.max(18, page.lines * 14 + 4)), outline, page.language)
  page.row = null
  page.lines = 0
}

/** In print codes & begins a command; a name's own & is doubled. */
const printed = (text: string): string => text.replaceAll('&', '&&')

/** What a reader must know of the numbers wherever they are seen: that they are sample data, or not adopted. */
const marksOf = ({ synthetic, draft = false, language }: PageFrame): string =>
  [...(synthetic ? [words[language].synthetic] : []), ...(draft ? [words[language].draft] : [])].join(language === 'zh' ? '　' : ' · ')

/** @returns a page without a sheet, on which columns are measured. */
export const measuringPage = ({ language }: PageFrame): Page => ({ sheet: null, language, widths: [], row: null, lines: 0 })

/**
 * Adds a sheet with official page set-up and columns as wide as they were measured; sample data and drafts are named in header
 * and footer.
 */
export const openPage = (workbook: Workbook, frame: PageFrame, measured: Page): Page => {
  const { language } = frame
  const header = headerRowOf(frame)
  const fixed = frame.fixedColumns ?? 0
  const still = frame.oneTable ? header : header - 1
  const mark = marksOf(frame)
  const sheet = workbook.addWorksheet(frame.name, {
    properties: { defaultRowHeight: 18, outlineLevelRow: frame.deepestOutline ?? 0 },
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      horizontalCentered: true,
      fitToPage: true,
      fitToWidth: frame.pagesWide ?? 1,
      fitToHeight: frame.onePage === true ? 1 : 0,
      ...(frame.oneTable ? { printTitlesRow: `${header}:${header}` } : {}),
      ...(frame.pagesWide !== undefined && fixed > 0 ? { printTitlesColumn: `A:${columnLetters(fixed)}` } : {}),
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.35, footer: 0.35 },
    },
    views: [{ state: 'frozen', xSplit: fixed, ySplit: still, topLeftCell: cell(fixed + 1, still + 1), showGridLines: false }],
    headerFooter: { oddHeader: `&L${printed(frame.title)}&R${mark}`, oddFooter: `&L${mark}&C${words[language].pages}` },
  })
  const page: Page = { sheet, language, widths: measured.widths, row: null, lines: 0 }
  page.widths.forEach((_, i) => {
    sheet.getColumn(i + 1).width = widthOfColumn(page, i + 1)
  })
  return page
}

const TITLE_SIZE = 18

/** @returns how many lines a text of a size takes over several columns, which are as wide as their digits of body size. */
const linesOver = (page: Page, from: number, to: number, text: string, size: number): number => {
  const width = Array.from({ length: to - from + 1 }, (_, i) => widthOfColumn(page, from + i)).reduce((sum, each) => sum + each, 0)
  return linesIn(text, Math.floor((width * BODY_SIZE) / size) - 1)
}

/**
 * Writes mark, title and the line under the title; sample data are named in the title, on a line of their own where it is too
 * long for one.
 */
export const writeTop = (page: Page, frame: PageFrame): void => {
  const { language, columns } = frame
  const at = headerRowOf(frame) - 2
  if (frame.annex !== undefined) putLine(page, 1, 1, 2, frame.annex, 'left', fontOf(language, 'strong', 14))
  const marked = frame.synthetic ? `${frame.title}　${words[language].synthetic}` : frame.title
  const title = linesOver(page, 1, columns, marked, TITLE_SIZE) === 1 ? marked : marked.replace('　', '\n')
  const lines = linesOver(page, 1, columns, title, TITLE_SIZE)
  putLine(page, at, 1, columns, title, 'center', fontOf(language, 'title', TITLE_SIZE, language === 'en'), Math.max(34, lines * 27))
  const half = frame.right === '' ? columns : Math.max(1, Math.min(columns - 1, Math.ceil(columns * 0.7)))
  putLine(
    page,
    at + 1,
    1,
    half,
    frame.left,
    'left',
    fontOf(language, 'body', BODY_SIZE),
    Math.max(18, linesOver(page, 1, half, frame.left, BODY_SIZE) * 15),
  )
  if (columns > half) putLine(page, at + 1, half + 1, columns, frame.right, 'right', fontOf(language, 'body', BODY_SIZE))
}

/** Number, district, subdistrict and then the community's name. */
const NAME_COLUMN = 4

/** Where a table's body stands: rows, both included. There is always at least one, so that ranges over it are never empty. */
export interface Body {
  first: number
  last: number
}

/** @returns where the body of a table with so many rows stands, below its header. */
export const bodyOf = (header: number, rows: number): Body => ({ first: header + 1, last: header + Math.max(1, rows) })

/** Writes the header of a table at a row. */
export const writeHeader = <Row>(page: Page, at: number, columns: readonly Column<Row>[]): void => {
  columns.forEach((column, i) => put(page, at, i + 1, column.heading, column.look, 'header', column.widest))
  endRow(page)
}

/** Writes one row of a table. */
export const writeRow = <Row>(
  page: Page,
  at: number,
  columns: readonly Column<Row>[],
  row: Row,
  tone: Tone = 'body',
  outline = 0,
): void => {
  columns.forEach((column, i) => put(page, at, i + 1, column.cell(row, at), column.look, tone, column.widest, column.note?.(row) ?? null))
  endRow(page, outline)
}

/** Writes the one row of a table without rows: free, with a word in the column of names. */
export const writeEmptyRow = <Row>(page: Page, at: number, columns: readonly Column<Row>[], empty: string): void => {
  columns.forEach((column, i) => put(page, at, i + 1, i === NAME_COLUMN - 1 ? empty : null, column.look, 'body'))
  endRow(page)
}

/** Writes header and rows, and stops after each. */
export function* writeTable<Row>(
  page: Page,
  header: number,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  empty: string,
): Generator<void> {
  writeHeader(page, header, columns)
  const body = bodyOf(header, rows.length)
  for (const [i, row] of rows.entries()) yield writeRow(page, body.first + i, columns, row)
  if (rows.length === 0) writeEmptyRow(page, body.first, columns, empty)
}
