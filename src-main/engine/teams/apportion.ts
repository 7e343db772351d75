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
): Promise<{ picked: number[]; numbers: number[]; bound: number } | null> {
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
  return { picked, numbers: places.map(({ count }) => solved.values[count]!), bound: Math.max(0, solved.bound) }
}

/** Only what can be part of an answer with that range: the mean of all lies within it. */
const within = (choices: readonly Choice[], mean: number, range: number): Choice[] =>
  choices.filter((each) => each.most <= mean + range + 1e-6 && each.least >= mean - range - 1e-6)

/**
 * Shares teams and officers out among the parts. Within a small part every division is known, so that where all parts are small the
 * answer is the most even posting itself; of the others only is known what no division can do better.
 * @returns null where no sharing out keeps to the demands
 */
export async function apportion(ground: Ground, seconds: number): Promise<Apportioned | null> {
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
  // A narrow look first: its answer says how far the whole one has to look.
  for (const share of [0.25, 1]) {
    const narrow = choices.map((each) => within(each, mean, mean * share))
    if (narrow.some((each) => each.length === 0)) continue
    const first = await choose({ choices: narrow, teams }, ground, seconds / 2)
    if (first === null) continue
    const range = rangeOf(narrow, first.picked)
    if (range <= mean * share) return apportionedFrom(narrow, first, small)
    const wide = choices.map((each) => within(each, mean, range))
    const second = await choose({ choices: wide, teams }, ground, seconds)
    if (second !== null) return apportionedFrom(wide, second, small)
    // Beyond the narrow look nothing is known, but that whatever lies there is wider than it.
    return apportionedFrom(narrow, { ...first, bound: Math.min(first.bound, mean * share) }, small)
  }
  const found = await choose({ choices, teams }, ground, seconds)
  return found === null ? null : apportionedFrom(choices, found, small)
}

function rangeOf(choices: readonly (readonly Choice[])[], picked: readonly number[]): number {
  const own = picked.map((at, part) => choices[part]![at]!)
  return Math.max(...own.map((each) => each.most)) - Math.min(...own.map((each) => each.least))
}

function apportionedFrom(
  choices: readonly (readonly Choice[])[],
  { picked, numbers, bound }: { picked: readonly number[]; numbers: readonly number[]; bound: number },
  small: number,
): Apportioned {
  const chosen = picked.map((at, part): PartOption => {
    const { officers, most, least, groups } = choices[part]![at]!
    const teams = numbers[part]!
    return { teams, larger: officers - teams * small, most, least, groups }
  })
  return { chosen, bound }
}
