import { areaName, type TeamSettings } from '../../model/teams.ts'

/** A community as it is to be posted: where it lies, how much work it is (whole tenths of a point), and which team it has today. */
export interface TeamCommunity {
  key: string
  district: string
  subdistrict: string
  work: number
  today: number | null
}

/** What is to be solved. */
export interface TeamsProblem {
  communities: readonly TeamCommunity[]
  settings: TeamSettings
}

/** Communities out of which no team can reach: a posting is one of each part, side by side. */
export interface Part {
  rows: readonly number[]
  work: number
  /** All of its subdistricts are neighbours of each other, so that any of its communities may go together. */
  isOpen: boolean
  /** A community that has a team to itself. */
  isOwn: boolean
}

/** The problem as numbers: what is the same in every posting. */
export interface Ground {
  work: readonly number[]
  today: readonly (number | null)[]
  /** The subdistrict of each community, as a number. */
  area: readonly number[]
  /** For each subdistrict its neighbours, itself not among them. */
  near: readonly ReadonlySet<number>[]
  parts: readonly Part[]
  /** Officers of each team, the larger teams first; they differ by one at most. */
  sizes: readonly number[]
  least: number
  most: number
}

/** @returns the officers of each team, as even as whole people can be */
export function teamSizes({ teams, bureaus }: Pick<TeamSettings, 'teams' | 'bureaus'>): number[] {
  const officers = bureaus.reduce((sum, each) => sum + each.officers, 0)
  const small = Math.floor(officers / teams)
  return Array.from({ length: teams }, (_, at) => small + (at < officers - small * teams ? 1 : 0))
}

/** Which subdistricts are neighbours, as pairs of their numbers. */
function neighbourhood(areas: readonly TeamCommunity[], { reach, neighbours }: TeamSettings): Set<number>[] {
  const near = areas.map(() => new Set<number>())
  const link = (a: number, b: number): void => {
    if (a === b) return
    near[a]!.add(b)
    near[b]!.add(a)
  }
  if (reach === 'any') areas.forEach((_, a) => areas.forEach((__, b) => link(a, b)))
  if (reach !== 'neighbours') return near
  if (neighbours.length === 0) {
    areas.forEach((one, a) => areas.forEach((other, b) => one.district === other.district && link(a, b)))
    return near
  }
  const numbers = new Map(areas.map((each, at) => [areaName(each), at]))
  for (const [one, other] of neighbours) {
    const [a, b] = [numbers.get(areaName(one)), numbers.get(areaName(other))]
    if (a !== undefined && b !== undefined) link(a, b)
  }
  return near
}

/** @returns the numbers that hang together with the first of them, through numbers of the set alone */
export function reachedFrom(first: number, among: ReadonlySet<number>, near: readonly ReadonlySet<number>[]): Set<number> {
  const reached = new Set([first])
  for (const area of reached) for (const next of near[area]!) if (among.has(next)) reached.add(next)
  return reached
}

/** The parts of what is left when communities with a team to themselves are taken out. */
function partsOf(area: readonly number[], near: readonly ReadonlySet<number>[], work: readonly number[], own: ReadonlySet<number>): Part[] {
  const rest = area.map((_, row) => row).filter((row) => !own.has(row))
  const open = new Set(rest.map((row) => area[row]!))
  const parts: Part[] = [...own].map((row) => ({ rows: [row], work: work[row]!, isOpen: true, isOwn: true }))
  while (open.size > 0) {
    const inside = reachedFrom(open.values().next().value!, open, near)
    for (const each of inside) open.delete(each)
    const rows = rest.filter((row) => inside.has(area[row]!))
    parts.push({
      rows,
      work: rows.reduce((sum, row) => sum + work[row]!, 0),
      isOpen: [...inside].every((a) => [...inside].every((b) => a === b || near[a]!.has(b))),
      isOwn: false,
    })
  }
  return parts
}

/** @returns the problem as numbers */
export function groundOf({ communities, settings }: TeamsProblem): Ground {
  const areas = [...new Map(communities.map((each) => [areaName(each), each])).values()]
  const numbers = new Map(areas.map((each, at) => [areaName(each), at]))
  const area = communities.map((each) => numbers.get(areaName(each))!)
  const near = neighbourhood(areas, settings)
  const work = communities.map((each) => each.work)
  const wanted = new Set(settings.own)
  const own = new Set(communities.flatMap(({ key }, row) => (wanted.has(key) ? [row] : [])))
  return {
    work,
    today: communities.map((each) => each.today),
    area,
    near,
    parts: partsOf(area, near, work, own),
    sizes: teamSizes(settings),
    least: settings.least ?? 1,
    most: settings.most ?? communities.length,
  }
}

/** @returns whether communities hang together by their subdistricts */
export function hangTogether(rows: readonly number[], { area, near }: Pick<Ground, 'area' | 'near'>): boolean {
  const areas = new Set(rows.map((row) => area[row]!))
  return areas.size <= 1 || reachedFrom(areas.values().next().value!, areas, near).size === areas.size
}
