import type { OutputOf } from '../../contract/operations.ts'
import { outliersAgainstLastYear, outliersWithinClass, checkRelations, checkValue } from '../../engine/indicators/index.ts'
import { AppError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { lastYearOf } from '../../desk/last-year.ts'

/** @returns the class of each community; none where the policy can't be applied, which the result itself reports */
function classesOf(desk: Desk): Map<string, string> {
  try {
    return new Map(desk.result.communities.flatMap((each) => (each.class === null ? [] : [[each.key, each.class] as const])))
  } catch (error) {
    if (error instanceof AppError) return new Map()
    throw error
  }
}

/** Looks at every value of the year: those that break the dictionary's rules, which may have changed since, and those that are unusual. */
export function checkOf(desk: Desk): OutputOf<'communities.check'> {
  const {
    facts,
    dictionary: { indicators },
  } = desk
  const broken = facts.flatMap(({ key, name, values }) => {
    const placeOf = (indicator: { key: string }) => ({ community: name, key, indicator: indicator.key })
    const single = indicators.flatMap((each) =>
      each.formula === undefined ? (checkValue(each, values[each.key] ?? null, placeOf(each)) ?? []) : [],
    )
    return [...single, ...checkRelations(values, indicators, placeOf)]
  })
  const lastYear = lastYearOf(desk, desk.year.year)
  const unusual = [
    ...(lastYear === null
      ? []
      : outliersAgainstLastYear(facts, indicators, {
          year: lastYear,
          facts: new Map(desk.factsOf(lastYear).map((each) => [each.key, each])),
        })),
    ...outliersWithinClass(facts, indicators, classesOf(desk)),
  ]
  return { lastYear, problems: [...broken, ...unusual] }
}
