import { anneal } from './anneal.ts'
import { Division, type DivisionGoal, type DivisionTeams } from './division.ts'
import type { Ground, Part } from './ground.ts'
import type { PartOption } from './small-parts.ts'

/** Steps for each community of a part; a large part has enough with fewer. */
const STEPS = 6000
const MOST_STEPS = 5_000_000
/** A part is divided so often anew, as long as it is not too large for that. */
const TRIES = 4
const LARGE = 300

/** Officers of each team of a part: the larger ones first. */
const sizesOf = ({ teams, larger }: Pick<PartOption, 'teams' | 'larger'>, small: number): number[] =>
  Array.from({ length: teams }, (_, at) => small + (at < larger ? 1 : 0))

/** The most work first, each to the team that has least of it. */
function spreadOut(rows: readonly number[], sizes: readonly number[], work: readonly number[]): number[] {
  const loads = sizes.map(() => 0)
  const team = rows.map(() => 0)
  const falling = rows.map((_, at) => at).sort((a, b) => work[rows[b]!]! - work[rows[a]!]!)
  falling.forEach((at, rank) => {
    let best = rank < sizes.length ? rank : 0
    // Everybody has one first, so that no team is empty.
    if (rank >= sizes.length) loads.forEach((load, each) => (best = load / sizes[each]! < loads[best]! / sizes[best]! ? each : best))
    team[at] = best
    loads[best]! += work[rows[at]!]!
  })
  return team
}

/** Teams grow from a community each into what lies beside them, whoever has least work first, so that each hangs together. */
function growOut(rows: readonly number[], sizes: readonly number[], { work, area, near }: Ground): number[] {
  const inArea = Map.groupBy(
    rows.map((_, at) => at),
    (at) => area[rows[at]!]!,
  )
  const free = new Set(rows.map((_, at) => at))
  const team = rows.map(() => -1)
  const loads = sizes.map(() => 0)
  const own = sizes.map(() => new Set<number>())
  const take = (at: number, into: number): void => {
    team[at] = into
    free.delete(at)
    loads[into]! += work[rows[at]!]!
    own[into]!.add(area[rows[at]!]!)
  }
  // Seeds far from each other: always in the subdistrict with the most communities that nobody has begun for each seed in it.
  const begun = new Map<number, number>()
  for (const [into] of sizes.entries()) {
    const [place] = [...inArea]
      .filter(([, inside]) => inside.some((at) => free.has(at)))
      .sort(([a, one], [b, other]) => other.length / (1 + (begun.get(b) ?? 0)) - one.length / (1 + (begun.get(a) ?? 0)))
    begun.set(place![0], (begun.get(place![0]) ?? 0) + 1)
    take(
      place![1].find((at) => free.has(at))!,
      into,
    )
  }
  while (free.size > 0) {
    const order = sizes.map((_, each) => each).sort((a, b) => loads[a]! / sizes[a]! - loads[b]! / sizes[b]!)
    for (const into of order) {
      const reach = [...own[into]!].flatMap((each) => [each, ...near[each]!])
      const next = reach.flatMap((each) => inArea.get(each) ?? []).find((at) => free.has(at))
      if (next === undefined) continue
      take(next, into)
      break
    }
  }
  return team
}

/** Communities of each team of a part, with the ends of work per officer. */
export interface DividedPart {
  groups: readonly (readonly number[])[]
  sizes: readonly number[]
  least: number
  most: number
  /** Whether every team has as many communities as it may. */
  isCounted: boolean
}

/** @returns the rows of each team */
export const groupsOf = ({ rows, team }: Division, teams: number): number[][] => {
  const groups = Array.from({ length: teams }, (): number[] => [])
  rows.forEach((row, at) => groups[team[at]!]!.push(row))
  return groups
}

const isBetter = (one: DividedPart, than: DividedPart): boolean =>
  one.isCounted === than.isCounted ? one.most - one.least < than.most - than.least : one.isCounted

/**
 * Divides a part into so many teams, as evenly as a search finds.
 * @param round every further one searches anew, from another start
 * @param goOn whether there is time left
 */
export function dividePart(part: Part, option: PartOption, ground: Ground, goOn: () => boolean, round = 0): DividedPart {
  const sizes = sizesOf(option, ground.sizes.at(-1)!)
  if (option.groups !== null) return { groups: option.groups, sizes, least: option.least, most: option.most, isCounted: true }
  const { rows, isOpen, work } = part
  const mean = work / sizes.reduce((sum, each) => sum + each, 0)
  const goal: DivisionGoal = { low: mean, high: mean, change: 0, spread: 0, beyond: 1 }
  const teams: DivisionTeams = { sizes, labels: sizes.map((_, at) => at) }
  const each = work / rows.length / sizes[0]!
  const cooling = { from: each * each, to: 1e-7 * each * each, steps: Math.min(MOST_STEPS, STEPS * rows.length) }
  let best: DividedPart | null = null
  const tries = rows.length > LARGE ? 1 : TRIES
  for (let seed = tries * round; seed < tries * (round + 1); seed++) {
    if (best !== null && !goOn()) break
    const team = isOpen ? spreadOut(rows, sizes, ground.work) : growOut(rows, sizes, ground)
    const division = new Division(ground, rows, isOpen, teams, team, goal)
    anneal(division, ground, { isOpen, seed, cooling, goOn })
    const found = { groups: groupsOf(division, sizes.length), sizes, ...division.ends, isCounted: division.isCounted }
    if (best === null || isBetter(found, best)) best = found
  }
  return best!
}
