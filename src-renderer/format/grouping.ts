import { changeOf } from '../../src-main/model/compared-rows.ts'
import type { CommunityResult } from '../../src-main/model/plan.ts'

/**
 * Sums of the rows shown, in fen. Communities without a known amount are counted in `undecided` and add nothing.
 * changeFen counts communities whose amounts of both years are known. A part is null where no row has one.
 */
export interface Sums {
  count: number
  undecided: number
  amountFen: number
  previousFen: number
  changeFen: number
  cityFen: number | null
  districtFen: number | null
}
export interface SubdistrictGroup {
  key: string
  subdistrict: string
  communities: CommunityResult[]
  sums: Sums
}
export interface DistrictGroup {
  key: string
  district: string
  subdistricts: SubdistrictGroup[]
  sums: Sums
}

const addKnown = (sum: number | null, part: number | null): number | null => (part === null ? sum : (sum ?? 0) + part)

/** Sums communities as the plan's own totals do: each column is the sum of what its rows show. */
export function sumOf(communities: readonly CommunityResult[]): Sums {
  const sums: Sums = {
    count: communities.length,
    undecided: 0,
    amountFen: 0,
    previousFen: 0,
    changeFen: 0,
    cityFen: null,
    districtFen: null,
  }
  for (const each of communities) {
    sums.previousFen += each.previousFen ?? 0
    if (each.amountFen === null) {
      sums.undecided++
      continue
    }
    sums.amountFen += each.amountFen
    sums.changeFen += changeOf(each) ?? 0
    sums.cityFen = addKnown(sums.cityFen, each.cityFen)
    sums.districtFen = addKnown(sums.districtFen, each.districtFen)
  }
  return sums
}

const collect = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

/** Groups by district and subdistrict, in the order in which they first appear; each group carries the sums of its rows. */
export function groupByPlace(communities: readonly CommunityResult[]): DistrictGroup[] {
  return [...collect(communities, (each) => each.district)].map(([district, inDistrict]) => ({
    key: district,
    district,
    sums: sumOf(inDistrict),
    subdistricts: [...collect(inDistrict, (each) => each.subdistrict)].map(([subdistrict, inside]) => ({
      key: `${district}/${subdistrict}`,
      subdistrict,
      communities: inside,
      sums: sumOf(inside),
    })),
  }))
}
