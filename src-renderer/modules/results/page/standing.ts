import type { Indicator, IndicatorValue } from '../../../../src-main/model/indicator.ts'

/** How an indicator of a community stands among the communities of its class. */
export interface Standing {
  /** The middle value of those whose value is known; null: none is, or the indicator has no order. */
  median: number | null
  /** 1: the greatest; equal values have the same place. null where its own is unknown. */
  place: number | null
  /** How many of the class have a number. */
  known: number
}

/**
 * @param own value of the community
 * @param all values of its class, its own among them
 */
export function standingOf(indicator: Indicator, own: IndicatorValue | undefined, all: readonly (IndicatorValue | undefined)[]): Standing {
  const isOrdered = indicator.kind === 'number' || indicator.kind === 'share'
  const known = isOrdered ? all.filter((each) => typeof each === 'number').sort((a, b) => a - b) : []
  if (known.length === 0) return { median: null, place: null, known: 0 }
  const middle = known.length / 2
  const median = Number.isInteger(middle) ? (known[middle - 1]! + known[middle]!) / 2 : known[Math.floor(middle)]!
  const place = typeof own === 'number' ? known.filter((each) => each > own).length + 1 : null
  return { median, place, known: known.length }
}
