import { choicesOf, type Indicator } from '../../model/indicator.ts'
import { indicatorsIn, thresholdsOn } from '../../model/condition.ts'
import type { Rule } from '../../model/policy.ts'
import { gridAround, gridCeiling, gridFloor, stepOf } from '../indicators/grid.ts'
import type { Bounds } from '../../model/range.ts'

/** @returns the numbers at which a comparison of the rules with that indicator can change. */
export const thresholdsFor = (rules: Rule[], key: string): number[] =>
  thresholdsOn(
    rules.map((rule) => rule.when),
    key,
  )

/**
 * Rules see an indicator only through their thresholds: between two neighbouring thresholds every value has the same effect.
 * One value for each such cell therefore stands for all values the indicator may take.
 * @returns encoded values, at least one, within the bounds; of counted indicators only values on their grid, while shares and
 * derived indicators may take any value
 */
export function cellValues(indicator: Indicator, thresholds: number[], bounds: Bounds): number[] {
  const choices = choicesOf(indicator)
  if (choices !== null) return choices
  const sorted = [...new Set(thresholds)].sort((a, b) => a - b)
  const step = stepOf(indicator)
  const counted = indicator.kind === 'number' && indicator.formula === undefined
  const values = counted
    ? sorted.flatMap((threshold) => gridAround(threshold, step))
    : sorted.flatMap((threshold, i) => [
        ((sorted[i - 1] ?? threshold - 2) + threshold) / 2,
        threshold,
        ((sorted[i + 1] ?? threshold + 2) + threshold) / 2,
      ])
  const ends = (counted ? [gridCeiling(bounds.min, step), gridFloor(bounds.max, step)] : [bounds.min, bounds.max]).filter(Number.isFinite)
  const inside = [...values, ...ends].filter((value) => value >= bounds.min && value <= bounds.max)
  const cells = new Map(inside.map((value) => [cellIn(sorted, indicator, value), value]))
  return cells.size > 0 ? [...cells.values()] : [Number.isFinite(bounds.min) ? bounds.min : 0]
}

/** @returns the keys of the indicators that the rules look at, each once. */
export const keysOfRules = (rules: Rule[]): string[] => indicatorsIn(rules.map((rule) => rule.when))

/** @returns the cell of a value: all values of one cell are the same to every rule. Of a choice or a yes-no each value is a cell. */
export const cellIn = (thresholds: readonly number[], indicator: Indicator, value: number): number =>
  choicesOf(indicator) === null
    ? thresholds.reduce((cell, threshold) => cell + Number(value >= threshold) + Number(value > threshold), 0)
    : value

/**
 * Calls `visit` with every combination of one value a key, and with a number that stands for what is left of it without one of them.
 * @returns false, without a visit, when there are more than `limit` combinations.
 */
export function combinations(
  choices: readonly number[][],
  limit: number,
  visit: (values: number[], withoutOne: (key: number) => number) => void,
): boolean {
  const size = choices.reduce((product, each) => product * each.length, 1)
  if (size > limit) return false
  const values = new Array<number>(choices.length)
  // Combinations are numbered as the digits of a clock are, each place with a base of its own.
  const places = new Array<number>(choices.length).fill(0)
  const weights = choices.map((_, depth) => choices.slice(depth + 1).reduce((product, each) => product * each.length, 1))
  let number = 0
  const withoutOne = (key: number): number => number - places[key]! * weights[key]!
  const fill = (depth: number): void => {
    if (depth === choices.length) {
      visit(values, withoutOne)
      number++
      return
    }
    for (const [place, value] of choices[depth]!.entries()) {
      values[depth] = value
      places[depth] = place
      fill(depth + 1)
    }
  }
  fill(0)
  return true
}
