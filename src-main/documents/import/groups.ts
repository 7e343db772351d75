import { isFigure } from './figures.ts'
import type { Sheet } from './book.ts'

/** So many rows without figures below each other are areas of which nothing is known; groups of two levels are at most two. */
const MOST_GROUPS_TOGETHER = 2
/** A total and one more row may stand above the first group. */
const MOST_BEFORE_GROUPS = 2

/**
 * Rows that have a name and no figure among rows of names that somebody had to point at: they are the names of groups. Not so where
 * groups can't be meant: where many such rows stand together among the areas, or where the only one of them comes after areas that are in
 * no group.
 * @param figures the columns in which figures stand
 * @param mayBe whether the row's name may be that of a group
 */
export function groupRows(sheet: Sheet, bottom: number, figures: readonly number[], mayBe: (row: number) => boolean): ReadonlySet<number> {
  const rows = sheet.rows.filter((row) => row > bottom)
  if (figures.length === 0) return new Set()
  const found = rows.filter((row) => mayBe(row) && hasNoFigure(sheet, row, figures))
  const withFigures = rows.filter((row) => figures.some((column) => isFigure(sheet, row, column)))
  const [first = Infinity, last = 0] = [withFigures[0], withFigures.at(-1)]
  // Levels may stand together above the first area, notes below the last one.
  const at = found.filter((row) => row > first && row < last).map((row) => rows.indexOf(row))
  const standTogether = at.some((place, index) => at[index + MOST_GROUPS_TOGETHER] === place + MOST_GROUPS_TOGETHER)
  const [only = 0] = at
  const isLate = found.length === 1 && at.length === 1 && rows.slice(0, only).filter((row) => row >= first).length > MOST_BEFORE_GROUPS
  return standTogether || isLate ? new Set() : new Set(found)
}

/** Nothing, not even a mark that the figure is not known; but a formula that was drawn down over the group may have come to 0. */
function hasNoFigure(sheet: Sheet, row: number, figures: readonly number[]): boolean {
  const filled = figures.filter((column) => sheet.shown(row, column).trim() !== '')
  if (filled.length === 0) return true
  const [only] = filled
  const cell = sheet.cell(row, only!)
  return filled.length === 1 && figures.length > 2 && cell.kind === 'number' && cell.number === 0
}
