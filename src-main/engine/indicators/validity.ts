import type { Indicator, IndicatorValue } from '../../contract/indicator.ts'
import { problem, type Place, type Problem } from '../../contract/problem.ts'
import { rangeOf } from './range.ts'

/** Binary rounding dust that a value may carry beside its step. */
const DUST = 1e-6

/**
 * Whether a value may stand under an indicator: kind, option, whole number, allowed range. Unknown (null) always may.
 * @returns the problem at that place, or null
 */
export function checkValue(indicator: Indicator, value: IndicatorValue, place: Place): Problem | null {
  if (value === null) return null
  const label = indicator.label.zh
  if (indicator.kind === 'category') {
    if (indicator.options.some((option) => option.key === value)) return null
    return problem('import.optionUnknown', { indicator: label, value, options: indicator.options.map((option) => option.label.zh).join('、') }, place)
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return problem('import.numberExpected', { indicator: label, value }, place)
  if (indicator.kind === 'flag') return value === 0 || value === 1 ? null : problem('import.yesOrNoExpected', { indicator: label, value }, place)
  const { min, max } = rangeOf(indicator)
  if (value < min || value > max) {
    const limits = { min: Number.isFinite(min) ? min : '-', max: Number.isFinite(max) ? max : '-' }
    return problem('import.outOfRange', { indicator: label, value, ...limits }, place)
  }
  if (indicator.kind === 'number' && indicator.step === 1 && Math.abs(value - Math.round(value)) > DUST) {
    return problem('import.wholeNumberExpected', { indicator: label, value }, place)
  }
  return null
}

/** Parts above their whole: every notAbove relation that the known values break. */
export function checkRelations(values: Record<string, IndicatorValue>, indicators: Indicator[], placeOf: (indicator: Indicator) => Place): Problem[] {
  return indicators.flatMap((indicator) => indicator.notAbove.flatMap((key) => {
    const value = values[indicator.key]
    const limit = values[key]
    if (typeof value !== 'number' || typeof limit !== 'number' || value <= limit) return []
    const other = indicators.find((each) => each.key === key)
    return [problem('import.aboveOther', { indicator: indicator.label.zh, value, other: other?.label.zh ?? key, limit }, placeOf(indicator))]
  }))
}
