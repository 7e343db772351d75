import { inPercent, withoutDust } from '../../model/number.ts'

/** A rectangle of joined cells; rows and columns from 1, both ends included. Its value is that of its first cell. */
export interface Merge {
  firstRow: number
  firstColumn: number
  lastRow: number
  lastColumn: number
}

/** What a cell holds. A formula is what its last calculation left; one that was never calculated has no value at all. */
export type Cell =
  | { kind: 'blank' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number; percent: boolean }
  | { kind: 'boolean'; boolean: boolean }
  | { kind: 'date' | 'error' | 'formulaWithoutValue' }

/** One sheet. Rows and columns count from 1, as in the spreadsheet. */
export interface Sheet {
  name: string
  hidden: boolean
  /** Rows with at least one cell that is not blank, ascending. A sheet that reaches to row 1,048,576 may have three. */
  rows: number[]
  /** The last column with a cell that is not blank. */
  columns: number
  merges: Merge[]
  hiddenRows: ReadonlySet<number>
  hiddenColumns: ReadonlySet<number>
  cell(row: number, column: number): Cell
  /** The cell as a reader sees it in the spreadsheet, with its number format; '' for a blank one. */
  shown(row: number, column: number): string
  /** Rows were columns as it was delivered: see turned.ts. */
  turned?: true
  /** One of several tables of its sheet: see tables-of-sheet.ts. */
  piece?: true
  /** Whether the cell was put right at the desk, and is no longer what was delivered. */
  isMended?(row: number, column: number): boolean
}

export interface Book {
  fileName: string
  kind: 'xlsx' | 'xls' | 'csv'
  sheets: Sheet[]
  /** What the file holds beside cells, and is not read. */
  leftOut?: readonly LeftOut[]
}

/** Something that is not read: tabs by their names; comments that answer each other, and documents within the file, wherever they are. */
export interface LeftOut {
  what: 'chartTab' | 'dialogTab' | 'macroTab' | 'talk' | 'embedded'
  sheets: string[]
}

/** A cell holds so many signs (Excel specifications and limits); what other programs write beyond that is cut off. */
const LONGEST_TEXT = 32_767
export const cellText = (text: string): string => text.slice(0, LONGEST_TEXT)

export const BLANK: Cell = { kind: 'blank' }

/** @returns the cell as messages name it: a number as it is stored, whatever its format hides, anything else as it is shown. */
export function storedText(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.cell(row, column)
  if (cell.kind !== 'number') return sheet.shown(row, column)
  const number = cell.percent ? inPercent(cell.number) : withoutDust(cell.number)
  return Number.isFinite(number) ? `${number}${cell.percent ? '%' : ''}` : String(cell.number)
}

/** @returns the letters of a column counted from 1: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** @returns the number of a column, counted from 1, given its letters; 0 when they are not letters of a column. */
export function columnNumber(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return 0
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** @returns a look-up of the merge that covers a cell, or undefined; quick also on sheets with many merges. */
export function mergeFinder(sheet: Sheet): (row: number, column: number) => Merge | undefined {
  const byColumn = new Map<number, Merge[]>()
  for (const merge of sheet.merges.toSorted((one, other) => one.firstRow - other.firstRow)) {
    for (let column = merge.firstColumn; column <= Math.min(merge.lastColumn, sheet.columns); column++) {
      const known = byColumn.get(column)
      if (known === undefined) byColumn.set(column, [merge])
      else known.push(merge)
    }
  }
  return (row, column) => {
    const merges = byColumn.get(column)
    if (merges === undefined) return undefined
    let low = 0
    let high = merges.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (merges[middle]!.firstRow <= row) low = middle
      else high = middle - 1
    }
    const merge = merges[low]!
    return merge.firstRow <= row && row <= merge.lastRow ? merge : undefined
  }
}
