import type { CommunityResult, Flow } from '../contract/plan.ts'
import { flowsOf, groupBy } from './totals.ts'

/** What becomes of one community. */
export interface CommunityChange {
  key: string; name: string; district: string; subdistrict: string
  fromClass: string | null; toClass: string | null
  /** null where the community is not in that plan, or its amount is unknown. */
  baseFen: number | null; otherFen: number | null
  /** What it gets more or less; a community that is not in a plan gets nothing there. null where an amount is unknown. */
  changeFen: number | null
}
/** Sums of the rows. While `unknown` is zero, changeFen is otherFen - baseFen; a change that is not known adds nothing to it. */
export interface GroupChange { name: string; count: number; unknown: number; baseFen: number; otherFen: number; changeFen: number }
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
  const sum = (column: 'baseFen' | 'otherFen' | 'changeFen'): number => changes.reduce((before, each) => before + (each[column] ?? 0), 0)
  const unknown = changes.filter((each) => each.changeFen === null).length
  return { name, count: changes.length, unknown, baseFen: sum('baseFen'), otherFen: sum('otherFen'), changeFen: sum('changeFen') }
}

const grouped = (changes: CommunityChange[], nameOf: (change: CommunityChange) => string): GroupChange[] =>
  [...groupBy(changes, nameOf)].map(([name, own]) => group(name, own))

function changeOf(from: CommunityResult | undefined, to: CommunityResult | undefined): CommunityChange {
  const { key, name, district, subdistrict } = (to ?? from)!
  const before = from === undefined ? 0 : from.amountFen
  const after = to === undefined ? 0 : to.amountFen
  return {
    key, name, district, subdistrict, fromClass: from?.class ?? null, toClass: to?.class ?? null,
    baseFen: from?.amountFen ?? null, otherFen: to?.amountFen ?? null, changeFen: before === null || after === null ? null : after - before,
  }
}

/**
 * Compares two plans, community by community, and adds up by district, subdistrict and class; every subtotal is the sum of
 * its rows. Founded and vanished communities are in the list with one side null.
 */
export function compare(base: CommunityResult[], other: CommunityResult[]): Comparison {
  const before = new Map(base.map((each) => [each.key, each]))
  const after = new Map(other.map((each) => [each.key, each]))
  const communities = [...new Set([...before.keys(), ...after.keys()])].sort().map((key) => changeOf(before.get(key), after.get(key)))
  return {
    communities,
    districts: grouped(communities, (each) => each.district),
    subdistricts: grouped(communities, (each) => `${each.district}/${each.subdistrict}`),
    classes: grouped(communities, (each) => each.toClass ?? ''),
    flows: flowsOf(communities.map((each) => ({ from: each.fromClass, to: each.toClass, fen: each.changeFen }))),
    total: group('', communities),
  }
}
