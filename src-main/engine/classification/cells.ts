import type { Indicator } from '../../contract/indicator.ts'
import type { Rule } from '../../contract/policy.ts'
import { gridAround } from '../indicators/grid.ts'
import { leavesOf, thresholdsOf } from './condition.ts'

/**
 * Rules see an indicator only through their thresholds: between two neighbouring thresholds every value has the same effect.
 * One value for each such cell therefore stands for all values the indicator may take.
 * @returns encoded values, at least one; for delivered numbers only values on the grid and within the bounds.
 */
export function cellValues(indicator: Indicator, rules: Rule[], bounds: { min: number; max: number }): number[] {
  if (indicator.kind === 'category') return indicator.options.map((_, position) => position)
  if (indicator.kind === 'flag') return [0, 1]
  const leaves = rules.flatMap((rule) => leavesOf(rule.when)).filter((each) => each.indicator === indicator.key)
  const thresholds = [...new Set(leaves.flatMap(thresholdsOf))].sort((a, b) => a - b)
  const values = indicator.formula === undefined
    ? thresholds.flatMap((threshold) => gridAround(threshold, indicator.step))
    : thresholds.flatMap((threshold, i) => [threshold - (threshold - (thresholds[i - 1] ?? threshold - 2)) / 2, threshold, ...(i === thresholds.length - 1 ? [threshold + 1] : [])])
  const ends = [bounds.min, bounds.max].filter(Number.isFinite)
  const inside = [...new Set([...values, ...ends])].filter((value) => value >= bounds.min && value <= bounds.max)
  return inside.length > 0 ? inside : [Number.isFinite(bounds.min) ? bounds.min : 0]
}

/** @returns the keys of the indicators that the rules look at, each once. */
export const keysOfRules = (rules: Rule[]): string[] => [...new Set(rules.flatMap((rule) => leavesOf(rule.when).map((each) => each.indicator)))]

/**
 * Calls `visit` with every combination of one value a key.
 * @returns false, without a visit, when there are more than `limit` combinations.
 */
export function combinations(choices: number[][], limit: number, visit: (values: number[]) => void): boolean {
  const size = choices.reduce((product, each) => product * each.length, 1)
  if (size > limit) return false
  const values = new Array<number>(choices.length)
  const fill = (depth: number): void => {
    if (depth === choices.length) return visit(values)
    for (const value of choices[depth]!) {
      values[depth] = value
      fill(depth + 1)
    }
  }
  fill(0)
  return true
}
