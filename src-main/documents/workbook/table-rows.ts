import type { Style, Workbook, Worksheet } from 'exceljs'
import { columnLetters } from '../import/book.ts'
import type { Language } from '../../model/text.ts'
import { fontOf } from './look.ts'

/** What goes into a cell. A formula comes with the value that it has, so that readers which don't compute see it too. */
export type Content = string | number | null | Formula
/** `formula` as it is written; a function where making it takes long and the sheet is only being measured. */
export interface Formula {
  formula: string | (() => string)
  result: string | number
}

/**
 * What the streaming writer has beside what its types tell. Rows of tables are written into its stream as they are: as its own
 * objects, one a
 * row and one a cell, they take three times as long. This file and write-book.ts are the only ones that know.
 */
interface Streamed {
  stream: { write(xml: string): unknown }
  startedData: boolean
  hasComments: boolean
  workbook: Workbook & { styles: { addStyleModel(style: Partial<Style>): number }; sharedStrings: { add(text: string): number } }
  _rows: { commit(): void }[]
  _rowZero: number
  _writeColumns(): void
  _writeOpenSheetData(): void
  _sheetCommentsWriter: { addComments(comments: object[]): void }
}

/** A row of a table on its way into the sheet. */
export interface TableRow {
  sheet: Worksheet
  at: number
  cells: string[]
  notes: { cell: string; text: string }[]
}

/** Begins a row below whatever exceljs was told of the sheet. */
export function tableRow(sheet: Worksheet, at: number): TableRow {
  ;(sheet as unknown as Streamed)._rows.at(-1)?.commit()
  return { sheet, at, cells: [], notes: [] }
}

/** Characters that no XML file may hold; one of them, and Excel would not open the file. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const NEEDS_CARE = /[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/

/** A text as a file may hold it. */
export const writable = (text: string): string => (NEEDS_CARE.test(text) ? text.toWellFormed().replaceAll(NOT_IN_XML, '') : text)

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => (NEEDS_CARE.test(text) ? writable(text).replaceAll(/[&<>]/g, (sign) => ENTITIES[sign]!) : text)

const formulaOf = ({ formula }: Formula): string => (typeof formula === 'string' ? formula : formula())

/** Type and children of a cell (ECMA-376, part 1, 18.3.1.4). Texts are shared, so that a name that stands on five sheets is there once. */
function inner(content: Content, shared: Streamed['workbook']['sharedStrings']): string {
  // An empty text would be a cell with something in it: it stops texts beside it and counts as not empty.
  if (content === null || content === '') return '/>'
  if (typeof content === 'number') return `><v>${content}</v></c>`
  if (typeof content === 'string') return ` t="s"><v>${shared.add(writable(content))}</v></c>`
  const { result } = content
  const type = typeof result === 'string' ? ' t="str"' : ''
  return `${type}><f>${escaped(formulaOf(content))}</f><v>${typeof result === 'string' ? escaped(result) : result}</v></c>`
}

/** Adds a cell to the right of those that the row has. */
export function addCell(row: TableRow, content: Content, style: Partial<Style>, note: string | null): void {
  const { styles, sharedStrings } = (row.sheet as unknown as Streamed).workbook
  const cell = `${columnLetters(row.cells.length + 1)}${row.at}`
  row.cells.push(`<c r="${cell}" s="${styles.addStyleModel(style)}"${inner(content, sharedStrings)}`)
  if (note !== null) row.notes.push({ cell, text: writable(note) })
}

/** As exceljs would complete the comments of a cell of its own. */
const commentOn = ({ cell, text }: TableRow['notes'][number], language: Language): object => ({
  type: 'note',
  ref: cell,
  note: {
    texts: [{ text, font: fontOf(language, 'body', 9) }],
    margins: { insetmode: 'auto', inset: [0.13, 0.13, 0.25, 0.25] },
    protection: { locked: 'True', lockText: 'True' },
    editAs: 'absolute',
  },
})

/**
 * Writes a row that has all its cells.
 * @param height in points; null: that of the sheet
 * @param outline how deep the row is when rows are folded
 */
export function writeTableRow({ sheet, at, cells, notes }: TableRow, height: number | null, outline: number, language: Language): void {
  const streamed = sheet as unknown as Streamed
  if (!streamed.startedData) {
    streamed._writeColumns()
    streamed._writeOpenSheetData()
    streamed.startedData = true
  }
  const attributes = `${height === null ? '' : ` ht="${height}" customHeight="1"`} spans="1:${cells.length}" x14ac:dyDescent="0.25"${outline > 0 ? ` outlineLevel="${outline}"` : ''}`
  streamed.stream.write(`<row r="${at}"${attributes}>${cells.join('')}</row>`)
  streamed._rowZero = at + 1
  if (notes.length === 0) return
  streamed.hasComments = true
  streamed._sheetCommentsWriter.addComments(notes.map((note) => commentOn(note, language)))
}
