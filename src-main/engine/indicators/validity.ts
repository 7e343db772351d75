import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { refusalOf } from '../../model/value.ts'

/** @returns the problem of a value that may not stand under an indicator, at that place, or null */
export function checkValue(indicator: Indicator, value: IndicatorValue, place: Place): Problem | null {
  const refusal = refusalOf(indicator, value)
  return refusal === null ? null : problem(refusal.code, { ...namesOf(indicator), value: value!, ...refusal.params }, place)
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
