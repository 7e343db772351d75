import { backlogOf, type Backlog } from '../../engine/renovation/index.ts'
import { columnsOfBase, runOf, standpointOf } from '../../desk/standpoint.ts'
import type { FactColumns, PolicyRun } from '../../engine/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { DELIVERED_RENOVATION, type RenovationLot, type RenovationMoney, type RenovationSettings } from '../../model/renovation.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'

/** What is entered of the renovation of a year, and the backlog of each community that has one. */
export interface RenovationBasis {
  year: number
  settings: RenovationSettings
  backlogs: ReadonlyMap<string, Backlog>
}

export interface Entered {
  settings: RenovationSettings
  lots: readonly RenovationLot[]
  money: readonly RenovationMoney[]
}

/** @returns a community with money but without courtyards has no backlog */
export function basisOf(year: number, { settings, lots, money }: Entered): RenovationBasis {
  const moneyOf = new Map(money.map((each) => [each.key, each]))
  const backlogs = [...Map.groupBy(lots, ({ key }) => key)].flatMap(([key, own]) => {
    const backlog = backlogOf(settings, own, moneyOf.get(key))
    return backlog.lots.length === 0 && backlog.gaps.length === 0 ? [] : [[key, backlog] as const]
  })
  return { year, settings, backlogs: new Map(backlogs) }
}

/** @returns what is set for a year, the delivered settings where nothing is */
export const renovationSettings = (desk: Desk, year: number): RenovationSettings =>
  desk.derived(`renovation settings ${year}`, () => desk.store.read.renovationPlans.find(year) ?? DELIVERED_RENOVATION)

export const renovationBasisOf = (desk: Desk, year: number): RenovationBasis =>
  desk.derived(`renovation basis ${year}`, () =>
    basisOf(year, {
      settings: renovationSettings(desk, year),
      lots: desk.store.read.renovationLots.list(year),
      money: desk.store.read.renovationMoney.list(year),
    }),
  )

/** Communities with their class and amount, in one order; an amount that is not known is NaN. */
export interface Paid {
  facts: readonly CommunityFacts[]
  classes: readonly (string | null)[]
  amounts: ArrayLike<number>
}

/** The year's communities with what the policy makes of them. */
export interface YearRun {
  columns: FactColumns
  run: PolicyRun
  policy: Policy
}

/** @throws the engine's named errors */
export const yearRun = (desk: Desk): YearRun =>
  desk.derived('renovation run', () => {
    const base = { kind: 'year' as const, year: desk.year.year }
    const standpoint = standpointOf(desk, base)
    const { policy } = standpoint
    return { columns: columnsOfBase(desk, base, policy), run: runOf(desk, base, standpoint), policy }
  })

export const paidNow = (desk: Desk): Paid => {
  const { columns, run } = yearRun(desk)
  return { facts: columns.facts, classes: run.classes, amounts: run.amounts }
}
