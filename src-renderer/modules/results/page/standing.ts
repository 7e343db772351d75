import type { CommunityFacts } from '../../../../src-main/model/plan.ts'
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

/** An indicator of a community as it stands in a table; what is not known is a dash. */
export interface IndicatorRow {
  key: string
  own: string
  isMissing: boolean
  last: string
  median: string
  place: number | null
  known: number
}

/**
 * @param own values of the community, this year and last; null: there is no last year
 * @param classmates values of all communities of its class, its own among them
 * @param say writes a value of an indicator; empty where it is not known
 */
export const indicatorRows = (
  indicators: readonly Indicator[],
  own: { values: CommunityFacts['values']; last: CommunityFacts['values'] | null },
  classmates: readonly CommunityFacts['values'][],
  say: (indicator: Indicator, value: IndicatorValue | undefined) => string,
): IndicatorRow[] =>
  indicators.map((indicator) => {
    const { key } = indicator
    const { median, place, known } = standingOf(
      indicator,
      own.values[key],
      classmates.map((each) => each[key]),
    )
    const orDash = (value: IndicatorValue | undefined): string => say(indicator, value) || '–'
    return {
      key,
      own: orDash(own.values[key]),
      isMissing: (own.values[key] ?? null) === null,
      last: own.last === null ? '–' : orDash(own.last[key]),
      median: median === null ? '–' : orDash(median),
      place,
      known,
    }
  })
