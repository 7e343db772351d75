import { appealSum } from '../../model/appeal-sums.ts'
import type { AppealScope } from '../../model/appeal-account.ts'
import { byPlace } from '../../model/places.ts'
import { inPlaceOrder } from '../../model/place-order.ts'
import { communityOf, type CommunityFacts } from '../../model/plan.ts'
import {
  appealInequality,
  appealLines,
  appealMonths,
  appealTotal,
  appealYear,
  classMoves,
  type AppealCommunity,
  type AppealYears,
} from '../../engine/appeals/index.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { resolvedYear } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'

/** The indicator that appeals are counted by. */
const RESIDENTS = 'residents'
const residentsOf = ({ values }: CommunityFacts): number | null => (typeof values[RESIDENTS] === 'number' ? values[RESIDENTS] : null)

/** The communities of the year in the order of the places, with what they were last year. */
function communitiesOf(desk: Desk, year: number): AppealCommunity[] {
  const { columns, run } = resolvedYear(desk, year)
  const hasLast = desk.store.read.years.list().some((each) => each.year === year - 1)
  const last = new Map(hasLast ? desk.factsOf(year - 1).map((each) => [each.key, each]) : [])
  const all = columns.facts.map((facts, row) => {
    const before = last.get(facts.key)
    return {
      ...communityOf(facts),
      class: run.classes[row]!,
      residents: residentsOf(facts),
      before: before === undefined ? null : { class: facts.previousClass, residents: residentsOf(before) },
    }
  })
  return [...inPlaceOrder(all, desk.placeOrder)].map((each) => ({ ...each, community: communityOf(each) }))
}

const yearsOf = (desk: Desk, year: number): AppealYears => {
  const { appeals } = desk.store.read
  return { now: appealYear(appeals.list(year)), before: appealYear(appeals.list(year - 1)) }
}

/** The months of which anything is counted. */
export const countedMonths = (desk: Desk, year: number): number[] =>
  [...new Set(desk.store.read.appeals.list(year).map((each) => each.month))].sort((a, b) => a - b)

/** @throws the engine's named errors */
export function appealAccount(
  desk: Desk,
  { source, ...wanted }: Pick<AppealScope, 'source'> & Partial<AppealScope>,
): OutputOf<'appeals.account'> {
  const { year } = desk.year
  const counted = countedMonths(desk, year)
  const from = wanted.from ?? counted[0] ?? 1
  const scope = { from, to: Math.max(from, wanted.to ?? counted.at(-1) ?? from), source }
  return desk.derived(`appeals account ${year} ${JSON.stringify(scope)}`, () => {
    const [communities, years] = [communitiesOf(desk, year), yearsOf(desk, year)]
    const { lines, funnel } = appealLines(communities, years, scope)
    const rows = desk.store.read.appeals
      .list(year)
      .filter((each) => each.month >= scope.from && each.month <= scope.to && (source === 'all' || each.source === source))
    return {
      year,
      scope,
      counted,
      sources: [...years.now.sources],
      communities: lines,
      places: byPlace(lines, (each) => each).flatMap(({ district, own, subdistricts }) => [
        { district, subdistrict: null, sum: appealTotal(own, years, scope) },
        ...subdistricts.map((each) => ({ district, subdistrict: each.subdistrict, sum: appealTotal(each.own, years, scope) })),
      ]),
      total: appealTotal(lines, years, scope),
      months: appealMonths(communities, years, scope),
      subjects: [...Map.groupBy(rows, (each) => each.subject)].map(([id, own]) => ({ id, counts: appealSum(own) })),
      funnel,
      moves: classMoves(communities, years, scope),
      inequality: appealInequality(lines),
    }
  })
}

/** What is told of one community; null where nothing is counted of it. @throws plan.communityUnknown */
export function appealsOfCommunity(desk: Desk, key: string): OutputOf<'appeals.of'> {
  const { year } = desk.year
  const { appeals } = desk.store.read
  const own = appeals.list(year).filter((each) => each.key === key)
  if (own.length === 0) return null
  const line = appealAccount(desk, { source: 'all' }).communities.find((each) => each.key === key)
  if (line === undefined) return null
  const { now } = yearsOf(desk, year)
  return { line, months: countedMonths(desk, year).map((month) => ({ month, received: now.received(key, month, now.sources) })) }
}
