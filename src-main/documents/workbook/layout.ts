import { changeOf, isInOneOnly } from '../../model/compared-rows.ts'
import { addedUp, byPlace, isUnknown as isUnknownSum } from '../../model/places.ts'
import type { CommunityResult } from '../../model/plan.ts'

export interface CommunityRow {
  kind: 'community'
  row: number
  number: number
  community: CommunityResult
}
/** A row that adds up the rows from `first` to `last`, which may hold other subtotals. */
export interface SumRow {
  kind: 'subtotal' | 'district' | 'total'
  row: number
  first: number
  last: number
  district: string
  subdistrict: string
  communities: CommunityResult[]
}
export type AllocationRow = CommunityRow | SumRow

/**
 * The rows of the allocation table: communities by district and subdistrict, in the order in which these first appear, each
 * group followed by its sum, the grand total last; the sum of an only district is that total. Without communities one row is left free, so
 * that the total has a range.
 */
export const allocationRows = (communities: readonly CommunityResult[], firstRow: number): AllocationRow[] => {
  const rows: AllocationRow[] = []
  let row = firstRow
  let number = 0
  const districts = byPlace(communities, (each) => each)
  for (const { district, own: ofDistrict, subdistricts } of districts) {
    const districtStart = row
    for (const { subdistrict, own } of subdistricts) {
      const start = row
      for (const community of own) rows.push({ kind: 'community', row: row++, number: ++number, community })
      rows.push({ kind: 'subtotal', row: row++, first: start, last: row - 2, district, subdistrict, communities: own })
    }
    if (districts.length > 1)
      rows.push({ kind: 'district', row: row++, first: districtStart, last: row - 2, district, subdistrict: '', communities: ofDistrict })
  }
  if (communities.length === 0) row++
  rows.push({ kind: 'total', row, first: firstRow, last: row - 1, district: '', subdistrict: '', communities: [...communities] })
  return rows
}

/** @returns the communities with their row numbers in the order of the allocation table; all lists of the workbook keep it. */
export const inOrder = (rows: readonly AllocationRow[]): CommunityRow[] => rows.filter((row) => row.kind === 'community')

/** @returns the sum rows of one kind, in order. */
export const sumRows = (rows: readonly AllocationRow[], kind: SumRow['kind']): SumRow[] =>
  rows.filter((row) => row.kind !== 'community').filter((row) => row.kind === kind)

/** @returns the sum rows by district; of an only district those by subdistrict, as its own sum is the total */
export const placeRows = (rows: readonly AllocationRow[]): SumRow[] => {
  const districts = sumRows(rows, 'district')
  return districts.length === 0 ? sumRows(rows, 'subtotal') : districts
}

type FenOf = (community: CommunityResult) => number | null

/** @returns the sum of the known amounts, in fen. */
export const sumOf = (communities: readonly CommunityResult[], fenOf: FenOf): number => addedUp(communities.map(fenOf))

/** @returns whether of these communities, if there are any, not one amount is known: their sum is unknown then, and not zero. */
export const isUnknown = (communities: readonly CommunityResult[], fenOf: FenOf): boolean => isUnknownSum(communities.map(fenOf))

/** @returns whether the change of these communities together can't be told: of one of them the amount of one year only is known */
export const isChangeUnknown = (communities: readonly CommunityResult[]): boolean =>
  communities.some(isInOneOnly) || isUnknown(communities, changeOf)
