import type { TeamProof, TeamStaff } from '../../model/teams.ts'
import { apportion, type Apportioned } from './apportion.ts'
import { dividePart, type DividedPart } from './divide.ts'
import { nearerToToday, type NamedPart } from './few-changes.ts'
import { groundOf, type Ground, type TeamsProblem } from './ground.ts'
import { labelsOf } from './labels.ts'
import { staffOf } from './staffing.ts'

/** A posting: the team of each community, from 1, and the officers of each team. */
export interface TeamsAnswer {
  teams: readonly number[]
  staff: readonly TeamStaff[]
  proof: TeamProof
}

/** By what long work is watched; `left`: seconds that it may still take. */
export interface TeamsWatch {
  left: () => number
  progress?: (stage: TeamStage, done: number, total: number) => void
}
export type TeamStage = 'sharing' | 'dividing' | 'keeping'

/** The solver may use so much of the time. */
const SHARE_OF_SOLVER = 0.4
/** So much of what is left then remains for keeping near to today. */
const SHARE_OF_REFINING = 0.5

const rangeOf = (parts: readonly DividedPart[]): { least: number; most: number } => ({
  least: Math.min(...parts.map((each) => each.least)),
  most: Math.max(...parts.map((each) => each.most)),
})

/** Nearer to the bound than this share of it, or of the mean, there is nothing to be had. */
const NEAR = { bound: 0.002, mean: 0.001 }
const MOST_ROUNDS = 60
/** After so many rounds without a better one it is left as it is. */
const FRUITLESS = 6

/** Work for each officer. */
const meanOf = ({ work, sizes }: Ground): number => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
  return sum(work) / sum(sizes)
}

/** Divides those parts anew that set an end of the range, for as long as that brings it nearer to the bound. */
function refined(parts: readonly DividedPart[], { chosen, bound }: Apportioned, ground: Ground, goOn: () => boolean): DividedPart[] {
  const better = [...parts]
  const near = Math.max(NEAR.bound * bound, NEAR.mean * meanOf(ground))
  let last = 0
  for (let round = 1; round <= MOST_ROUNDS && round - last <= FRUITLESS && goOn(); round++) {
    const { least, most } = rangeOf(better)
    if (most - least - bound <= near) break
    const ends = better.flatMap((each, at) => (chosen[at]!.groups === null && (each.least === least || each.most === most) ? [at] : []))
    if (ends.length === 0) break
    for (const at of ends) {
      const again = dividePart(ground.parts[at]!, chosen[at]!, ground, goOn, round)
      const now = better[at]!
      const isNearer = (now.least !== least || again.least > least) && (now.most !== most || again.most < most)
      if (again.isCounted && isNearer && again.least >= Math.min(least, now.least) && again.most <= Math.max(most, now.most)) {
        better[at] = again
        last = round
      }
    }
  }
  return better
}

/** Gives each group its number, those of a part together. */
function named(parts: readonly DividedPart[], ground: Ground): NamedPart[] {
  const labels = labelsOf(
    parts.flatMap((each) => each.groups),
    ground.today,
  )
  let from = 0
  return parts.map((part) => ({ ...part, labels: labels.slice(from, (from += part.groups.length)) }))
}

/**
 * Posts teams: first as evenly as can be, then with few changes of today's posting, then in few subdistricts for each team. How teams are
 * shared out among the parts that no team crosses is solved exactly, and gives the bound; within a large part a search divides.
 * @param problem whose demands don't contradict each other
 * @returns null where no posting was found that keeps to the numbers of communities for each team
 */
export async function postTeams(problem: TeamsProblem, { left, progress = () => undefined }: TeamsWatch): Promise<TeamsAnswer | null> {
  const ground = groundOf(problem)
  progress('sharing', 0, 1)
  const rest = left() * (1 - SHARE_OF_SOLVER)
  const shared = await apportion(ground, () => left() - rest)
  if (shared === null) return null
  const goOn = (): boolean => left() > 0
  const first = ground.parts.map((part, at) => {
    progress('dividing', at, ground.parts.length)
    return dividePart(part, shared.chosen[at]!, ground, goOn)
  })
  if (!first.every((each) => each.isCounted)) return null
  const half = left() * SHARE_OF_REFINING
  const divided = refined(first, shared, ground, () => left() > half)
  const mean = meanOf(ground)
  const { least, most } = rangeOf(divided)
  const allowed = (problem.settings.slack * mean) / 2
  const nearer = named(divided, ground).map((part, at) => {
    progress('keeping', at, ground.parts.length)
    return nearerToToday(ground.parts[at]!, part, ground, { low: least - allowed, high: most + allowed }, goOn)
  })
  const ends = rangeOf(nearer)
  const share = (range: number): number => (mean === 0 ? 0 : range / mean)
  const range = ends.most - ends.least
  // The bound comes out of a solver that counts in doubles.
  const bound = Math.min(shared.bound, range)
  return {
    ...posting(nearer, problem, ground),
    // What is given away for fewer changes is no longer the most even posting.
    proof: { imbalance: share(range), bound: share(bound), proven: range - bound <= 1e-6 * Math.max(1, mean) },
  }
}

function posting(parts: readonly NamedPart[], { settings }: TeamsProblem, ground: Ground): Pick<TeamsAnswer, 'teams' | 'staff'> {
  const teams = ground.work.map(() => 0)
  const sizes = ground.sizes.map(() => 0)
  for (const { groups, labels, sizes: own } of parts)
    groups.forEach((rows, at) => {
      sizes[labels[at]! - 1] = own[at]!
      for (const row of rows) teams[row] = labels[at]!
    })
  return { teams, staff: staffOf(settings.bureaus, sizes) }
}
