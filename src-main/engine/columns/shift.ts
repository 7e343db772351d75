import { byPlace } from '../../model/places.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import type { GainsAndLosses, GroupShift } from '../../model/scenario.ts'

/** Class and amount of each community under a plan; null: undecided or unknown. */
export interface Outcome {
  class: string | null
  fen: number | null
}

const changeOf = (base: Outcome, supposed: Outcome): number | null =>
  base.fen === null || supposed.fen === null ? null : supposed.fen - base.fen

/**
 * Who gains and who loses, in communities, fen and people. A change that is not known is neither gain nor loss.
 * @param people residents of each community; null where not known
 */
export function gainsAndLosses(base: Outcome[], supposed: Outcome[], people: Array<number | null>): GainsAndLosses {
  const sums: GainsAndLosses = { gainsFen: 0, lossesFen: 0, netFen: 0, gainers: 0, losers: 0, moved: 0, gainersPeople: 0, losersPeople: 0 }
  supposed.forEach((now, row) => {
    const before = base[row]!
    if (before.class !== now.class) sums.moved++
    const change = changeOf(before, now) ?? 0
    sums.netFen += change
    if (change > 0) {
      sums.gainsFen += change
      sums.gainers++
      sums.gainersPeople += people[row] ?? 0
    } else if (change < 0) {
      sums.lossesFen -= change
      sums.losers++
      sums.losersPeople += people[row] ?? 0
    }
  })
  return sums
}

function groupShift(rows: number[], base: Outcome[], supposed: Outcome[]): Omit<GroupShift, 'district' | 'subdistrict'> {
  const group = { count: rows.length, unknown: 0, baseFen: 0, withFen: 0, changeFen: 0, moved: 0 }
  for (const row of rows) {
    const [before, now] = [base[row]!, supposed[row]!]
    const change = changeOf(before, now)
    group.baseFen += before.fen ?? 0
    group.withFen += now.fen ?? 0
    group.changeFen += change ?? 0
    if (change === null) group.unknown++
    if (before.class !== now.class) group.moved++
  }
  return group
}

/**
 * The shift of each district and of each subdistrict, in order of their first community; every group is the exact sum of its
 * communities.
 */
export function groupShifts(
  places: Array<Pick<CommunityFacts, 'district' | 'subdistrict'>>,
  base: Outcome[],
  supposed: Outcome[],
): { districts: GroupShift[]; subdistricts: GroupShift[] } {
  const districts: GroupShift[] = []
  const subdistricts: GroupShift[] = []
  const rows = places.map((_, row) => row)
  for (const { district, own, subdistricts: inside } of byPlace(rows, (row) => places[row]!)) {
    districts.push({ district, subdistrict: null, ...groupShift(own, base, supposed) })
    for (const { subdistrict, own: rowsOf } of inside) subdistricts.push({ district, subdistrict, ...groupShift(rowsOf, base, supposed) })
  }
  return { districts, subdistricts }
}
