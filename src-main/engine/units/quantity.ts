import type { Indicator } from '../../model/indicator.ts'
import { shareOut } from '../allocation/largest-remainder.ts'
import { stepOf } from '../indicators/grid.ts'

/** The engine counts to six decimals; what was typed in more finely than its indicator's step is counted on this grid. */
const FINEST = 1e-6
const DUST = 1e-9

const isOnGrid = (value: number, step: number): boolean =>
  Math.abs(value / step - Math.round(value / step)) < DUST * Math.max(1, Math.abs(value / step))

/** @returns the step on which all of the values can be counted: the indicator's own, or a millionth. */
export const commonStep = (indicator: Indicator, values: readonly number[]): number =>
  values.every((value) => isOnGrid(value, stepOf(indicator))) ? stepOf(indicator) : FINEST

/** @returns how many steps a value is, as a whole number. */
export const countOf = (value: number, step: number): number => Math.round(value / step)

/** @returns the value of so many steps, without binary rounding dust. */
export const valueOf = (count: number, step: number): number => {
  const value = Number((count * step).toFixed(Math.min(12, Math.max(0, Math.ceil(-Math.log10(step)) + 2))))
  return value === 0 ? 0 : value
}

/** @returns the exact sum of an indicator's values. */
export function sumOf(indicator: Indicator, values: readonly number[]): number {
  const step = commonStep(indicator, values)
  return valueOf(
    values.reduce((sum, value) => sum + countOf(value, step), 0),
    step,
  )
}

/**
 * Shares out a whole number by weights with largest remainder; what is above a part's limit goes to the parts that have room.
 * @param limits whole numbers, Infinity without one
 * @returns whole numbers that add up to total; within their limits if these leave room for total
 */
export function shareWithin(total: number, weights: number[], limits: number[]): number[] {
  if (total < 0) return shareOut(-total, weights).map((part) => (part === 0 ? 0 : -part))
  const parts = shareOut(total, weights)
  const room = parts.map((part, position) => Math.max(0, Math.min(limits[position]!, total) - part))
  const excess = parts.reduce((sum, part, position) => sum + Math.max(0, part - limits[position]!), 0)
  if (excess === 0 || excess > room.reduce((sum, each) => sum + each, 0)) return parts
  const more = shareOut(excess, room)
  return parts.map((part, position) => Math.min(part, limits[position]!) + more[position]!)
}
