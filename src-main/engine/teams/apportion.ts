import { solveSparse, type SparseRow, type Term } from '../sparse-program.ts'
import type { Ground, Part } from './ground.ts'
import { optionsOfSmall, SMALL_PART, type PartOption } from './small-parts.ts'

/** How teams and officers are shared out among the parts, and below which range of work per officer no posting can be. */
export interface Apportioned {
  chosen: readonly PartOption[]
  /** Proven: no posting has a smaller range. */
  bound: number
}

/** What a part may have: ways that are known whole, or for a number of officers the narrowest ends that can be. */
interface Choice extends Omit<PartOption, 'teams' | 'larger'> {
  teams: number | null
  officers: number
}

const byOfficers = ({ teams, larger, ...ends }: PartOption, small: number): Choice => ({ ...ends, teams, officers: teams * small + larger })

/**
 * The ends that a part with so many officers can't be narrower than: its mean; its largest community; and the smaller two of those that
 * must share a team, because there is one community more than teams.
 */
function roughChoices(part: Part, ground: Ground, { small, larger, teams }: Sizes): Choice[] {
  const largest = larger > 0 ? small + 1 : small
  const falling = part.rows.map((row) => ground.work[row]!).sort((a, b) => b - a)
  const [fewest, most] = teams
  const choices: Choice[] = []
  for (let officers = fewest * small; officers <= most * largest; officers++) {
    const number = Math.min(most, Math.floor(officers / small))
    if (number * largest < officers || number < fewest) continue
    const pair = falling[number] === undefined ? 0 : falling[number - 1]! + falling[number]!
    const mean = part.work / officers
    choices.push({ teams: null, officers, most: Math.max(mean, falling[0]! / largest, pair / largest), least: mean, groups: null })
  }
  return choices
}

interface Sizes {
  small: number
  larger: number
  /** The fewest and the most teams of the part. */
  teams: readonly [number, number]
}

/** @returns how many teams a part can have, from its number of communities alone; none where no number does */
const teamsOf = ({ rows, isOwn }: Part, { least, most }: Ground): readonly [number, number] =>
  isOwn ? [1, 1] : [Math.ceil(rows.length / most), Math.floor(rows.length / least)]

interface Model {
  choices: readonly (readonly Choice[])[]
  teams: readonly (readonly [number, number])[]
}

/** Chooses one way for each part, so that teams and officers are as many as there are and the range is least. */
async function choose(
  { choices, teams }: Model,
  ground: Ground,
  seconds: number,
): Promise<{ picked: number[]; numbers: number[]; bound: number; isBest: boolean } | null> {
  const small = ground.sizes.at(-1)!
  const largest = ground.sizes[0]!
  const officers = ground.sizes.reduce((sum, each) => sum + each, 0)
  const variables: { whole: boolean; max: number }[] = [
    { whole: false, max: Infinity },
    { whole: false, max: Infinity },
  ]
  const [top, bottom] = [0, 1]
  const rows: SparseRow[] = []
  const all: { teams: Term[]; officers: Term[] } = { teams: [], officers: [] }
  const places = choices.map((own, part) => {
    const first = variables.length
    own.forEach(() => variables.push({ whole: true, max: 1 }))
    const count = variables.length
    variables.push({ whole: true, max: teams[part]![1] })
    const terms = (of: (choice: Choice) => number): Term[] =>
      own.map((choice, at): Term => [first + at, of(choice)]).filter(([, factor]) => factor !== 0)
    rows.push({ terms: terms(() => 1), sense: '=', bound: 1 })
    rows.push({ terms: [[top, 1], ...terms((each) => -each.most)], sense: '>=', bound: 0 })
    rows.push({ terms: [[bottom, 1], ...terms((each) => -each.least)], sense: '<=', bound: 0 })
    const known = own.every((each) => each.teams !== null)
    if (known) rows.push({ terms: [[count, 1], ...terms((each) => -each.teams!)], sense: '=', bound: 0 })
    else {
      rows.push({ terms: [[count, 1]], sense: '>=', bound: teams[part]![0] })
      rows.push({ terms: [[count, -small], ...terms((each) => each.officers)], sense: '>=', bound: 0 })
      rows.push({ terms: [[count, -largest], ...terms((each) => each.officers)], sense: '<=', bound: 0 })
    }
    all.teams.push([count, 1])
    all.officers.push(...terms((each) => each.officers))
    return { first, count }
  })
  rows.push({ terms: all.teams, sense: '=', bound: ground.sizes.length }, { terms: all.officers, sense: '=', bound: officers })
  const minimise: Term[] = [
    [top, 1],
    [bottom, -1],
  ]
  const solved = await solveSparse({ variables, rows, minimise }, { seconds })
  if (solved.kind === 'impossible' || solved.kind === 'unknown') return null
  const picked = places.map(({ first }, part) => choices[part]!.findIndex((_, at) => solved.values[first + at] === 1))
  const numbers = places.map(({ count }) => solved.values[count]!)
  return { picked, numbers, bound: Math.max(0, solved.bound), isBest: solved.kind === 'optimal' }
}

