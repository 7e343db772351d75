import { columnLetters, columnNumber, type Book, type Sheet } from './book.ts'
import type { SheetTop } from '../../model/import-desk.ts'
import type { RecognisedColumn, Recognition } from './recognise.ts'

/** So many different values say what a column holds. */
const MOST_SAMPLES = 3
/** A column that is empty so far down has nothing to show. */
const MOST_ROWS = 200

/** As much of a sheet shows where its header is. */
const MOST_TOP_ROWS = 12
const MOST_TOP_COLUMNS = 40
const LONGEST_SHOWN = 60

/** @returns the first rows of the sheet that are not blank, as a reader sees them */
export function topOf(sheet: Sheet): SheetTop {
  const columns = Array.from({ length: Math.min(sheet.columns, MOST_TOP_COLUMNS) }, (_, at) => at + 1)
  return {
    columns: columns.map(columnLetters),
    rows: sheet.rows
      .slice(0, MOST_TOP_ROWS)
      .map((row) => ({ row, cells: columns.map((column) => sheet.shown(row, column).slice(0, LONGEST_SHOWN)) })),
  }
}

/** The columns with the first values that stand below their headings, as a reader of the sheet sees them. @param leftOut rows that are no data */
export const withSamples = (
  sheet: Sheet,
  bottom: number,
  columns: readonly RecognisedColumn[],
  leftOut: ReadonlySet<number> = new Set(),
): RecognisedColumn[] => {
  const rows = sheet.rows.filter((row) => row > bottom && !leftOut.has(row)).slice(0, MOST_ROWS)
  return columns.map((column) => {
    const number = columnNumber(column.column)
    const samples = new Set<string>()
    for (const row of rows) {
      const text = sheet.shown(row, number).trim()
      if (text !== '') samples.add(text)
      if (samples.size === MOST_SAMPLES) break
    }
    return { ...column, samples: [...samples] }
  })
}

/** A sheet's columns with values of its communities alone: a total or a remark is none. @param skipped the rows that are not read */
export function sampledWithout(skipped: readonly { row: number }[], recognition: Recognition, book: Book): Recognition {
  const sheet = book.sheets.find(({ name }) => name === recognition.sheet)
  if (sheet === undefined || skipped.length === 0) return recognition
  const leftOut = new Set(skipped.map(({ row }) => row))
  return { ...recognition, columns: withSamples(sheet, recognition.headerRows[1], recognition.columns, leftOut) }
}
