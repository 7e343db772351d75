import { comparedRow } from '../../src-main/model/compared-rows.ts'
import { byPlace, sumOfKnown } from '../../src-main/model/places.ts'
import type { CommunityResult } from '../../src-main/model/plan.ts'

/**
 * Sums of the rows shown, in fen. Communities without a known amount are counted in `undecided` and add nothing; a sum is null where
 * there are communities and nothing of them is known, for it is not zero then. changeFen is the difference of the two sums, null where
 * a community is in one of them only. A part is null where no row has one.
 */
export interface Sums {
  count: number
  undecided: number
  amountFen: number | null
  previousFen: number | null
  changeFen: number | null
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

/** Sums communities: each column is the sum of what its rows show. */
export function sumOf(communities: readonly CommunityResult[]): Sums {
  const { count, undecided, amountFen, previousFen, differenceFen } = comparedRow('', communities)
  const part = (field: 'cityFen' | 'districtFen'): number | null =>
    count === 0 ? null : sumOfKnown(communities.map((each) => each[field]))
  return { count, undecided, amountFen, previousFen, changeFen: differenceFen, cityFen: part('cityFen'), districtFen: part('districtFen') }
}

/** Groups by district and subdistrict, in the order in which they first appear; each group carries the sums of its rows. */
export const groupByPlace = (communities: readonly CommunityResult[]): DistrictGroup[] =>
  byPlace(communities, (each) => each).map(({ district, own, subdistricts }) => ({
    key: district,
    district,
    sums: sumOf(own),
    subdistricts: subdistricts.map(({ subdistrict, own: inside }) => ({
      key: `${district}/${subdistrict}`,
      subdistrict,
      communities: inside,
      sums: sumOf(inside),
    })),
  }))
