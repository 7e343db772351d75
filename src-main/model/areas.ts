import { z } from 'zod'

/**
 * A part of the plan that an answer can rest on and that a step can change: a table (`policy`), or one year of a table whose rows
 * belong to a year (`community_year 2023`).
 */
export const Area = z.string()
export type Area = z.infer<typeof Area>

/** Areas that were changed, and of each the keys of the changed rows: of `community_year 2023` those of the communities. */
export const Areas = z.record(Area, z.array(z.string()))
export type Areas = z.infer<typeof Areas>

/** Grows with every step: whatever rests on the history rests on this. */
export const HISTORY = 'step'

/** @returns one year's part of a table */
export const yearOf = (table: string, year: number): Area => `${table} ${year}`

const tableOf = (area: Area): string => area.split(' ', 1)[0]!

/** @returns the changed areas that something rests on; who rests on a whole table rests on each of its years */
export const touching = (changed: Areas, restsOn: ReadonlySet<Area>): Areas =>
  Object.fromEntries(Object.entries(changed).filter(([area]) => restsOn.has(area) || restsOn.has(tableOf(area))))

/** @returns the areas of both, with the rows of both */
export function together(one: Areas, other: Areas): Areas {
  const both = { ...one }
  for (const [area, rows] of Object.entries(other)) both[area] = [...new Set([...(both[area] ?? []), ...rows])]
  return both
}

/** The areas that hold a year's facts of the communities; the keys of their rows are those of the communities. */
const areasOfFacts = (year: number): Area[] => [yearOf('community_year', year), 'community']

/** @returns the communities whose facts of the year were changed, where nothing else was; else null */
export function communitiesIn(changed: Areas, year: number): string[] | null {
  const areas = areasOfFacts(year)
  return Object.keys(changed).every((area) => areas.includes(area)) ? [...new Set(Object.values(changed).flat())] : null
}
