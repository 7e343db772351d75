import { BAND_NAMES, type AppealCounts } from '../../model/appeal.ts'
import { appealSum, closingBand } from '../../model/appeal-sums.ts'
import type {
  AppealInequality,
  AppealLine,
  AppealMonth,
  AppealScope,
  AppealSum,
  ClassMove,
  Funnel,
  SeenTrend,
} from '../../model/appeal-account.ts'
import { addedUp } from '../../model/places.ts'
import type { Community } from '../../model/plan.ts'
import type { FoundRate } from '../../model/target.ts'
import { inequalityOf } from '../analysis/equity.ts'
import { exactInterval, trendOf } from '../statistics/index.ts'
import { funnelOf } from './funnel.ts'
import { ALL_MONTHS, countsWithin, lastMonthsInARow, monthsOf, receivedIn, sourcesOf, type AppealYear } from './months.ts'

const THOUSAND = 1000
const CONFIDENCE = 0.95
const MEDIAN = 0.5
const NINETY = 0.9

/** A community of the year. before: of last year, null where it was not there. */
export interface AppealCommunity {
  community: Community
  class: string | null
  residents: number | null
  before: { class: string | null; residents: number | null } | null
}
/** The year and the one before it, as far as there is one. */
export interface AppealYears {
  now: AppealYear
  before: AppealYear
}

const perThousand = (count: number | null, residents: number | null): number | null =>
  count === null || residents === null || residents <= 0 ? null : (THOUSAND * count) / residents

const shareOf = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole

/** The share solved in time, of rows of which both are known. */
function inTimeRate(rows: readonly AppealCounts[]): FoundRate | null {
  const known = rows.filter((each) => each.solved !== null && each.inTime !== null)
  const [of, inTime] = [addedUp(known.map((each) => each.solved)), addedUp(known.map((each) => each.inTime))]
  return of === 0 ? null : { cases: of - inTime, of, rate: inTime / of, ...exactInterval(inTime, of, CONFIDENCE) }
}

const closingOf = (counts: AppealCounts): AppealLine['closing'] => ({
  of: addedUp(BAND_NAMES.map((each) => counts[each])),
  median: closingBand(counts, MEDIAN),
  ninety: closingBand(counts, NINETY),
})

/** What came from all sources, and from the community itself, in these months; null where one of them is not known. */
function foundOf({ now }: AppealYears, key: string, months: readonly number[]): { found: number; all: number } | null {
  const [found, all] = [receivedIn(now, key, months, ['found']), receivedIn(now, key, months, now.sources)]
  return found === null || all === null || now.sources.length < 2 ? null : { found, all }
}

function trendIn(years: AppealYears, key: string, scope: AppealScope): SeenTrend {
  const sources = sourcesOf(years.now, scope)
  const points = lastMonthsInARow(
    (month) => (month > 0 ? years.now.received(key, month, sources) : years.before.received(key, month + ALL_MONTHS.length, sources)),
    scope.to,
  )
  return { points: points.length, trend: trendOf(points) }
}

/** The same months of both years; null where one is missing in either. */
function bothYears({ now, before }: AppealYears, each: AppealCommunity, scope: AppealScope): { before: number; after: number } | null {
  if (each.before === null) return null
  const [months, sources, { key }] = [monthsOf(scope), sourcesOf(now, scope), each.community]
  const [last, own] = [receivedIn(before, key, months, sources), receivedIn(now, key, months, sources)]
  return last === null || own === null ? null : { before: last, after: own }
}

/** What is told of every community, in the order given, and the funnel in which they stand. */
export function appealLines(
  communities: readonly AppealCommunity[],
  years: AppealYears,
  scope: AppealScope,
): { lines: AppealLine[]; funnel: Funnel } {
  const { now } = years
  const [months, sources] = [monthsOf(scope), sourcesOf(now, scope)]
  const points = communities.map(({ community, residents }) => ({
    community,
    residents,
    received: receivedIn(now, community.key, months, sources),
  }))
  const { funnel, standings } = funnelOf(points)
  const lines = communities.map((each, at): AppealLine => {
    const { community, residents } = each
    const rows = countsWithin(now, community.key, scope)
    const counts = appealSum(rows)
    const found = foundOf(years, community.key, months)
    return {
      ...community,
      class: each.class,
      residents,
      counts,
      months: months.filter((month) => now.received(community.key, month, sources) !== null).length,
      perThousand: perThousand(points[at]!.received, residents),
      inTime: inTimeRate(rows),
      found: shareOf(found?.found ?? null, found?.all ?? null),
      closing: closingOf(counts),
      lastYear: bothYears(years, each, scope),
      trend: trendIn(years, community.key, scope),
      standing: standings.get(community.key) ?? null,
    }
  })
  return { lines, funnel }
}

