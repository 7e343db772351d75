import { inPercent, withoutDust } from '../../model/number.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { quantile } from './quantile.ts'
import { rangeOf } from '../../model/range.ts'

/** A change of more than half is asked about... */
const NOTABLE_CHANGE = 0.5
/** ...unless it is small in itself: ten steps of a number (ten people), five percentage points of a share, ten thousand yuan. */
const SMALL_STEPS = 10
const SMALL_SHARE = 0.05
const SMALL_YUAN = 10_000
/** Quartiles of fewer values than this say nothing. */
const FEWEST = 8
/** 'Far out' by J. W. Tukey, Exploratory Data Analysis (1977): beyond the quartiles by three times their distance. */
const FAR_OUT = 3
/** Digits that are read; what lies behind them is binary rounding. */
const DIGITS = 6

/** Last year's facts, by key of the community. */
export interface LastYearFacts {
  year: number
  facts: ReadonlyMap<string, Pick<CommunityFacts, 'values'>>
}

const measured = (indicators: readonly Indicator[]): Indicator[] =>
  indicators.filter((each) => each.formula === undefined && (each.kind === 'number' || each.kind === 'share'))

const readable = ({ kind }: Indicator, value: number): string =>
  kind === 'share' ? `${inPercent(value, DIGITS)}%` : String(withoutDust(value, DIGITS + 6))

const namesOf = ({ label }: Indicator): { heading: string; headingEn: string } => ({ heading: label.zh, headingEn: label.en || label.zh })

const placeOf = ({ key, name }: CommunityFacts, indicator: Indicator): Problem['place'] => ({
  community: name,
  key,
  indicator: indicator.key,
})

const smallChange = ({ kind, step, unit }: Indicator): number =>
  kind === 'share' ? SMALL_SHARE : unit?.zh === '元' ? SMALL_YUAN : SMALL_STEPS * step

/** @returns whether a value is far enough from last year's to ask about it */
export function differsNotably(indicator: Indicator, value: number, last: number): boolean {
  const change = Math.abs(value - last)
  return change > smallChange(indicator) && change > NOTABLE_CHANGE * Math.abs(last)
}

/**
 * Delivered numbers and shares that differ from last year's by more than half. A value that is unknown in one of the years is
 * not compared.
 * @returns warnings plan.outlierLastYear, each at its community and indicator
 */
export function outliersAgainstLastYear(
  facts: readonly CommunityFacts[],
  indicators: readonly Indicator[],
  last: LastYearFacts,
): Problem[] {
  const compared = measured(indicators)
  return facts.flatMap((community) => {
    const before = last.facts.get(community.key)
    if (before === undefined) return []
    return compared.flatMap((indicator) => {
      const [value, lastValue] = [community.values[indicator.key], before.values[indicator.key]]
      if (typeof value !== 'number' || typeof lastValue !== 'number' || !differsNotably(indicator, value, lastValue)) return []
      return [
        warning(
          'plan.outlierLastYear',
          { ...namesOf(indicator), value: readable(indicator, value), last: String(last.year), lastValue: readable(indicator, lastValue) },
          placeOf(community, indicator),
        ),
      ]
    })
  })
}

/**
 * The bounds within which values are usual: the quartiles, and three times their distance on either side.
 * @param values in any order; NaN where unknown, which is left aside
 * @returns null where there are too few values, or half of them are the same, so that nothing can be said
 */
export function usualBounds(values: ArrayLike<number>): { low: number; high: number } | null {
  const sorted = new Float64Array(values).sort()
  const unknown = sorted.findIndex((value) => Number.isNaN(value))
  const rising = unknown < 0 ? sorted : sorted.subarray(0, unknown)
  if (rising.length < FEWEST) return null
  const [lower, upper] = [quantile(rising, 0.25), quantile(rising, 0.75)]
  return upper > lower ? { low: lower - FAR_OUT * (upper - lower), high: upper + FAR_OUT * (upper - lower) } : null
}

/**
 * Delivered numbers and shares far from those of the communities in the same class.
 * @param classes the class by key of the community; communities without one are left aside
 * @returns warnings plan.outlierClass, each at its community and indicator
 */
export function outliersWithinClass(
  facts: readonly CommunityFacts[],
  indicators: readonly Indicator[],
  classes: ReadonlyMap<string, string>,
): Problem[] {
  const members = Map.groupBy(
    facts.filter((each) => classes.has(each.key)),
    (each) => classes.get(each.key)!,
  )
  return [...members].flatMap(([name, communities]) =>
    measured(indicators).flatMap((indicator) => {
      const values = numbersOf(communities, indicator)
      const bounds = usualBounds(values)
      if (bounds === null) return []
      const low = readable(indicator, Math.max(bounds.low, rangeOf(indicator).min))
      const high = readable(indicator, Math.min(bounds.high, rangeOf(indicator).max))
      const outside = communities
        .map((community, row) => ({ community, value: values[row]! }))
        .filter(({ value }) => value < bounds.low || value > bounds.high)
      return outside.map(({ community, value }) =>
        warning(
          'plan.outlierClass',
          { ...namesOf(indicator), value: readable(indicator, value), class: name, low, high },
          placeOf(community, indicator),
        ),
      )
    }),
  )
}

/** An indicator's column; NaN where the value is unknown. */
function numbersOf(communities: readonly CommunityFacts[], { key }: Indicator): Float64Array {
  const column = new Float64Array(communities.length)
  communities.forEach(({ values }, row) => {
    const value = values[key]
    column[row] = typeof value === 'number' ? value : Number.NaN
  })
  return column
}
