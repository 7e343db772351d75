import type { Policy } from '../../contract/policy.ts'
import { groupBy } from '../totals.ts'
import { multiplyDivide, shareOut } from './largest-remainder.ts'

type Split = NonNullable<Policy['allocation']['split']>

/**
 * Splits every amount between city and district by the district's ratio. The city's part of a district is its ratio of the
 * district's sum, rounded half up to the fen, and is shared out over the communities in proportion to their amounts by largest remainder: so a district's
 * parts are exact, and in every community city + district = amount.
 * @param amounts fen, NaN where unknown (its parts are unknown too)
 * @returns the city's fen a community; the district's is the rest
 */
export function cityParts(amounts: Float64Array, districts: string[], split: Split): Float64Array {
  const parts = new Float64Array(amounts.length).fill(Number.NaN)
  const known = districts.map((_, row) => row).filter((row) => !Number.isNaN(amounts[row]!))
  for (const [district, rows] of groupBy(known, (row) => districts[row]!)) {
    const { city, district: own } = split.byDistrict[district] ?? split.ratio
    const sum = rows.reduce((before, row) => before + amounts[row]!, 0)
    shareOut(multiplyDivide(sum, city, city + own), rows.map((row) => amounts[row]!)).forEach((fen, position) => { parts[rows[position]!] = fen })
  }
  return parts
}
