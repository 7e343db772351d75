import type { Sheet } from './book.ts'
import { isDataRow, standsAsFigures } from './figures.ts'
import { headerGrid, MOST_HEADER_ROWS, textsOf, type HeaderGrid } from './header.ts'
import { isBlankMark } from '../../model/written-number.ts'

/** Titles may stand between a blank row and the next header. */
const MOST_TITLES = 3
const FEWEST_HEADINGS = 3
/** A header has a heading for nearly each cell of its rows. */
const SHARE_HEADED = 0.75
/** Of its headings so many stand where the table above has figures, or nothing, so that it is no row of that. */
const SHARE_OVER_FIGURES = 0.5
/** Of the areas, so many are the same again where a table says of them something else. */
const SHARE_REPEATED = 0.7

/**
 * @returns the rows with which further tables of a sheet begin, by their shape: after a blank row, and titles, a header of its own; or the
 *   same header again over the same areas, as of another year. The same header over others goes on with the table.
 */
export function furtherTables(sheet: Sheet): number[] {
  const grid = headerGrid(sheet)
  const { rows } = sheet
  const starts: number[] = []
  let first = 0
  for (let at = 1; at < rows.length; at++) {
    if (rows[at]! <= rows[at - 1]! + 1) continue
    const table = tableAt(grid, at)
    if (table === null || !isAnother(grid, rows.slice(first, at), table)) continue
    starts.push(rows[at]!)
    first = at
  }
  return starts
}

interface Table {
  header: number
  data: readonly number[]
}

function tableAt(grid: HeaderGrid, start: number): Table | null {
  const { rows } = grid.sheet
  const isTitle = (row: number): boolean => textsOf(grid, row).length === 1
  let at = start
  while (at < start + MOST_TITLES && at < rows.length && isTitle(rows[at]!)) at += 1
  const [header] = rows.slice(at, at + MOST_HEADER_ROWS)
  const below = rows.slice(at + 1, at + 1 + MOST_HEADER_ROWS).findIndex((row) => isDataRow(grid, row))
  if (header === undefined || isDataRow(grid, header) || below < 0) return null
  const data = at + 1 + below
  const widest = Math.max(...rows.slice(at, data).map((row) => textsOf(grid, row).length))
  const filled = textsOf(grid, rows[data]!).length
  const headings = textsOf(grid, header).map(({ text }) => text)
  // 待核 in each column is what is not known of a row.
  const areDifferent = new Set(headings).size > headings.length / 2
  if (!areDifferent || widest < FEWEST_HEADINGS || widest < filled * SHARE_HEADED) return null
  return { header, data: rows.slice(data) }
}

function isAnother(grid: HeaderGrid, above: readonly number[], { header, data }: Table): boolean {
  const own = textsOf(grid, header)
  const columns = own.map(({ column }) => column)
  const before = above.find((row) => own.every(({ column, text }) => grid.text(row, column) === text))
  if (before !== undefined) return repeatsAreas(grid, above, data)
  const piece: Sheet = { ...grid.sheet, rows: [...above] }
  const isFree = (column: number): boolean => above.every((row) => textsOf(grid, row).length < 2 || grid.text(row, column) === '')
  const isOver = (column: number): boolean => standsAsFigures(piece, 0, column) || isFree(column)
  const over = columns.slice(1).filter((column) => isOver(column) && !isBlankMark(grid.text(header, column)))
  return above.some((row) => isDataRow(grid, row)) && over.length > 0 && over.length >= (columns.length - 1) * SHARE_OVER_FIGURES
}

function repeatsAreas(grid: HeaderGrid, above: readonly number[], data: readonly number[]): boolean {
  const named = (rows: readonly number[], column: number): string[] =>
    rows.map((row) => grid.text(row, column)).filter((text) => text !== '' && !/^\d+$/.test(text))
  const column = textsOf(grid, data[0]!).find(({ text }) => !/^\d/.test(text))?.column ?? 1
  const before = new Set(named(above, column))
  const again = named(data, column)
  return again.filter((name) => before.has(name)).length >= again.length * SHARE_REPEATED
}
