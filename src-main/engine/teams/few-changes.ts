import { anneal } from './anneal.ts'
import { Division, type DivisionGoal, type DivisionTeams } from './division.ts'
import type { DividedPart } from './divide.ts'
import { groupsOf } from './divide.ts'
import type { Ground, Part } from './ground.ts'

const STEPS = 8000
const MOST_STEPS = 3_000_000
/** A subdistrict more for a team counts less than any change. */
const SPREAD = 0.02

/** A part of a posting with the numbers of its teams. */
export interface NamedPart extends DividedPart {
  labels: readonly number[]
}

interface Window {
  low: number
  high: number
}

/** Whether a division keeps to everything, and how much is changed. */
function judged(division: Division, { low, high }: Window): { holds: boolean; changes: number; spread: number } {
  const { least, most } = division.ends
  const holds = division.isCounted && division.hangs && least >= low - 1e-9 && most <= high + 1e-9
  return { holds, changes: division.changes, spread: division.spread }
}

/** Today's teams as far as they are teams of this part; the others stay where the even division has them. */
function asToday(part: Part, labels: readonly number[], team: ArrayLike<number>, ground: Ground): number[] {
  const places = new Map(labels.map((label, at) => [label, at]))
  return part.rows.map((row, at) => places.get(ground.today[row] ?? 0) ?? team[at]!)
}

/**
 * Brings a part nearer to today's posting, and its teams into fewer subdistricts, while work per officer stays between two ends.
 * @param named how it is divided so far, within the ends
 * @returns a division that is not worse: the one with fewest changes that a search from both sides finds
 */
export function nearerToToday(part: Part, named: NamedPart, ground: Ground, window: Window, goOn: () => boolean): NamedPart {
  const { groups, sizes, labels } = named
  if (groups.length === 1) return named
  const place = new Map(groups.flatMap((rows, team) => rows.map((row) => [row, team] as const)))
  const even = part.rows.map((row) => place.get(row)!)
  const teams: DivisionTeams = { sizes, labels }
  const goal: DivisionGoal = { ...window, change: 1, spread: SPREAD, beyond: 1000 }
  const divisionFrom = (team: ArrayLike<number>): Division => new Division(ground, part.rows, part.isOpen, teams, team, goal)
  let best = { division: divisionFrom(even), ...judged(divisionFrom(even), window) }
  const today = asToday(part, labels, even, ground)
  const consider = (division: Division): void => {
    const found = judged(division, window)
    const isFewer = found.changes < best.changes || (found.changes === best.changes && found.spread < best.spread)
    if (found.holds && isFewer) best = { division, ...found }
  }
  for (const [seed, start] of [even, today].entries()) {
    const division = divisionFrom(start)
    if (!division.hangs || division.hasEmpty) continue
    consider(divisionFrom(start))
    const steps = Math.min(MOST_STEPS, STEPS * part.rows.length)
    anneal(division, ground, { isOpen: part.isOpen, seed: seed + 11, cooling: { from: 3, to: 0.004, steps }, goOn })
    consider(division)
  }
  const { division } = best
  return { ...named, groups: groupsOf(division, sizes.length), ...division.ends }
}
