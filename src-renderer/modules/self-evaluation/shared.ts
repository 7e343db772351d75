import { inPercent } from '../../../src-main/model/number.ts'
import { HUNDREDTHS, TENTHS, type EvaluationLine } from '../../../src-main/model/self-evaluation.ts'
import { numberIn } from '../../../src-main/model/value.ts'

/** @returns points as they stand in the form; a dash where they are not known */
export const pointsGiven = (hundredths: number | null): string => (hundredths === null ? '–' : (hundredths / HUNDREDTHS).toFixed(2))
export const pointsOf = (tenths: number): string => String(tenths / TENTHS)

/** @returns a result as it stands in the form */
export function resultOf({ way, result, percent, unit }: EvaluationLine): string {
  if (way === 'grade') return percent === null ? '–' : `${percent}%`
  return result === null ? '–' : `${result}${unit === '%' ? '%' : ` ${unit}`}`.trim()
}

/** @returns a number typed beside its unit, as 95 or 95% where it is %; null: nothing was typed; undefined: none that may stand there */
export function typedNumber(typed: string, unit: string): number | null | undefined {
  if (typed.trim() === '') return null
  const share = unit === '%' ? numberIn(typed, 'percent') : null
  const read = share === null ? numberIn(typed, 'plain') : inPercent(share)
  return read === null || read < 0 ? undefined : read
}
