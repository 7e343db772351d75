import type { OutputOf } from '../../contract/operations.ts'
import { courtyardsOf, ownFenOf, scheduleWith, yearlyOf, type Backlog } from '../../engine/renovation/index.ts'
import { byPlace } from '../../model/places.ts'
import { communityOf, type CommunityFacts } from '../../model/plan.ts'
import type { RenovationGap, RenovationOutcome, Schedule } from '../../model/renovation.ts'
import type { Paid, RenovationBasis } from './book.ts'
import type { RenovationLine } from './contract.ts'

type Account = OutputOf<'renovation.account'>
type Together = Account['total']

/** A community with its two plans. */
export interface PlannedLine {
  line: RenovationLine
  byPolicy: Schedule | null
  asBefore: Schedule | null
}

const outcomeOf = (plan: Schedule | null): RenovationOutcome | null =>
  plan === null ? null : { yearlyFen: plan.yearlyFen, finished: plan.finished, courtyardYears: plan.courtyardYears }

/** @param amountFen of the year; null: unknown */
export function plannedLine(
  { settings }: RenovationBasis,
  backlog: Backlog,
  facts: CommunityFacts,
  own: { class: string | null; amountFen: number | null },
): PlannedLine {
  const yearlyFen = yearlyOf(backlog, own.amountFen)
  const [byPolicy, asBefore] = [yearlyFen, yearlyOf(backlog, facts.previousFen)].map((each) => scheduleWith(backlog, settings.order, each))
  const gaps: RenovationGap[] = yearlyFen === null ? [...backlog.gaps, 'amount'] : [...backlog.gaps]
  return {
    line: {
      ...communityOf(facts),
      ...own,
      courtyards: courtyardsOf(backlog),
      ownFen: ownFenOf(backlog),
      startFen: backlog.startFen,
      gaps,
      byPolicy: outcomeOf(byPolicy!),
      asBefore: outcomeOf(asBefore!),
    },
    byPolicy: byPolicy!,
    asBefore: asBefore!,
  }
}

/** All communities with a backlog, in the order of their codes. */
export const plannedLines = (basis: RenovationBasis, { facts: communities, classes, amounts }: Paid): PlannedLine[] =>
  communities.flatMap((facts, row) => {
    const backlog = basis.backlogs.get(facts.key)
    const amount = amounts[row]!
    const own = { class: classes[row]!, amountFen: Number.isNaN(amount) ? null : amount }
    return backlog === undefined ? [] : [plannedLine(basis, backlog, facts, own)]
  })

function together(lines: readonly RenovationLine[]): Together {
  const outcomes = lines.flatMap(({ byPolicy }) => byPolicy ?? [])
  const both = lines.flatMap(({ byPolicy, asBefore }) => (byPolicy === null || asBefore === null ? [] : [[byPolicy, asBefore] as const]))
  const sum = <T>(all: readonly T[], of: (each: T) => number): number => all.reduce((total, each) => total + of(each), 0)
  return {
    communities: lines.length,
    courtyards: sum(lines, (each) => each.courtyards),
    ownFen: sum(lines, (each) => each.ownFen),
    yearlyFen: sum(outcomes, (each) => each.yearlyFen),
    unknown: lines.length - outcomes.length,
    unfinished: outcomes.filter((each) => each.finished === null).length,
    finished: Math.max(0, ...outcomes.map((each) => each.finished ?? 0)),
    courtyardYears: {
      byPolicy: sum(both, ([byPolicy]) => byPolicy.courtyardYears),
      asBefore: sum(both, ([, asBefore]) => asBefore.courtyardYears),
      communities: both.length,
    },
  }
}

/** Years of communities added up, as long as one of them has something to do; who is done keeps what is left. */
function cityYears(lines: readonly PlannedLine[]): Account['years'] {
  const both = lines.flatMap(({ byPolicy, asBefore }) => (byPolicy === null || asBefore === null ? [] : [{ byPolicy, asBefore }]))
  const last = Math.max(0, ...both.flatMap(({ byPolicy, asBefore }) => [byPolicy.years.length, asBefore.years.length]))
  return Array.from({ length: last }, (_, at) => {
    const sums = { year: at + 1, inFen: 0, spentFen: 0, leftFen: 0, done: 0, waiting: 0, waitingAsBefore: 0 }
    for (const { byPolicy, asBefore } of both) {
      const year = byPolicy.years[at]
      sums.inFen += year?.inFen ?? 0
      sums.spentFen += year?.spentFen ?? 0
      sums.leftFen += year?.leftFen ?? byPolicy.years.at(-1)?.leftFen ?? byPolicy.startFen
      sums.done += year?.done ?? 0
      sums.waiting += year?.waiting ?? 0
      sums.waitingAsBefore += asBefore.years[at]?.waiting ?? 0
    }
    return sums
  })
}

/** When the courtyards of all communities are done. @param arranged the lines in the order in which they are shown */
export function renovationAccount(
  basis: RenovationBasis,
  paid: Paid,
  arranged: (lines: readonly RenovationLine[]) => readonly RenovationLine[],
): Omit<Account, 'year' | 'delivered'> {
  const planned = plannedLines(basis, paid)
  const lines = arranged(planned.map((each) => each.line))
  return {
    order: basis.settings.order,
    communities: [...lines],
    places: byPlace(lines, (each) => each).flatMap(({ district, own, subdistricts }) => [
      { district, subdistrict: null, ...together(own) },
      ...subdistricts.map(({ subdistrict, own: inside }) => ({ district, subdistrict, ...together(inside) })),
    ]),
    total: together(lines),
    years: cityYears(planned),
  }
}
