import type { Policy } from '../../model/policy.ts'
import { thresholdsOn } from '../../model/condition.ts'
import { conditionsOf } from '../../model/step.ts'
import { boundsOf } from '../classification/completions.ts'
import type { FactColumns } from '../columns/facts.ts'
import { gridCeiling, gridFloor, stepOf } from '../indicators/grid.ts'
import { rangeOf } from '../../model/range.ts'

/**
 * The values of a threshold at which the plan can change. A comparison with the threshold t turns where t passes a community's
 * value, whatever the
 * operator; while a value is missing, also where t passes another threshold or the ends of what the missing value may be. Of each
 * such place the
 * values of the indicator's grid at, just below and just above it are given, so between two that follow each other nothing changes.
 * @param key the indicator that is compared
 * @returns rising, on the grid and within the indicator's range
 */
export function breakpointsOf(columns: FactColumns, policy: Policy, key: string): number[] {
  const { table, vocabulary } = columns
  const indicator = vocabulary.indicators.get(key)!
  const step = stepOf(indicator)
  const { min, max } = rangeOf(indicator)
  const values = table.columns.get(key)!
  const places = new Set<number>(thresholdsOn(conditionsOf(policy), key))
  values.forEach((value, row) => {
    if (!Number.isNaN(value)) places.add(value)
    else if (indicator.formula === undefined) for (const bound of Object.values(boundsOf(key, row, table, vocabulary))) places.add(bound)
  })
  const around = [...places].filter(Number.isFinite).flatMap((place) => {
    const [below, above] = [gridFloor(place, step), gridCeiling(place, step)]
    return [gridFloor(above - step, step), below, above, gridCeiling(below + step, step)]
  })
  const ends = [min, max].filter(Number.isFinite)
  return [...new Set([...around, ...ends])].filter((value) => value >= min && value <= max).sort((a, b) => a - b)
}
