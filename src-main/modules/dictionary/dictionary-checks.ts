import { LAST_YEAR_FIELDS, PLACE_FIELDS } from '../../model/field.ts'
import type { Dictionary, Indicator } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { formulaKeys, parseFormula, checkRelations, checkValue } from '../../engine/indicators/index.ts'
import { checkPolicy, checkIndicators } from '../../policy/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { ownPoliciesOf } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { policyIndicators } from '../../desk/plan-result.ts'

/** More warnings than this say nothing that the first ones did not say. */
const MOST_WARNINGS = 500

export const activeOf = ({ indicators }: Dictionary): Indicator[] => indicators.filter((each) => each.retired !== true)

const named = (key: string, text: string): string => `${text}（${key}）`

/** Names that columns and edits have for something else, and names that stand for two indicators. */
function checkNames({ groups, indicators }: Dictionary, changed: Indicator): Problem[] {
  const { key, label } = changed
  const place = { indicator: key }
  const reserved: readonly string[] = [...PLACE_FIELDS, ...LAST_YEAR_FIELDS]
  const namesake = activeOf({ groups, indicators } as Dictionary).find((each) => each.key !== key && each.label.zh === label.zh)
  return [
    ...(reserved.includes(key) ? [problem('plan.indicatorReserved', { indicator: key }, place)] : []),
    ...(namesake === undefined
      ? []
      : [problem('plan.indicatorLabelTaken', { label: label.zh, indicator: named(namesake.key, namesake.label.zh) }, place)]),
    ...(groups.some((each) => each.key === changed.group)
      ? []
      : [problem('plan.groupUnknown', { group: changed.group, groups: groups.map((each) => each.key).join(', ') }, place)]),
  ]
}

function checkShape({ key, kind, label, options, range }: Indicator): Problem[] {
  const place = { indicator: key }
  const isTwice =
    new Set(options.map((each) => each.key)).size < options.length || new Set(options.map((each) => each.label.zh)).size < options.length
  const isWrong = kind === 'category' ? options.length < 2 || isTwice : options.length > 0
  const isOutside = kind === 'share' && ((range?.min ?? 0) < 0 || (range?.max ?? 1) > 1)
  return [
    ...(isWrong ? [problem('plan.indicatorOptions', { indicator: label.zh }, place)] : []),
    ...(isOutside ? [problem('plan.shareRange', { indicator: label.zh, min: range?.min ?? 0, max: range?.max ?? 1 }, place)] : []),
  ]
}

/** The policies that years of the plan rest on, those that districts have of their own too, each once. */
export const policiesInUse = (desk: Desk): Policy[] => [
  ...new Map(
    desk.store.read.years
      .list()
      .flatMap(({ year }) => [
        [JSON.stringify(desk.yearOf(year).policy), desk.policyOf(year)] as const,
        ...ownPoliciesOf(desk, year).map(({ policy }) => [JSON.stringify(policy), policy] as const),
      ]),
  ).values(),
]

/** @throws the errors of a changed dictionary: of its indicators, and of policies in use that would no longer work with it */
export function refuseWrongDictionary(desk: Desk, after: Dictionary, changed: Indicator): void {
  const active = activeOf(after)
  const own = [...checkNames(after, changed), ...checkShape(changed), ...checkIndicators(active, [])].filter(
    (each) => each.level === 'error',
  )
  if (own.length > 0) throw new AppError(own)
  const broken = policiesInUse(desk).flatMap((policy) => {
    const before = new Set(errorsOf(policy, desk.dictionary.indicators).map((each) => JSON.stringify(each)))
    const errors = errorsOf(policy, active).filter((each) => !before.has(JSON.stringify(each)))
    return errors.length === 0 ? [] : [problem('plan.policyBroken', { name: policy.title.zh, version: policy.version }), ...errors]
  })
  if (broken.length > 0) throw new AppError(broken)
}

const errorsOf = (policy: Policy, indicators: Indicator[]): Problem[] =>
  checkPolicy(policy, indicators).filter((each) => each.level === 'error')

/** Who rests on an indicator: policies in use, formulas, and limits of other indicators. In words, for a message. */
export function usersOf(desk: Desk, key: string): string[] {
  const policies = policiesInUse(desk)
    .filter((policy) => policyIndicators(policy, desk.dictionary.indicators).includes(key))
    .map((policy) => `${policy.title.zh} ${policy.version}`)
  const own = policiesInUse(desk).flatMap((policy) => policy.indicators)
  const others = [...desk.dictionary.indicators, ...own].filter((each) => each.key !== key)
  const formulas = others.filter((each) => each.formula !== undefined && formulaKeys(parseFormula(each.formula)).includes(key))
  const limits = others.filter((each) => each.notAbove.includes(key))
  return [...policies, ...[...new Set([...formulas, ...limits])].map((each) => named(each.key, each.label.zh))]
}

/** All values of an indicator, in all years. */
export const valuesOf = (desk: Desk, key: string) =>
  desk.store.read.years.list().flatMap(({ year }) =>
    desk.factsOf(year).flatMap((facts) => {
      const value = facts.values[key] ?? null
      return value === null ? [] : [{ year, facts, value }]
    }),
  )

/** @throws plan.indicatorHasValues, plan.optionInUse where a change would make values meaningless */
export function refuseLosingValues(desk: Desk, before: Indicator, after: Indicator): void {
  const values = valuesOf(desk, before.key)
  const place = { indicator: before.key }
  const changesMeaning = before.kind !== after.kind || (before.formula === undefined && after.formula !== undefined)
  if (changesMeaning && values.length > 0)
    throw appError('plan.indicatorHasValues', { indicator: before.label.zh, count: values.length }, place)
  if (after.kind !== 'category') return
  for (const option of before.options.filter((each) => !after.options.some(({ key }) => key === each.key))) {
    const count = values.filter((each) => each.value === option.key).length
    if (count > 0) throw appError('plan.optionInUse', { indicator: before.label.zh, option: option.label.zh, count }, place)
  }
}

/** @returns a warning for each value that may no longer stand under an indicator; the values stay as they are */
export function doubtfulValues(desk: Desk, after: Dictionary, key: string): Problem[] {
  const indicator = after.indicators.find((each) => each.key === key)!
  const tied = activeOf(after).filter((each) => each.key === key || each.notAbove.includes(key))
  return valuesOf(desk, key)
    .flatMap(({ year, facts, value }) => {
      const place = { community: `${facts.name}（${year}）`, indicator: key }
      const wrong = checkValue(indicator, value, place)
      return (wrong === null ? checkRelations(facts.values, tied, () => place) : [wrong]).map((each): Problem => ({
        ...each,
        level: 'warning',
      }))
    })
    .slice(0, MOST_WARNINGS)
}
