import { demandsOf, withoutDemand, type TeamDemand, type TeamSettings } from '../../model/teams.ts'
import { minimalConflict } from '../goal-seek/conflict.ts'
import { groundOf, teamSizes, type Ground, type Part, type TeamsProblem } from './ground.ts'
import { optionsOfSmall, SMALL_PART } from './small-parts.ts'

/** Whether whole officers can be posted as it is asked. */
function staffingHolds(settings: TeamSettings): boolean {
  const sizes = teamSizes(settings)
  const required = settings.bureaus.filter((each) => each.required)
  return (
    Math.min(...sizes) >= settings.officersLeast &&
    Math.max(...sizes) <= settings.officersMost &&
    required.every((each) => each.officers >= settings.teams) &&
    required.length <= Math.min(...sizes)
  )
}

/** The numbers of teams that a part can have. */
function numbersOf(part: Part, ground: Ground): number[] {
  const { rows, isOpen, isOwn } = part
  if (isOwn) return [1]
  // Where all lies beside each other only the number of communities counts.
  if (!isOpen && rows.length <= SMALL_PART) return [...new Set(optionsOfSmall(part, ground, 1, 0).map((each) => each.teams))]
  const [fewest, most] = [Math.ceil(rows.length / ground.most), Math.floor(rows.length / ground.least)]
  return Array.from({ length: Math.max(0, most - fewest + 1) }, (_, at) => fewest + at)
}

/**
 * Whether the demands contradict each other. Exact where subdistricts of a part are all neighbours, or a part is small; of a large part
 * along a chain of neighbours only its number of communities is looked at.
 */
function contradict({ communities, settings }: TeamsProblem): boolean {
  if (!staffingHolds(settings)) return true
  const ground = groundOf({ communities, settings })
  let sums = new Set([0])
  for (const part of ground.parts) {
    const numbers = numbersOf(part, ground)
    sums = new Set([...sums].flatMap((sum) => numbers.map((each) => sum + each)).filter((sum) => sum <= settings.teams))
  }
  return !sums.has(settings.teams)
}

/**
 * Demands that contradict each other, and of which each is needed for that: without any one of them the others can be kept.
 * @returns null where all can be kept; none where there are more teams than communities, or than officers, whatever is asked
 */
export async function contradiction(problem: TeamsProblem): Promise<TeamDemand[] | null> {
  if (!contradict(problem)) return null
  const demands = demandsOf(problem.settings)
  const positions = await minimalConflict(demands.length, (kept) => {
    const left = demands.filter((_, position) => !kept.includes(position))
    return !contradict({ ...problem, settings: left.reduce(withoutDemand, problem.settings) })
  })
  return positions.map((position) => demands[position]!)
}
