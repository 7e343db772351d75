import type { Sheet } from './book.ts'
import { isDataRow } from './figures.ts'
import {
  extendedDown,
  groups,
  headerAt,
  headerGrid,
  isWholeRowTitle,
  MOST_HEADER_ROWS,
  namesUnits,
  translates,
  ROWS_LOOKED_AT,
  withNames,
  type Header,
  type HeaderGrid,
} from './header.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * The header of a sheet whose headings nobody knows, by its shape: the texts above the first rows of figures. Between them there may be
 * the names of groups of rows.
 * @returns null where no row stands so
 */
export function headerByShape(sheet: Sheet, vocabulary: Vocabulary): Header | null {
  const grid = headerGrid(sheet)
  const rows = sheet.rows.slice(0, ROWS_LOOKED_AT)
  const starts = rows.filter((row, at) => isOfTable(grid, row) && rows.slice(at + 1, at + 1 + SOON).some((each) => isOfTable(grid, each)))
  const above = rows.findIndex((row) => row === starts[0])
  const first = laterTable(grid, rows, above) ?? above
  const bottom = headingAbove(grid, rows, first)
  if (bottom === undefined) return null
  const top = topOf(grid, rows, rows[first]!, bottom)
  const down = Math.min(extendedDown(grid, top, bottom), rows[first]! - 1)
  return withNames(sheet, headerAt(grid, top, Math.max(bottom, down), vocabulary))
}

/** The last row of headings above a row of figures. */
const headingAbove = (grid: HeaderGrid, rows: readonly number[], first: number): number | undefined =>
  rows.slice(0, Math.max(first, 0)).findLast((row) => !isDataRow(grid, row) && textsOf(grid, row) > 1)

/**
 * Above the table there may be a little one, of years or of sums: after a blank row another header follows, with more rows below it.
 * @returns the first row of figures of the later table among the rows
 */
function laterTable(grid: HeaderGrid, rows: readonly number[], first: number): number | undefined {
  if (first < 0) return undefined
  const gap = rows.findIndex((row, at) => at > first && row > rows[at - 1]! + 1)
  if (gap < 0) return undefined
  const later = rows.findIndex((row, at) => at > gap && isOfTable(grid, row))
  const header = headingAbove(grid, rows, later)
  if (header === undefined || header < rows[gap]! || isSaidBefore(grid, rows.slice(0, first), header)) return undefined
  const countFrom = (from: number, to?: number): number => rows.slice(from, to).filter((row) => isOfTable(grid, row)).length
  return countFrom(later) > countFrom(first, gap) ? later : undefined
}

/** The header of a further page says again what the first one says. */
const isSaidBefore = (grid: HeaderGrid, above: readonly number[], header: number): boolean =>
  above.some((row) => Array.from({ length: grid.columns }, (_, at) => grid.text(row, at + 1) === grid.text(header, at + 1)).every(Boolean))

/** A lone row of figures above the header says something of the whole; within so many rows comes the next one of a table. */
const SOON = 4

/** A row with its name and a figure. */
const isOfTable = (grid: HeaderGrid, row: number): boolean => isDataRow(grid, row) && textsOf(grid, row) > 1

/** How many different cells of a row have something in them; joined ones are one. */
function textsOf(grid: HeaderGrid, row: number): number {
  const anchors = new Set<string>()
  for (let column = 1; column <= grid.columns; column++) if (grid.text(row, column) !== '') anchors.add(grid.anchor(row, column))
  return anchors.size
}

/** Rows above belong to the header that are joined to it, or that stand over columns which have no heading yet. */
function topOf(grid: HeaderGrid, rows: readonly number[], data: number, bottom: number): number {
  const columns = Array.from({ length: grid.columns }, (_, at) => at + 1).filter((column) => grid.text(data, column) !== '')
  let top = bottom
  while (bottom - top < MOST_HEADER_ROWS) {
    const above = rows[rows.indexOf(top) - 1]
    if (above !== top - 1 || isDataRow(grid, above) || isWholeRowTitle(grid, above)) break
    const isHeaded = (column: number): boolean =>
      Array.from({ length: bottom - top + 1 }, (_, at) => top + at).some((row) => grid.text(row, column) !== '')
    const fills = textsOf(grid, above) > 1 && columns.some((column) => grid.text(above, column) !== '' && !isHeaded(column))
    if (!groups(grid, above, bottom) && !fills && !namesUnits(grid, top, above) && !translates(grid, top, above)) break
    top = above
  }
  return top
}
