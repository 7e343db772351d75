import type { DistrictGroup, SubdistrictGroup } from '../format/grouping.ts'
import type { CommunityResult } from '../../src-main/model/plan.ts'

export interface NumberedLine {
  number: number
  community: CommunityResult
}
export type NumberedSubdistrict = SubdistrictGroup & { lines: NumberedLine[] }
export type NumberedDistrict = Omit<DistrictGroup, 'subdistricts'> & { subdistricts: NumberedSubdistrict[] }

/** Numbers the rows of the whole table from 1 on, through all groups. */
export function numbered(groups: readonly DistrictGroup[]): NumberedDistrict[] {
  let number = 0
  return groups.map((group) => ({
    ...group,
    subdistricts: group.subdistricts.map((part) => ({
      ...part,
      lines: part.communities.map((community) => ({ number: ++number, community })),
    })),
  }))
}
