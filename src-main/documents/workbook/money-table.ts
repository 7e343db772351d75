import type { CommunityResult } from '../../model/plan.ts'
import { range } from './address.ts'
import { ALLOCATION_HEADER } from './book.ts'
import type { Book } from './book.ts'
import { isUnknown, sumOf } from './layout.ts'
import type { AllocationRow, CommunityRow, SumRow } from './layout.ts'
import { CENTRED, ROW_NUMBER, TEXT } from './look.ts'
import { writeEmptyRow, writeHeader, writeRow, yuan } from './page.ts'
import type { Column, Content, Page } from './page.ts'

/** A column of money in a table with sums: what a community has there, and by which formula. */
export interface MoneyColumn {
  heading: string
  position: number
  fenOf: (community: CommunityResult) => number | null
  formula?: (row: CommunityRow) => string
  /** Whether communities have no sum. Left out: where nothing of them is known. */
  isUnknown?: (communities: readonly CommunityResult[]) => boolean
}

/**
 * @returns a community's amount, or the live sum of a group; an unknown amount is an empty cell, without a formula that might
 *   show zero.
 */
export const moneyCell = (row: AllocationRow, { position, fenOf, formula, ...column }: MoneyColumn): Content => {
  if (row.kind !== 'community') {
    if (column.isUnknown?.(row.communities) ?? isUnknown(row.communities, fenOf)) return null
    return { formula: `SUBTOTAL(9,${range(position, row.first, row.last)})`, result: yuan(sumOf(row.communities, fenOf)) }
  }
  const fen = fenOf(row.community)
  if (fen === null) return null
  return formula === undefined ? yuan(fen) : { formula: () => formula(row), result: yuan(fen) }
}

const placeOf = (row: SumRow, { say }: Book): [string, string, string] => {
  if (row.kind === 'total') return [say.grandTotal, '', '']
  if (row.kind === 'district') return [say.districtTotal, row.district, '']
  return [say.subtotal, row.district, row.subdistrict === '' ? say.noSubdistrict : row.subdistrict]
}

/** @returns the columns that say who a row is: number, district, subdistrict, community and code; a sum row counts its communities. */
export const placeColumns = (book: Book, numberColumn: number): Column<AllocationRow>[] => {
  const { say } = book
  const own =
    (pick: (community: CommunityResult) => string, ofSum: (row: SumRow) => Content) =>
    (row: AllocationRow): Content =>
      row.kind === 'community' ? pick(row.community) : ofSum(row)
  return [
    { heading: say.number, look: ROW_NUMBER, cell: (row) => (row.kind === 'community' ? row.number : placeOf(row, book)[0]) },
    {
      heading: say.district,
      look: TEXT,
      widest: 16,
      cell: own(
        (each) => each.district,
        (row) => placeOf(row, book)[1],
      ),
    },
    {
      heading: say.subdistrict,
      look: TEXT,
      widest: 18,
      cell: own(
        (each) => each.subdistrict,
        (row) => placeOf(row, book)[2],
      ),
    },
    {
      heading: say.community,
      look: TEXT,
      widest: 28,
      cell: own(
        (each) => each.name,
        (row) => ({
          formula: `"${say.countBefore}"&COUNT(${range(numberColumn, row.first, row.last)})&"${say.countAfter}"`,
          result: say.countBefore + row.communities.length + say.countAfter,
        }),
      ),
    },
    {
      heading: say.code,
      look: CENTRED,
      widest: 16,
      cell: own(
        (each) => each.code,
        () => null,
      ),
    },
  ]
}

const OUTLINE: Record<AllocationRow['kind'], number> = { community: 2, subtotal: 1, district: 0, total: 0 }
export const DEEPEST_OUTLINE = 2

/** The rows of a table by district and subdistrict, with their sums, foldable. */
export function* writeGrouped(page: Page, columns: readonly Column<AllocationRow>[], book: Book): Generator<void> {
  writeHeader(page, ALLOCATION_HEADER, columns)
  if (book.communities.length === 0) writeEmptyRow(page, book.table.first, columns, book.say.noCommunities)
  for (const row of book.rows) yield writeRow(page, row.row, columns, row, row.kind === 'community' ? 'body' : row.kind, OUTLINE[row.kind])
}
