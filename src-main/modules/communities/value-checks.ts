import type { OutputOf } from '../../contract/operations.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import { classifierOf } from '../../engine/columns/index.ts'
import { partsOf, type FactColumns, type PolicyPart, type PolicyRun } from '../../engine/index.ts'
import { outliersAgainstLastYear, outliersWithinClass, checkRelations, checkValue } from '../../engine/indicators/index.ts'
import { AppError } from '../../shared/app-error.ts'
import { ownPoliciesOf } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { indicatorsOfPolicy } from '../../desk/plan-result.ts'
import { lastYearOf } from '../../desk/last-year.ts'
import { onceEach } from '../../desk/once-each.ts'
import { columnsOfBase, columnsOfStandpoint, runOf, standpointOf } from '../../desk/standpoint.ts'

/**
 * @returns the class of each community; none where the policy can't be applied, which the result itself reports. Only the classes are
 *   computed here, not the whole result with its fingerprints, for this is asked after each cell.
 */
function classesOf(desk: Desk): Map<string, string> {
  try {
    const base = { kind: 'year' as const, year: desk.year.year }
    const standpoint = standpointOf(desk, base)
    return classesIn(columnsOfBase(desk, base, standpoint.policy), runOf(desk, base, standpoint))
  } catch (error) {
    if (error instanceof AppError) return new Map()
    throw error
  }
}

/**
 * The same as the plan would be with other facts. Who lacks something that the policy asks has no class here: to prove that it has one all
 * the same takes long, and there may be thousands of them.
 */
function classesWith(desk: Desk, facts: CommunityFacts[]): Map<string, string> {
  const { policy } = desk
  const { year } = desk.year
  const columns = columnsOfStandpoint(desk, { policy, facts, overrides: desk.overridesOf(year), own: ownPoliciesOf(desk, year) })
  return new Map(partsOf(columns, policy).flatMap((each) => classesInPart(desk, each)))
}

function classesInPart(desk: Desk, { columns, policy }: PolicyPart): [string, string][] {
  const asked = indicatorsOfPolicy(policy, desk.dictionary.indicators)
  const { classifier, overrides } = classifierOf(columns, policy)
  // Rows of the columns are in their own order, not in that in which the facts were given.
  const classOf = ({ key, values }: CommunityFacts, row: number): string | null =>
    overrides.get(key)?.class ?? (asked.every((each) => (values[each] ?? null) !== null) ? classifier.classify(row).class : null)
  return columns.facts
    .map((each, row) => [each.key, classOf(each, row)] as const)
    .filter((each): each is [string, string] => each[1] !== null)
}

const classesIn = ({ facts }: FactColumns, { classes }: PolicyRun): Map<string, string> =>
  new Map(facts.map(({ key }, row) => [key, classes[row]] as const).filter((each): each is [string, string] => each[1] !== null))

/**
 * What would be unusual in the year if its facts were these: beside last year's, and within the class that each community would have.
 * @returns warnings plan.outlierLastYear and plan.outlierClass, each at its community and indicator
 */
export function unusualWith(desk: Desk, facts: CommunityFacts[]): Problem[] {
  const { indicators } = desk.dictionary
  const year = lastYearOf(desk, desk.year.year)
  const last = year === null ? null : { year, facts: new Map(desk.factsOf(year).map((each) => [each.key, each])) }
  return [
    ...(last === null ? [] : outliersAgainstLastYear(facts, indicators, last)),
    ...outliersWithinClass(facts, indicators, classesWith(desk, facts)),
  ]
}

function brokenIn({ key, name, values }: CommunityFacts, indicators: Indicator[]): Problem[] {
  const placeOf = (indicator: { key: string }) => ({ community: name, key, indicator: indicator.key })
  const single = indicators.flatMap((each) =>
    each.formula === undefined ? (checkValue(each, values[each.key] ?? null, placeOf(each)) ?? []) : [],
  )
  return [...single, ...checkRelations(values, indicators, placeOf)]
}

/** Values that break the dictionary's rules; of a community whose facts did not change they are known already. */
function broken(desk: Desk): Problem[] {
  const check = desk.derived('broken values', () => {
    const { indicators } = desk.dictionary
    return onceEach((facts: CommunityFacts[]) => facts.map((each) => brokenIn(each, indicators)))
  })
  return check(desk.facts).flat()
}

/** Values that differ much from last year's; the same. */
function changedMuch(desk: Desk, lastYear: number): Problem[] {
  const check = desk.derived(`values beside ${lastYear}`, () => {
    const { indicators } = desk.dictionary
    const last = { year: lastYear, facts: new Map(desk.factsOf(lastYear).map((each) => [each.key, each])) }
    return onceEach((facts: CommunityFacts[]) => facts.map((each) => outliersAgainstLastYear([each], indicators, last)))
  })
  return check(desk.facts).flat()
}

/** Looks at every value of the year: those that break the dictionary's rules, which may have changed since, and those that are unusual. */
export function checkOf(desk: Desk): OutputOf<'communities.check'> {
  const lastYear = lastYearOf(desk, desk.year.year)
  return {
    lastYear,
    problems: [
      ...broken(desk),
      ...(lastYear === null ? [] : changedMuch(desk, lastYear)),
      // Here a value is compared with all others, so that one cell can change the marks of many.
      ...outliersWithinClass(desk.facts, desk.dictionary.indicators, classesOf(desk)),
    ],
  }
}
