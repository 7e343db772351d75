import type { IndicatorValue } from '../model/indicator.ts'
import { thresholdsOf, type ConditionLeaf } from '../model/condition.ts'
import { valueInWords, type PolicySource } from './values.ts'
import type { Language } from '../model/text.ts'

/** A share is shown in percent, so two places there are four here. */
const FEWEST_PLACES = { share: 4, other: 2 }
const MOST_PLACES = 10

/**
 * Rounds a measured value for reading, but never onto a bound that it does not meet: 49.996 % stays below 50 %.
 * @returns the value with as few decimals as that allows
 */
export function roundedAgainst(value: number, bounds: readonly number[], fewest: number): number {
  for (let places = fewest; places < MOST_PLACES; places++) {
    const rounded = Number(value.toFixed(places))
    if (bounds.every((bound) => Math.sign(rounded - bound) === Math.sign(value - bound))) return rounded
  }
  return value
}

/** The value of an indicator, with its unit, readable beside the bounds that it was held against. */
export function valueBeside(
  key: string,
  value: IndicatorValue,
  bounds: readonly number[],
  source: PolicySource,
  language: Language,
): string {
  if (typeof value !== 'number') return valueInWords(key, value, source, language)
  const kind = [...source.policy.indicators, ...source.dictionary.indicators].find((each) => each.key === key)?.kind
  const rounded = roundedAgainst(value, bounds, kind === 'share' ? FEWEST_PLACES.share : FEWEST_PLACES.other)
  return valueInWords(key, rounded, source, language)
}

/** The value that a condition found, readable beside the condition's own bounds. */
export const measuredInWords = (condition: ConditionLeaf, value: IndicatorValue, source: PolicySource, language: Language): string =>
  valueBeside(condition.indicator, value, thresholdsOf(condition), source, language)
