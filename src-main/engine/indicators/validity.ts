import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { rangeOf, rangeText } from './range.ts'

/** Binary rounding dust that a value may carry beside its step. */
const DUST = 1e-6

/**
 * Whether a value may stand under an indicator: kind, option, whole number, allowed range. Unknown (null) always may.
 * @returns the problem at that place, or null
 */
export function checkValue(indicator: Indicator, value: IndicatorValue, place: Place): Problem | null {
  if (value === null) return null
  const params = { ...namesOf(indicator), value }
  if (indicator.kind === 'category') {
    if (indicator.options.some((option) => option.key === value)) return null
    const optionsEn = indicator.options.map(({ label }) => label.en || label.zh).join(', ')
    return problem(
      'import.optionUnknown',
      { ...params, options: indicator.options.map(({ label }) => label.zh).join('、'), optionsEn },
      place,
    )
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return problem('import.numberExpected', params, place)
  if (indicator.kind === 'flag') return value === 0 || value === 1 ? null : problem('import.yesOrNoExpected', params, place)
  const { min, max } = rangeOf(indicator)
  if (value < min || value > max) return problem('import.outOfRange', { ...params, range: rangeText(indicator) }, place)
  if (indicator.kind === 'number' && indicator.step === 1 && Math.abs(value - Math.round(value)) > DUST) {
    return problem('import.wholeNumberExpected', params, place)
  }
  return null
}

/** What problems call an indicator where there is no heading of a sheet. */
const namesOf = ({ label }: Indicator): { heading: string; headingEn: string } => ({ heading: label.zh, headingEn: label.en || label.zh })

/**
 * Parts above their whole: every notAbove relation that the known values break.
 * @param placeOf where it is told that the indicator is above the other one; null: it is told elsewhere, or nobody's business here
 */
export function checkRelations(
  values: Record<string, IndicatorValue>,
  indicators: Indicator[],
  placeOf: (indicator: Indicator, other: string) => Place | null,
): Problem[] {
  return indicators.flatMap((indicator) =>
    indicator.notAbove.flatMap((key) => {
      const value = values[indicator.key]
      const otherValue = values[key]
      if (typeof value !== 'number' || typeof otherValue !== 'number' || value <= otherValue) return []
      const place = placeOf(indicator, key)
      const other = indicators.find((each) => each.key === key)?.label
      const params = { ...namesOf(indicator), value, other: other?.zh ?? key, otherEn: other?.en || (other?.zh ?? key), otherValue }
      return place === null ? [] : [problem('import.aboveOther', params, place)]
    }),
  )
}
