import type { Indicator } from '../../model/indicator.ts'
import { isLeaf, kindsAskedBy, placedPartsOf, thresholdsOf, type Condition, type ConditionLeaf } from '../../model/condition.ts'
import type { Policy } from '../../model/policy.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { rangeOf } from '../../model/range.ts'

function checkLeaf(leaf: ConditionLeaf, place: Place, indicators: Map<string, Indicator>): Problem[] {
  const indicator = indicators.get(leaf.indicator)
  if (indicator === undefined) return [problem('policy.indicatorUnknown', { indicator: leaf.indicator }, place)]
  const expected = kindsAskedBy(leaf)
  if (!expected.includes(indicator.kind))
    return [problem('policy.indicatorKind', { indicator: leaf.indicator, kind: indicator.kind, expected: expected.join(' | ') }, place)]
  if (leaf.kind === 'category') {
    const options = indicator.options.map((option) => option.key)
    return leaf.anyOf
      .filter((key) => !options.includes(key))
      .map((key) => problem('policy.optionUnknown', { indicator: leaf.indicator, value: key, options: options.join(', ') }, place))
  }
  if (leaf.kind === 'range' && (leaf.from ?? -Infinity) >= (leaf.to ?? Infinity) && !(leaf.toIncluded && leaf.from === leaf.to)) {
    return [problem('policy.rangeEmpty', { indicator: leaf.indicator, from: leaf.from!, to: leaf.to! }, place)]
  }
  const { min, max } = rangeOf(indicator)
  return thresholdsOf(leaf)
    .filter((value) => value < min || value > max)
    .map((value) => problem('policy.outsideRange', { indicator: leaf.indicator, value, min: String(min), max: String(max) }, place))
}

/** Unknown indicators and options, comparisons that do not fit the kind, empty ranges, thresholds nobody can meet. */
export function checkCondition(condition: Condition, path: string, indicators: Map<string, Indicator>): Problem[] {
  if (isLeaf(condition)) return checkLeaf(condition, { path }, indicators)
  return placedPartsOf(condition).flatMap(([place, part]) => checkCondition(part, path + place, indicators))
}

/** The conditions of all rules. */
export const checkConditions = (policy: Policy, indicators: Map<string, Indicator>): Problem[] =>
  policy.classification.rules.flatMap((rule, position) => checkCondition(rule.when, `/classification/rules/${position}/when`, indicators))
