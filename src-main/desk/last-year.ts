import type { CommunityFacts } from '../model/plan.ts'
import type { Conservation } from '../model/units.ts'
import { conservation } from '../engine/units/index.ts'
import type { Desk } from './desk.ts'

/** What is known of the money of a year: of its adopted plan, else what its ledger says was allocated, else nothing. */
export interface YearMoney {
  basis: Conservation['basis']
  fenOf: ReadonlyMap<string, number | null>
}

/** @returns the plan adopted last in the year, unless the adoption was taken back; or undefined */
export const adoptedOf = (desk: Desk, year: number) =>
  desk.derived(`adopted ${year}`, () => desk.store.read.adopted.list().find((each) => each.year === year && each.takenBack === null))

/** @returns the amounts and classes of the plan adopted last in the year, by community; null where none is adopted */
export const adoptedResultOf = (desk: Desk, year: number) =>
  desk.derived(`adoptedResult ${year}`, () => {
    const adopted = adoptedOf(desk, year)
    return adopted === undefined ? null : desk.store.read.adopted.result(adopted.id)
  })

export function moneyOf(desk: Desk, year: number): YearMoney {
  const result = adoptedResultOf(desk, year)
  if (result !== null) return { basis: 'adopted', fenOf: new Map(result.communities.map((each) => [each.key, each.amountFen])) }
  const allocated = desk.store.read.ledger.list(year).filter((each) => each.allocatedFen !== null)
  return allocated.length === 0
    ? { basis: 'none', fenOf: new Map() }
    : { basis: 'ledger', fenOf: new Map(allocated.map((each) => [each.key, each.allocatedFen])) }
}

/** @returns years that have communities, earliest first */
export const yearsInUse = (desk: Desk): number[] =>
  desk.derived('yearsInUse', () =>
    desk.store.read.years
      .list()
      .map((each) => each.year)
      .filter((year) => desk.factsOf(year).length > 0),
  )

/** @returns the year before in the plan, or null for the first one */
export const lastYearOf = (desk: Desk, year: number): number | null =>
  yearsInUse(desk)
    .filter((each) => each < year)
    .at(-1) ?? null

/** Last year's communities as they were in the end; a community that only its adopted plan has is one of them. */
export function unitsOf(desk: Desk, year: number): Array<{ key: string; name: string; fen: number | null }> {
  const { basis, fenOf } = moneyOf(desk, year)
  const present = new Map<string, Pick<CommunityFacts, 'key' | 'name'>>(
    [...(adoptedResultOf(desk, year)?.communities ?? []), ...desk.factsOf(year)].map((each) => [each.key, each]),
  )
  // A community that the adopted plan does not have was given nothing by it; one that the ledger does not have is not entered yet.
  return [...present.values()].map(({ key, name }) => ({ key, name, fen: fenOf.get(key) ?? (basis === 'adopted' ? 0 : null) }))
}

/** Whether every community and every fen of last year is accounted for in the current year. */
export const conservationOf = (desk: Desk): Conservation =>
  desk.derived('conservation', () => {
    const { year } = desk.year
    const from = lastYearOf(desk, year)
    const now = desk.facts.map(({ key, name, previousFen }) => ({ key, name, fen: previousFen }))
    if (from === null) {
      const outcomes = { continues: 0, renamed: 0, moved: 0, merged: 0, split: 0, dissolved: 0, lost: 0 }
      const foundFen = now.reduce((sum, each) => sum + (each.fen ?? 0), 0)
      return {
        year,
        from,
        basis: 'none',
        holds: true,
        counts: { last: 0, now: now.length, founded: 0, outcomes },
        money: { lastFen: null, foundFen, endedFen: 0 },
        accounts: [],
        gaps: [],
      }
    }
    return conservation({
      year,
      from,
      basis: moneyOf(desk, from).basis,
      last: unitsOf(desk, from),
      now,
      changes: desk.store.read.unitChanges.list(year),
    })
  })
