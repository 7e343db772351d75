import type { Book, Sheet } from './book.ts'

const MARK = /合成数据|示例数据|synthetic data|sample data/i
/** Of the other sheets only the first rows are looked at. */
const ROWS_LOOKED_AT = 200

/**
 * Whether a workbook says of itself that its data are made up: in the name of a sheet, in the rows above the table or left out of it,
 * or in the first rows of another sheet (notes).
 * @param rows of the table's sheet that are no data.
 */
export function isSynthetic(book: Book, table: Sheet, rows: number[]): boolean {
  return book.sheets.some(
    (sheet) => MARK.test(sheet.name) || (sheet === table ? rows : sheet.rows.slice(0, ROWS_LOOKED_AT)).some((row) => saysSo(sheet, row)),
  )
}

function saysSo(sheet: Sheet, row: number): boolean {
  for (let column = 1; column <= sheet.columns; column++) if (MARK.test(sheet.shown(row, column))) return true
  return false
}
