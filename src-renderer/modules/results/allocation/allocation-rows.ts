import type { DistrictGroup, Sums } from '../../../format/grouping.ts'
import { changeOf } from '../../../../src-main/model/compared-rows.ts'
import { compareNames } from '../../../format/plain-text.ts'
import { sortedBy } from '../../../components/table-types.ts'
import type { CommunityResult } from '../../../../src-main/model/plan.ts'

export type Level = 'district' | 'subdistrict' | 'community'
export const SORTS = ['code', 'name', 'amount', 'change'] as const
export type Sort = (typeof SORTS)[number]

/** One line of the table: a community, or a group with the sums of what is in it. */
export type AllocationRow =
  | { kind: 'group'; key: string; level: 'district' | 'subdistrict'; name: string; open: boolean; sums: Sums }
  | { kind: 'community'; key: string; community: CommunityResult }

const sorted = (communities: readonly CommunityResult[], sort: Sort): readonly CommunityResult[] => {
  switch (sort) {
    case 'code':
      return communities
    case 'name':
      return sortedBy(communities, 'up', (each) => each.name, compareNames)
    case 'amount':
      return sortedBy(communities, 'down', (each) => each.amountFen, compareNames)
    case 'change':
      return sortedBy(communities, 'down', changeOf, compareNames)
  }
}

/**
 * Flattens the groups into lines. A single district has no line of its own: its sums are the total under the table.
 * @param level how deep groups are open by default
 * @param toggled keys of the groups that were opened or closed by hand
 */
export function allocationRows(groups: readonly DistrictGroup[], level: Level, toggled: ReadonlySet<string>, sort: Sort): AllocationRow[] {
  const isOpen = (key: string, byDefault: boolean): boolean => byDefault !== toggled.has(key)
  return groups.flatMap((group) => {
    const isOnly = groups.length === 1
    const open = isOnly || isOpen(group.key, level !== 'district')
    const head: AllocationRow = { kind: 'group', key: group.key, level: 'district', name: group.district, open, sums: group.sums }
    if (!open) return [head]
    return [
      ...(isOnly ? [] : [head]),
      ...group.subdistricts.flatMap((part): AllocationRow[] => {
        const partOpen = isOpen(part.key, level === 'community')
        const partHead: AllocationRow = {
          kind: 'group',
          key: part.key,
          level: 'subdistrict',
          name: part.subdistrict,
          open: partOpen,
          sums: part.sums,
        }
        return partOpen
          ? [
              partHead,
              ...sorted(part.communities, sort).map((community): AllocationRow => ({ kind: 'community', key: community.key, community })),
            ]
          : [partHead]
      }),
    ]
  })
}
