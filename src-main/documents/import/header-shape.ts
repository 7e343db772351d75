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
  textsOf,
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
  const first = rows.findIndex((row, at) => isOfTable(grid, row) && rows.slice(at + 1, at + 1 + SOON).some((each) => isOfTable(grid, each)))
  if (first < 0) return headerOfTexts(grid, rows, vocabulary)
  const bottom = rows.slice(0, first).findLast((row) => !isDataRow(grid, row) && textsOf(grid, row).length > 1)
  if (bottom === undefined) return null
  const top = topOf(grid, rows, rows[first]!, bottom)
  const down = Math.min(extendedDown(grid, top, bottom), rows[first]! - 1)
  return withNames(sheet, headerAt(grid, top, Math.max(bottom, down), vocabulary))
}

/** The first of several rows of texts that fill as many columns. */
function headerOfTexts(grid: HeaderGrid, rows: readonly number[], vocabulary: Vocabulary): Header | null {
  const widths = rows.map((row) => textsOf(grid, row).length)
  const at = widths.findIndex((width, index) => {
    const below = widths.slice(index + 1, index + 1 + FEWEST_OF_TEXTS)
    return width >= FEWEST_OF_TEXTS && below.length === FEWEST_OF_TEXTS && below.every((each) => each >= width * SHARE_OF_WIDTH)
  })
  return at < 0 ? null : withNames(grid.sheet, headerAt(grid, rows[at]!, rows[at]!, vocabulary))
}
const FEWEST_OF_TEXTS = 3
const SHARE_OF_WIDTH = 0.75

/** A lone row of figures above the header says something of the whole; within so many rows comes the next one of a table. */
const SOON = 4

/** A row with its name and a figure. */
const isOfTable = (grid: HeaderGrid, row: number): boolean => isDataRow(grid, row) && textsOf(grid, row).length > 1

/** Rows above belong to the header that are joined to it, or that stand over columns which have no heading yet. */
function topOf(grid: HeaderGrid, rows: readonly number[], data: number, bottom: number): number {
  const columns = Array.from({ length: grid.columns }, (_, at) => at + 1).filter((column) => grid.text(data, column) !== '')
  let top = bottom
  while (bottom - top < MOST_HEADER_ROWS) {
    const above = rows[rows.indexOf(top) - 1]
    if (above !== top - 1 || isDataRow(grid, above) || isWholeRowTitle(grid, above)) break
    const isHeaded = (column: number): boolean =>
      Array.from({ length: bottom - top + 1 }, (_, at) => top + at).some((row) => grid.text(row, column) !== '')
    const fills = textsOf(grid, above).length > 1 && columns.some((column) => grid.text(above, column) !== '' && !isHeaded(column))
    if (!groups(grid, above, bottom) && !fills && !namesUnits(grid, top, above) && !translates(grid, top, above)) break
    top = above
  }
  return top
}
