import { solveSparse, type SparseRow, type Term } from '../sparse-program.ts'
import { groundOf, hangTogether, reachedFrom, type Ground, type TeamsProblem } from './ground.ts'

/** A posting that keeps all demands, with so many communities elsewhere than they were; `proven`: it can't be done with fewer. */
export interface Repaired {
  teams: readonly number[]
  changes: number
  proven: boolean
}

/** More pairs of community and team are not looked at in one model. */
const MOST_PAIRS = 40_000
const MOST_CUTS = 60

/** Numbers of the variables: which community is with which team, and in which part and subdistrict a team is. */
class Numbers {
  count = 0
  readonly #of = new Map<string, number>()
  at(kind: 'community' | 'part' | 'area', which: number, team: number): number {
    const name = `${kind} ${which} ${team}`
    const known = this.#of.get(name)
    if (known !== undefined) return known
    this.#of.set(name, this.count)
    return this.count++
  }
}

/** What every posting keeps to: each community once, whole parts, numbers of communities. */
function demandRows(ground: Ground, numbers: Numbers): SparseRow[] {
  const { work, parts, sizes, least, most, area } = ground
  const rows: SparseRow[] = []
  const teams = sizes.map((_, team) => team)
  const own = new Set(parts.flatMap((each) => (each.isOwn ? each.rows : [])))
  work.forEach((_, row) => rows.push({ terms: teams.map((team): Term => [numbers.at('community', row, team), 1]), sense: '=', bound: 1 }))
  for (const team of teams) {
    const all = work.map((_, row): Term => [numbers.at('community', row, team), 1])
    rows.push({ terms: all, sense: '<=', bound: most })
    // A community that has a team to itself is enough for it.
    rows.push({ terms: all.map(([variable], row): Term => [variable, own.has(row) ? least : 1]), sense: '>=', bound: least })
    rows.push({ terms: parts.map((_, part): Term => [numbers.at('part', part, team), 1]), sense: '=', bound: 1 })
    parts.forEach(({ rows: inside, isOpen }, part) => {
      for (const row of inside) {
        rows.push({
          terms: [
            [numbers.at('community', row, team), 1],
            [numbers.at('part', part, team), -1],
          ],
          sense: '<=',
          bound: 0,
        })
        if (!isOpen)
          rows.push({
            terms: [
              [numbers.at('community', row, team), 1],
              [numbers.at('area', area[row]!, team), -1],
            ],
            sense: '<=',
            bound: 0,
          })
      }
      if (isOpen) return
      for (const [place, there] of Map.groupBy(inside, (row) => area[row]!))
        rows.push({
          terms: [[numbers.at('area', place, team), -1], ...there.map((row): Term => [numbers.at('community', row, team), 1])],
          sense: '>=',
          bound: 0,
        })
    })
  }
  return rows
}

/** For a team that does not hang together: what lies around its smaller side must be with it, for whichever team it is. */
function cuts(team: readonly number[], ground: Ground, numbers: Numbers): SparseRow[] {
  const { area, near, parts, sizes } = ground
  const part = parts.find((each) => each.rows.includes(team[0]!))!
  const places = new Set(part.rows.map((row) => area[row]!))
  const own = new Set(team.map((row) => area[row]!))
  const one = reachedFrom(own.values().next().value!, own, near)
  const around = new Set([...one].flatMap((each) => [...near[each]!]).filter((each) => places.has(each) && !one.has(each)))
  const others = [...own].filter((each) => !one.has(each))
  return sizes.flatMap((_, number) =>
    [...one].flatMap((here) =>
      others.map((there): SparseRow => ({
        terms: [
          [numbers.at('area', here, number), 1],
          [numbers.at('area', there, number), 1],
          ...[...around].map((each): Term => [numbers.at('area', each, number), -1]),
        ],
        sense: '<=',
        bound: 1,
      })),
    ),
  )
}

/**
 * Puts a posting right with the fewest changes.
 * @param kept rows that stay where they are, because somebody has put them there
 * @param left seconds that it may still take
 * @returns null where nothing keeps to all demands; 'unknown' where time was over; 'tooLarge' where it is not tried
 */
export async function repairPosting(
  problem: TeamsProblem,
  kept: ReadonlySet<number>,
  left: () => number,
): Promise<Repaired | null | 'unknown' | 'tooLarge'> {
  const ground = groundOf(problem)
  const { work, sizes, today, parts } = ground
  if (work.length * sizes.length > MOST_PAIRS) return 'tooLarge'
  const numbers = new Numbers()
  const rows = demandRows(ground, numbers)
  for (const row of kept) {
    const team = today[row]
    if (team !== null && team !== undefined) rows.push({ terms: [[numbers.at('community', row, team - 1), 1]], sense: '=', bound: 1 })
  }
  const minimise = today.flatMap((team, row): Term[] =>
    team === null || team > sizes.length ? [] : [[numbers.at('community', row, team - 1), -1]],
  )
  for (let round = 0; round < MOST_CUTS && left() > 0; round++) {
    const variables = Array.from({ length: numbers.count }, () => ({ whole: true, max: 1 }))
    const solved = await solveSparse({ variables, rows, minimise }, { seconds: left() })
    if (solved.kind === 'impossible') return null
    if (solved.kind === 'unknown') return 'unknown'
    const teams = work.map((_, row) => sizes.findIndex((__, team) => solved.values[numbers.at('community', row, team)] === 1))
    const loose = sizes
      .map((_, team) => work.flatMap((__, row) => (teams[row] === team ? [row] : [])))
      .filter((own) => !parts.find((each) => each.rows.includes(own[0]!))!.isOpen && !hangTogether(own, ground))
    if (loose.length === 0) {
      const changes = today.filter((team, row) => team !== teams[row]! + 1).length
      return { teams: teams.map((team) => team + 1), changes, proven: solved.kind === 'optimal' }
    }
    rows.push(...loose.flatMap((own) => cuts(own, ground, numbers)))
  }
  return 'unknown'
}
