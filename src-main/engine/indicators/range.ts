import type { Indicator } from '../../contract/indicator.ts'

export interface Bounds { min: number; max: number }

/** @returns the allowed range of an indicator, both ends included; a share lies within 0 and 1, an open end is infinite. */
export function rangeOf(indicator: Indicator): Bounds {
  const share = indicator.kind === 'share'
  return { min: indicator.range?.min ?? (share ? 0 : -Infinity), max: indicator.range?.max ?? (share ? 1 : Infinity) }
}
