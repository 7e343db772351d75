import type { Indicator } from '../../model/indicator.ts'

/** Values are counted in steps (1 person, 0.01 km²). These functions move on that grid without binary rounding dust. */
const DUST = 1e-9

const decimalsOf = (step: number): number => {
  for (let decimals = 0; decimals < 12; decimals++)
    if (Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) < DUST) return decimals
  return 12
}

const at = (count: number, step: number): number => Number((count * step).toFixed(decimalsOf(step)))

/** @returns the step in which an indicator is counted; a share that names none is counted in tenths of a percent, not in wholes. */
export const stepOf = (indicator: Indicator): number => (indicator.kind === 'share' && indicator.step >= 1 ? 0.001 : indicator.step)

/** @returns the greatest value on the grid that is not above the given one. */
export const gridFloor = (value: number, step: number): number => at(Math.floor(value / step + DUST), step)
/** @returns the smallest value on the grid that is not below the given one. */
export const gridCeiling = (value: number, step: number): number => at(Math.ceil(value / step - DUST), step)

/** @returns the grid values at, just below and just above a value. */
export function gridAround(value: number, step: number): number[] {
  const below = gridFloor(value, step)
  const above = gridCeiling(value, step)
  return [...new Set([at(Math.round(below / step) - 1, step), below, above, at(Math.round(above / step) + 1, step)])]
}