/** So far from the mean, as a share of it, is looked first. */
const SHARES = [0.05, 0.25, 1] as const
/** Work per officer that is no difference: the solver counts in doubles. */
const NOTHING = 1e-6

/** Only what can be part of an answer with that range: the mean of all lies within it. */
const within = (choices: readonly Choice[], mean: number, range: number): Choice[] =>
  choices.filter((each) => each.most <= mean + range + NOTHING && each.least >= mean - range - NOTHING)

/** What one look at the choices has found. */
interface Look {
  choices: readonly (readonly Choice[])[]
  picked: readonly number[]
  numbers: readonly number[]
  range: number
  /** Proven of all choices, not only of those that were looked at. */
  bound: number
  isBest: boolean
}

/**
 * Looks at the choices near the mean, the nearest first; what is found says how far there is still to look, which is less and less.
 * @param left seconds that it may still take
 * @returns null where no way to share out was found
 */
async function lookedAt(model: Model, ground: Ground, mean: number, left: () => number): Promise<Look | null> {
  const look = async (range: number, seconds: number): Promise<Look | null> => {
    const choices = model.choices.map((each) => within(each, mean, range))
    if (choices.some((each) => each.length === 0)) return null
    const found = await choose({ choices, teams: model.teams }, ground, seconds)
    if (found === null) return null
    const own = rangeOf(choices, found.picked)
    // Whatever was left out is at least as wide as the look was.
    return { ...found, choices, range: own, bound: Math.min(found.bound, range), isBest: found.isBest && own <= range }
  }
  let best: Look | null = null
  for (const share of SHARES) {
    best = await look(share * mean, left() / SHARES.length)
    if (best !== null) break
  }
  best ??= await look(Infinity, left())
  while (best !== null && !best.isBest && left() > 0) {
    const next: Look | null = await look(best.range, left() / 2)
    if (next === null) break
    const isBetter = next.range < best.range - NOTHING
    const bound = Math.max(best.bound, next.bound)
    if (!isBetter && !next.isBest) return { ...best, bound }
    best = { ...next, bound }
  }
  return best
}

/**
 * Shares teams and officers out among the parts. Within a small part every division is known, so that where all parts are small the
 * answer is the most even posting itself; of the others only is known what no division can do better.
 * @param left seconds that it may still take
 * @returns null where no sharing out keeps to the demands
 */
export async function apportion(ground: Ground, left: () => number): Promise<Apportioned | null> {
  const { parts, sizes } = ground
  const small = sizes.at(-1)!
  const larger = sizes.filter((each) => each > small).length
  const teams = parts.map((part) => {
    const [fewest, most] = teamsOf(part, ground)
    return [fewest, Math.min(most, sizes.length)] as const
  })
  if (teams.some(([fewest, most]) => fewest > most)) return null
  const choices = parts.map((part, at) =>
    part.rows.length <= SMALL_PART
      ? optionsOfSmall(part, ground, small, larger).map((each) => byOfficers(each, small))
      : roughChoices(part, ground, { small, larger, teams: teams[at]! }),
  )
  if (choices.some((each) => each.length === 0)) return null
  const mean = parts.reduce((sum, each) => sum + each.work, 0) / sizes.reduce((sum, each) => sum + each, 0)
  const found = await lookedAt({ choices, teams }, ground, mean, left)
  return found === null ? null : apportionedFrom(found, small)
}

function rangeOf(choices: readonly (readonly Choice[])[], picked: readonly number[]): number {
  const own = picked.map((at, part) => choices[part]![at]!)
  return Math.max(...own.map((each) => each.most)) - Math.min(...own.map((each) => each.least))
}

function apportionedFrom({ choices, picked, numbers, bound }: Look, small: number): Apportioned {
  const chosen = picked.map((at, part): PartOption => {
    const { officers, most, least, groups } = choices[part]![at]!
    const teams = numbers[part]!
    return { teams, larger: officers - teams * small, most, least, groups }
  })
  return { chosen, bound }
}
