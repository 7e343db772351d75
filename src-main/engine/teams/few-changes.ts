import { anneal } from './anneal.ts'
import { Division, type DivisionGoal, type DivisionTeams } from './division.ts'
import type { DividedPart } from './divide.ts'
import { groupsOf } from './divide.ts'
import type { Ground, Part } from './ground.ts'

const STEPS = 8000
const MOST_STEPS = 3_000_000
/** A subdistrict more for a team counts less than any change. */
const SPREAD = 0.02

/** In changes: where much is tried, where today's posting is only mended, and where nothing is given up any more. */
const [HOT, COOL, COLD] = [3, 0.2, 0.004]

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

/** The same sizes, the larger ones for the teams that have more work in a division. */
function sizesByWork(part: Part, team: readonly number[], sizes: readonly number[], { work }: Ground): number[] {
  const loads = sizes.map(() => 0)
  part.rows.forEach((row, at) => (loads[team[at]!]! += work[row]!))
  const falling = [...sizes].sort((a, b) => b - a)
  const own = [...sizes]
  loads
    .map((_, at) => at)
    .sort((a, b) => loads[b]! - loads[a]!)
    .forEach((at, rank) => (own[at] = falling[rank]!))
  return own
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
  const goal: DivisionGoal = { ...window, change: 1, spread: SPREAD, beyond: 1000 }
  const divisionFrom = (team: ArrayLike<number>, own: readonly number[]): Division => {
    const teams: DivisionTeams = { sizes: own, labels }
    return new Division(ground, part.rows, part.isOpen, teams, team, goal)
  }
  let best = { division: divisionFrom(even, sizes), sizes, ...judged(divisionFrom(even, sizes), window) }
  const today = asToday(part, labels, even, ground)
  const sizesToday = sizesByWork(part, today, sizes, ground)
  const consider = (division: Division, own: readonly number[]): void => {
    const found = judged(division, window)
    const isFewer = found.changes < best.changes || (found.changes === best.changes && found.spread < best.spread)
    if (found.holds && isFewer) best = { division, sizes: own, ...found }
  }
  const starts = [
    { start: even, own: sizes, from: HOT },
    { start: today, own: sizesToday, from: HOT },
    { start: today, own: sizesToday, from: COOL },
  ]
  for (const [seed, { start, own, from }] of starts.entries()) {
    const division = divisionFrom(start, own)
    if (!division.hangs || division.hasEmpty) continue
    consider(divisionFrom(start, own), own)
    const steps = Math.min(MOST_STEPS, STEPS * part.rows.length)
    anneal(division, ground, { isOpen: part.isOpen, seed: seed + 11, cooling: { from, to: COLD, steps }, goOn })
    consider(division, own)
  }
  const { division } = best
  return { ...named, sizes: best.sizes, groups: groupsOf(division, sizes.length), ...division.ends }
}
