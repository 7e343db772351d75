import { indicatorsIn } from '../../../../../src-main/model/condition.ts'
import type { Policy } from '../../../../../src-main/model/policy.ts'
import { stepsOf } from '../../../../../src-main/model/fund.ts'
import type { Indicator } from '../../../../../src-main/model/indicator.ts'
import { indicatorsNamedBy } from '../../../../../src-main/model/step.ts'
import type { Text } from '../../../../../src-main/model/text.ts'

/** @returns the rules and steps in which each indicator is named, in the order of the policy */
export function usesOf(policy: Policy): Map<string, Text[]> {
  const uses = new Map<string, Text[]>()
  const note = (key: string, where: Text): void => {
    const known = uses.get(key) ?? []
    if (!known.includes(where)) uses.set(key, [...known, where])
  }
  for (const rule of policy.classification.rules) for (const key of indicatorsIn([rule.when])) note(key, rule.name)
  for (const step of stepsOf(policy)) for (const key of indicatorsNamedBy(step)) note(key, step.name)
  return uses
}

/**
 * @returns the indicator that a new condition begins with: a counted one that the policy asks for already, else the first counted
 *   one, else any
 */
export function usualIndicator(policy: Policy, indicators: readonly Indicator[]): Indicator | undefined {
  const counted = indicators.filter((each) => each.kind === 'number' && each.formula === undefined)
  const used = usesOf(policy)
  return counted.find((each) => used.has(each.key)) ?? counted[0] ?? indicators[0]
}
