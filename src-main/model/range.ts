import type { Indicator } from './indicator.ts'
import { inPercent } from './number.ts'

export interface Bounds {
  min: number
  max: number
}

/** @returns the allowed range of an indicator, both ends included; a share lies within 0 and 1, an open end is infinite. */
export function rangeOf(indicator: Indicator): Bounds {
  const share = indicator.kind === 'share'
  return { min: indicator.range?.min ?? (share ? 0 : -Infinity), max: indicator.range?.max ?? (share ? 1 : Infinity) }
}

/** @returns '0–100', '≥ 0', '≤ 1', the same in both languages; shares in percent; '' where there are no bounds. */
export function rangeText(indicator: Indicator): string {
  const { min, max } = rangeOf(indicator)
  const text = (bound: number): string => (indicator.kind === 'share' ? `${inPercent(bound)}%` : String(bound))
  if (min === -Infinity) return max === Infinity ? '' : `≤ ${text(max)}`
  return max === Infinity ? `≥ ${text(min)}` : `${text(min)}–${text(max)}`
}
