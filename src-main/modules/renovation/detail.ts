import type { OutputOf } from '../../contract/operations.ts'
import { ordered, ownCosts, schedule, scheduleWith, yearlyNeed, yearlyOf, HORIZON, type Backlog } from '../../engine/renovation/index.ts'
import { runPolicy } from '../../engine/index.ts'
import { communityOf } from '../../model/plan.ts'
import { RENOVATION_SCENARIOS, RenovationOrder, type RenovationScenario, type Schedule } from '../../model/renovation.ts'
import type { Desk } from '../../desk/desk.ts'
import { appError } from '../../shared/app-error.ts'
import { plannedLine, plannedLines } from './account.ts'
import { renovationBasisOf, yearRun, type Paid, type RenovationBasis, type YearRun } from './book.ts'

type Detail = OutputOf<'renovation.of'>
/** Where nobody says by when: in five years, this one counted. */
const USUAL_YEARS = 5

const NOTHING: Backlog = { lots: [], gaps: [], startFen: 0, addedFen: 0, share: 0 }

const outcomeOf = ({ yearlyFen, finished, courtyardYears }: Schedule) => ({ yearlyFen, finished, courtyardYears })

/** @returns which year of the plan a calendar year is. @throws renovation.byOutside */
export function nthYear(year: number, by: number): number {
  const nth = by - year + 1
  if (nth < 1 || nth > HORIZON) throw appError('renovation.byOutside', { value: by, least: year, most: year + HORIZON - 1 })
  return nth
}

/** Every order beside the chosen one, with so much money a year. */
const orderLines = (backlog: Backlog, yearlyFen: number): Detail['orders'] =>
  RenovationOrder.options.map((order) => {
    const money = { startFen: backlog.startFen, yearlyFen }
    const { turns, proof } = ordered(backlog.lots, money, order)
    return { order, proof, ...outcomeOf(schedule(turns, money)) }
  })

/** What the community would get in each class, and when it would be done. */
function classLines({ settings }: RenovationBasis, backlog: Backlog, { columns, policy }: YearRun, row: number): Detail['classes'] {
  const { key } = columns.facts[row]!
  return policy.classes.map((each) => {
    const overrides = new Map(columns.overrides).set(key, { key, class: each.key, reason: '-', document: '' })
    const amount = runPolicy({ ...columns, overrides }, policy).amounts[row]!
    const amountFen = Number.isNaN(amount) ? null : amount
    const plan = scheduleWith(backlog, settings.order, yearlyOf(backlog, amountFen))
    return { class: each.key, amountFen, outcome: plan === null ? null : outcomeOf(plan) }
  })
}

/**
 * Everything about the renovation plan of a community.
 * @param by a calendar year; left out: the fifth
 * @throws plan.communityUnknown, renovation.byOutside
 */
export function renovationOf(desk: Desk, key: string, by?: number): Detail {
  const { year } = desk.year
  const [basis, run] = [renovationBasisOf(desk, year), yearRun(desk)]
  const row = run.columns.facts.findIndex((each) => each.key === key)
  if (row < 0) throw appError('plan.communityUnknown', { value: key }, { community: key })
  const wanted = by ?? year + USUAL_YEARS - 1
  const nth = nthYear(year, wanted)
  const facts = run.columns.facts[row]!
  const backlog = basis.backlogs.get(key) ?? NOTHING
  const amount = run.run.amounts[row]!
  const own = { class: run.run.classes[row]!, amountFen: Number.isNaN(amount) ? null : amount }
  const { line, byPolicy, asBefore } = plannedLine(basis, backlog, facts, own)
  const { order } = basis.settings
  const isKnown = backlog.gaps.length === 0
  const need = isKnown ? yearlyNeed(backlog.lots, order, backlog.startFen, nth) : null
  const plans: Record<RenovationScenario, Schedule | null> = {
    none: scheduleWith(backlog, order, 0),
    asBefore,
    byPolicy,
    byYear: need?.at ?? null,
  }
  const costs = new Map(backlog.lots.map((each) => [each.kind, ownCosts(each)[0]!]))
  return {
    year,
    line,
    lots: desk.store.read.renovationLots
      .list(year)
      .filter((each) => each.key === key)
      .map((each) => ({ ...each, ownFen: costs.get(each.kind) ?? null })),
    money: desk.store.read.renovationMoney.list(year).find((each) => each.key === key) ?? null,
    order,
    plan: byPolicy,
    scenarios: RENOVATION_SCENARIOS.map((scenario) => ({ scenario, plan: plans[scenario] })),
    orders: byPolicy === null ? [] : orderLines(backlog, byPolicy.yearlyFen),
    classes: classLines(basis, backlog, run, row),
    need: need === null ? null : { by: wanted, yearlyFen: need.yearlyFen, below: need.below === null ? null : outcomeOf(need.below) },
  }
}

/** What every community needs a year to be done by a calendar year. @throws renovation.byOutside */
export function renovationGoal(basis: RenovationBasis, paid: Paid, by: number): OutputOf<'renovation.goal'> {
  const nth = nthYear(basis.year, by)
  const communities = plannedLines(basis, paid).map(({ line }) => {
    const { lots, gaps, startFen } = basis.backlogs.get(line.key)!
    const needFen = gaps.length > 0 ? null : yearlyNeed(lots, basis.settings.order, startFen, nth).yearlyFen
    const yearlyFen = line.byPolicy?.yearlyFen ?? null
    return {
      ...communityOf(line),
      needFen,
      yearlyFen,
      lackFen: needFen === null || yearlyFen === null ? null : Math.max(0, needFen - yearlyFen),
    }
  })
  const known = communities.filter((each) => each.lackFen !== null)
  const sum = (part: 'needFen' | 'lackFen'): number => known.reduce((total, each) => total + each[part]!, 0)
  return { by, communities, total: { needFen: sum('needFen'), lackFen: sum('lackFen'), unknown: communities.length - known.length } }
}
