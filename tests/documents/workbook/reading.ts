import { read, utils } from 'xlsx'
import type { CellObject, WorkBook, WorkSheet } from 'xlsx'

export type Value = string | number | boolean | undefined
export interface Row {
  at: number
  [heading: string]: Value
}

/** Reads a workbook with another library than the one that wrote it; stored values only, nothing is computed. */
export const open = (bytes: Uint8Array): WorkBook => read(bytes, { cellFormula: true, cellStyles: false })

/** @returns every cell of a workbook by its address, sheet after sheet */
export const cellsOf = (bytes: Uint8Array): [string, CellObject][] => {
  const book = open(bytes)
  return book.SheetNames.flatMap(
    (name) => Object.entries(book.Sheets[name]!).filter(([address]) => !address.startsWith('!')) as [string, CellObject][],
  )
}

export const cellOf = (sheet: WorkSheet, column: number, row: number): CellObject | undefined =>
  sheet[utils.encode_cell({ c: column - 1, r: row - 1 })]

/** @returns the headings of a row with their columns from 1. */
export const headings = (sheet: WorkSheet, header: number): Map<string, number> => {
  const last = utils.decode_range(sheet['!ref']!).e.c + 1
  const found = new Map<string, number>()
  for (let column = 1; column <= last; column++) {
    const text = cellOf(sheet, column, header)?.v
    if (typeof text === 'string' && !found.has(text)) found.set(text, column)
  }
  return found
}

/** @returns the rows below a header until the first that is empty. An empty cell is undefined. */
export const rowsBelow = (sheet: WorkSheet, header: number): Row[] => {
  const columns = headings(sheet, header)
  const rows: Row[] = []
  for (let at = header + 1; ; at++) {
    const row: Row = { at }
    for (const [heading, column] of columns) row[heading] = cellOf(sheet, column, at)?.v as Value
    if ([...columns.keys()].every((heading) => row[heading] === undefined)) return rows
    rows.push(row)
  }
}

/** @returns the first row whose first cell says so. */
export const rowOf = (sheet: WorkSheet, text: string): number => {
  const last = utils.decode_range(sheet['!ref']!).e.r + 1
  for (let row = 1; row <= last; row++) if (cellOf(sheet, 1, row)?.v === text) return row
  throw new Error(`no row begins with ${text}`)
}
