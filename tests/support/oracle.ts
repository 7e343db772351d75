import type { Indicator } from '../../src-main/model/indicator.ts'
import type { CommunityFacts } from '../../src-main/model/plan.ts'
import type { Condition } from '../../src-main/model/condition.ts'
import type { Policy } from '../../src-main/model/policy.ts'
import { domainOf } from './random-plan.ts'

/** The plainest reading of the rules, written apart from the engine: values by key, undefined for what can't be computed. */
export type Values = Record<string, number | string | null | undefined>

/** The derived indicators of tests/support/random-plan.ts, by hand. */
export function withDerived(values: Values): Values {
  const [homes, people, young] = [values.homes as number, values.people as number, values.young as number]
  return {
    ...values,
    crowding: homes === 0 ? undefined : people / homes,
    youngShare: people === 0 ? 0 : young / people,
    adults: people - young,
    spread: (people * people) / (homes + 1),
  }
}

/** Whether a condition holds; undefined where that depends on a value that is not there. */
export function holds(condition: Condition, values: Values): boolean | undefined {
  if (condition.kind === 'not') {
    const inner = holds(condition.of, values)
    return inner === undefined ? undefined : !inner
  }
  if (!('indicator' in condition)) {
    const parts = condition.of.map((each) => holds(each, values))
    if (parts.includes(condition.kind === 'any')) return condition.kind === 'any'
    return parts.includes(undefined) ? undefined : condition.kind === 'all'
  }
  const value = values[condition.indicator]
  if (value === undefined || value === null) return undefined
  if (condition.kind === 'category') return condition.anyOf.includes(value as string)
  if (condition.kind === 'flag') return (value === 1) === condition.value
  const number = value as number
  if (condition.kind === 'range')
    return number >= condition.from! && (condition.toIncluded ? number <= condition.to! : number < condition.to!)
  switch (condition.operator) {
    case '<':
      return number < condition.value
    case '<=':
      return number <= condition.value
    case '>':
      return number > condition.value
    case '>=':
      return number >= condition.value
    case '=':
      return number === condition.value
    case '!=':
      return number !== condition.value
  }
}

/** The class by first match; undefined where a rule before the match can't be decided. */
export function classOf(policy: Policy, values: Values): string | undefined {
  for (const rule of policy.classification.rules) {
    const found = holds(rule.when, values)
    if (found === undefined) return undefined
    if (found) return rule.class
  }
  return policy.classification.fallback
}

/** Everything the missing values of a community may be, its parts never above their wholes. */
export function completionsOf(community: CommunityFacts, indicators: Indicator[]): Values[] {
  const every = indicators.reduce<Values[]>(
    (starts, indicator) => {
      const known = community.values[indicator.key]
      const choices = known === null || known === undefined ? domainOf(indicator) : [known]
      return starts.flatMap((start) => choices.map((value) => ({ ...start, [indicator.key]: value })))
    },
    [{}],
  )
  return every.filter((values) =>
    indicators.every((indicator) => indicator.notAbove.every((whole) => (values[indicator.key] as number) <= (values[whole] as number))),
  )
}
