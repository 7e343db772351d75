import type { CommunityResult, Flow } from '../contract/plan.ts'
import { flowsOf, groupBy } from './totals.ts'

/** What becomes of one community: null where it is in only one of the plans or its amount is unknown. */
export interface CommunityChange {
  key: string; name: string; district: string; subdistrict: string
  fromClass: string | null; toClass: string | null
  baseFen: number | null; otherFen: number | null; changeFen: number | null
}
export interface GroupChange { name: string; count: number; baseFen: number; otherFen: number; changeFen: number }
export interface Comparison {
  communities: CommunityChange[]
  districts: GroupChange[]
  /** Named 'district/subdistrict'. */
  subdistricts: GroupChange[]
  /** By the class in the other plan; '' for undecided and vanished. */
  classes: GroupChange[]
  flows: Flow[]
  total: GroupChange
}

function group(name: string, changes: CommunityChange[]): GroupChange {
  const baseFen = changes.reduce((sum, each) => sum + (each.baseFen ?? 0), 0)
  const otherFen = changes.reduce((sum, each) => sum + (each.otherFen ?? 0), 0)
  return { name, count: changes.length, baseFen, otherFen, changeFen: otherFen - baseFen }
}

const grouped = (changes: CommunityChange[], nameOf: (change: CommunityChange) => string): GroupChange[] =>
  [...groupBy(changes, nameOf)].map(([name, own]) => group(name, own))

/**
 * Compares two plans, community by community, and adds up by district, subdistrict and class; every subtotal is the sum of
 * its rows. Founded and vanished communities are in the list with one side null.
 */
export function compare(base: CommunityResult[], other: CommunityResult[]): Comparison {
  const before = new Map(base.map((each) => [each.key, each]))
  const after = new Map(other.map((each) => [each.key, each]))
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort()
  const communities = keys.map((key): CommunityChange => {
    const from = before.get(key)
    const to = after.get(key)
    const { name, district, subdistrict } = (to ?? from)!
    const baseFen = from?.amountFen ?? null
    const otherFen = to?.amountFen ?? null
    return {
      key, name, district, subdistrict, fromClass: from?.class ?? null, toClass: to?.class ?? null,
      baseFen, otherFen, changeFen: baseFen === null || otherFen === null ? null : otherFen - baseFen,
    }
  })
  // A community that is gone gets nothing, which is known; one that is undecided stays unknown.
  const moved = communities.map((each): CommunityResult => ({
    ...(after.get(each.key) ?? before.get(each.key)!),
    class: each.toClass, amountFen: after.has(each.key) ? each.otherFen : 0, previousFen: each.baseFen, previousClass: each.fromClass,
  }))
  return {
    communities,
    districts: grouped(communities, (each) => each.district),
    subdistricts: grouped(communities, (each) => `${each.district}/${each.subdistrict}`),
    classes: grouped(communities, (each) => each.toClass ?? ''),
    flows: flowsOf(moved),
    total: group('', communities),
  }
}
