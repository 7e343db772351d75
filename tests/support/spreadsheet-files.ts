import * as sheetjs from 'xlsx'
import type { CellObject } from 'xlsx'
import type { Problem } from '../../src-main/model/problem.ts'
import type { ImportMapping } from '../../src-main/model/import.ts'
import { readRows } from '../../src-main/documents/import/read-rows.ts'
import { readSpreadsheet } from '../../src-main/documents/import/read-spreadsheet.ts'
import { recognise } from '../../src-main/documents/import/recognise.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { importDictionary } from './import-dictionary.ts'

export type CellInput = string | number | boolean | null | CellObject
export interface SheetInput {
  name?: string
  rows: CellInput[][]
  merges?: string[]
  hidden?: boolean
  hiddenRows?: number[]
  hiddenColumns?: number[]
}

/** A real workbook made of rows; merges such as 'A1:C1'; rows and columns to hide count from 1. */
export function workbookBytes(sheets: SheetInput[], bookType: 'xlsx' | 'biff8' | 'biff5' | 'xlsb' | 'ods' = 'xlsx'): Uint8Array {
  const workbook = sheetjs.utils.book_new()
  for (const { name, rows, merges = [], hiddenRows = [], hiddenColumns = [] } of sheets) {
    const sheet = sheetjs.utils.aoa_to_sheet(rows)
    sheet['!merges'] = merges.map((merge) => sheetjs.utils.decode_range(merge))
    if (hiddenRows.length > 0)
      sheet['!rows'] = Array.from({ length: Math.max(...hiddenRows) }, (_, row) => ({ hidden: hiddenRows.includes(row + 1) }))
    if (hiddenColumns.length > 0)
      sheet['!cols'] = Array.from({ length: Math.max(...hiddenColumns) }, (_, column) => ({ hidden: hiddenColumns.includes(column + 1) }))
    sheetjs.utils.book_append_sheet(workbook, sheet, name)
  }
  sheets.forEach(({ hidden }, place) => {
    if (hidden === true) sheetjs.utils.book_set_sheet_visibility(workbook, place, 1)
  })
  return new Uint8Array(sheetjs.write(workbook, { type: 'buffer', bookType, compression: true }) as Buffer)
}

export const oneSheet = (rows: CellInput[][], more: Partial<SheetInput> = {}): Uint8Array =>
  workbookBytes([{ name: '表一', rows, ...more }])

let gbkCodes: Map<string, number[]> | undefined
/** Encodes as GBK, by turning the decoder of the platform around. */
export function gbkBytes(text: string): Uint8Array {
  gbkCodes ??= gbkTable()
  return Uint8Array.from([...text].flatMap((letter) => (letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : gbkCodes!.get(letter)!)))
}

function gbkTable(): Map<string, number[]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++)
      if (second !== 0x7f) table.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  }
  return table
}

/** Reads, recognises and reads the rows of a file, with the small dictionary. */
export async function imported(bytes: Uint8Array, fileName = '交表.xlsx', mapping?: ImportMapping) {
  const book = await readSpreadsheet(bytes, fileName)
  const recognition = recognise(book, importDictionary, mapping)
  return { book, recognition, ...readRows(book, recognition, importDictionary), headingProblems: recognition.problems }
}

/** The problems with which reading a file is refused. */
export async function refusal(bytes: Uint8Array, fileName = '交表.xlsx'): Promise<Problem[]> {
  try {
    await readSpreadsheet(bytes, fileName)
  } catch (error) {
    if (error instanceof AppError) return error.problems
    throw error
  }
  throw new Error('the file was read')
}

/** Shortens problems to what a test says of them: 'code C7 value'. */
export const brief = (problems: Problem[]): string[] =>
  problems.map(({ code, place, params }) =>
    [code, `${place.column ?? ''}${place.row ?? ''}`, params.value ?? params.heading ?? ''].filter((part) => part !== '').join(' '),
  )

export const fieldsOf = (columns: { column: string; field: string | null }[]): Record<string, string | null> =>
  Object.fromEntries(columns.map(({ column, field }) => [column, field]))

/** @returns the rows of every sheet of a workbook, each cell as it is stored; '' for a blank one */
export function sheetsIn(base64: string): Record<string, string[][]> {
  const { Sheets } = sheetjs.read(base64, { type: 'base64' })
  const rowsOf = (sheet: sheetjs.WorkSheet): string[][] =>
    sheetjs.utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: '' }).map((row) => row.map(String))
  return Object.fromEntries(Object.entries(Sheets).map(([name, sheet]) => [name, rowsOf(sheet)]))
}
