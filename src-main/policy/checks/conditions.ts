import type { Indicator } from '../../model/indicator.ts'
import type { Condition, ConditionLeaf, Policy } from '../../model/policy.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { thresholdsOf } from '../../engine/classification/condition.ts'
import { rangeOf } from '../../engine/indicators/range.ts'

const EXPECTED: Record<ConditionLeaf['kind'], Indicator['kind'][]> = {
  compare: ['number', 'share'],
  range: ['number', 'share'],
  category: ['category'],
  flag: ['flag'],
}

function checkLeaf(leaf: ConditionLeaf, place: Place, indicators: Map<string, Indicator>): Problem[] {
  const indicator = indicators.get(leaf.indicator)
  if (indicator === undefined) return [problem('policy.indicatorUnknown', { indicator: leaf.indicator }, place)]
  if (!EXPECTED[leaf.kind].includes(indicator.kind)) {
    return [
      problem(
        'policy.indicatorKind',
        { indicator: leaf.indicator, kind: indicator.kind, expected: EXPECTED[leaf.kind].join(' | ') },
        place,
      ),
    ]
  }
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
  if ('indicator' in condition) return checkLeaf(condition, { path }, indicators)
  if (condition.kind === 'not') return checkCondition(condition.of, `${path}/of`, indicators)
  return condition.of.flatMap((part, position) => checkCondition(part, `${path}/of/${position}`, indicators))
}

/** The conditions of all rules. */
export const checkConditions = (policy: Policy, indicators: Map<string, Indicator>): Problem[] =>
  policy.classification.rules.flatMap((rule, position) => checkCondition(rule.when, `/classification/rules/${position}/when`, indicators))