/** Several communities together: their counts are added up; rates are of those of which all months are known. */
export function appealTotal(lines: readonly AppealLine[], years: AppealYears, scope: AppealScope): AppealSum {
  const months = monthsOf(scope)
  const counts = appealSum(lines.map((each) => each.counts))
  const rated = lines.filter((each) => each.perThousand !== null)
  const both = lines.flatMap((each) => each.lastYear ?? [])
  const found = lines.flatMap((each) => foundOf(years, each.key, months) ?? [])
  return {
    communities: lines.length,
    counts,
    perThousand: perThousand(
      rated.length === 0 ? null : addedUp(rated.map((each) => receivedIn(years.now, each.key, months, sourcesOf(years.now, scope)))),
      addedUp(rated.map((each) => each.residents)),
    ),
    without: lines.length - rated.length,
    inTime: inTimeRate(lines.flatMap((each) => countsWithin(years.now, each.key, scope))),
    found: shareOf(addedUp(found.map((each) => each.found)), addedUp(found.map((each) => each.all))),
    closing: closingOf(counts),
    lastYear:
      both.length === 0
        ? null
        : { communities: both.length, before: addedUp(both.map((each) => each.before)), after: addedUp(both.map((each) => each.after)) },
  }
}

/** The year month by month, each of the communities of which it is known; last year's of those of which both are. */
export function appealMonths(communities: readonly AppealCommunity[], { now, before }: AppealYears, scope: AppealScope): AppealMonth[] {
  const sources = sourcesOf(now, scope)
  return ALL_MONTHS.map((month) => {
    const known = communities.flatMap((each) => {
      const received = now.received(each.community.key, month, sources)
      return received === null ? [] : [{ ...each, received, last: before.received(each.community.key, month, sources) }]
    })
    const sized = known.filter((each) => (each.residents ?? 0) > 0)
    const isBoth = known.length > 0 && known.every((each) => each.last !== null)
    return {
      month,
      communities: known.length,
      received: known.length === 0 ? null : addedUp(known.map((each) => each.received)),
      perThousand: perThousand(
        sized.length === 0 ? null : addedUp(sized.map((each) => each.received)),
        addedUp(sized.map((each) => each.residents)),
      ),
      before: isBoth ? addedUp(known.map((each) => each.last)) : null,
    }
  })
}

/** Whoever went from one class to another since last year, and who stayed, with what came in the same months of both years. */
export function classMoves(communities: readonly AppealCommunity[], years: AppealYears, scope: AppealScope): ClassMove[] {
  const known = communities.flatMap((each) => {
    const both = bothYears(years, each, scope)
    return both === null || each.before!.class === null ? [] : [{ ...each, both, from: each.before!.class }]
  })
  return [...Map.groupBy(known, (each) => JSON.stringify([each.from, each.class])).values()]
    .map((own): ClassMove => {
      const sized = own.filter((each) => (each.residents ?? 0) > 0 && (each.before!.residents ?? 0) > 0)
      return {
        from: own[0]!.from,
        to: own[0]!.class,
        communities: own.length,
        before: addedUp(own.map((each) => each.both.before)),
        after: addedUp(own.map((each) => each.both.after)),
        beforePerThousand: perThousand(
          addedUp(sized.map((each) => each.both.before)),
          addedUp(sized.map((each) => each.before!.residents)),
        ),
        afterPerThousand: perThousand(addedUp(sized.map((each) => each.both.after)), addedUp(sized.map((each) => each.residents))),
      }
    })
    .sort((a, b) => Number(a.from === a.to) - Number(b.from === b.to) || b.communities - a.communities)
}

/** How unequally appeals come per resident, and how much of that lies between the classes; null where there is nothing to compare. */
export function appealInequality(lines: readonly AppealLine[]): AppealInequality | null {
  const rated = lines.filter((each) => each.perThousand !== null && each.class !== null)
  const portions = rated.map((each) => ({ amountFen: each.counts.received ?? 0, weight: each.residents!, group: each.class! }))
  const found = inequalityOf(portions)
  if (found === null) return null
  const { total, within, between, groups } = found.theil
  return {
    communities: rated.length,
    total,
    within,
    between,
    groups: groups
      .map((each) => {
        const own = portions.filter(({ group }) => group === each.group)
        return {
          class: each.group,
          communities: own.length,
          perThousand: (THOUSAND * addedUp(own.map(({ amountFen }) => amountFen))) / addedUp(own.map(({ weight }) => weight)),
          within: each.within,
          between: each.between,
        }
      })
      .sort((a, b) => (a.class < b.class ? -1 : 1)),
  }
}
