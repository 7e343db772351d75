import { columnNumber, type Sheet } from './book.ts'
import type { RecognisedColumn } from './recognise.ts'

/** So many different values say what a column holds. */
const MOST_SAMPLES = 3
/** A column that is empty so far down has nothing to show. */
const MOST_ROWS = 200

/** The columns with the first values that stand below their headings, as a reader of the sheet sees them. */
export const withSamples = (sheet: Sheet, bottom: number, columns: readonly RecognisedColumn[]): RecognisedColumn[] => {
  const rows = sheet.rows.filter((row) => row > bottom).slice(0, MOST_ROWS)
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
