import { isFigure } from './figures.ts'
import type { Sheet } from './book.ts'

/** What belongs to the table fills more than so much of what its rows fill. */
const SHARE_OF_FIGURES = 0.5

/**
 * Below a table there may be another one: after a blank row its title, which stands alone, and rows that fill few of the columns above.
 * @param figures the columns in which figures stand
 * @returns the row with which it begins; Infinity where there is none
 */
export function otherTableFrom(sheet: Sheet, bottom: number, figures: readonly number[]): number {
  const rows = sheet.rows.filter((row) => row > bottom)
  const filled = new Map(rows.map((row) => [row, figures.filter((column) => isFigure(sheet, row, column)).length]))
  const isAlone = (row: number): boolean =>
    Array.from({ length: sheet.columns }, (_, at) => sheet.shown(row, at + 1).trim()).filter((text) => text !== '').length === 1
  const start = rows.findIndex((row, at) => at > 1 && row > rows[at - 1]! + 1 && isAlone(row))
  if (start < 0) return Infinity
  const usual = Math.min(...rows.slice(0, start).flatMap((row) => filled.get(row)! || []))
  const isOther = rows.slice(start).every((row) => filled.get(row)! <= usual * SHARE_OF_FIGURES)
  return isOther ? rows[start]! : Infinity
}
