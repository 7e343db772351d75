import { ROUNDING_UNITS } from '../../model/money.ts'
import type { Step } from '../../model/policy.ts'
import { appError } from '../../shared/app-error.ts'
import { lowerOf, type AllocationState } from './state.ts'

/**
 * Rounds to 元, 百元, 千元 or 万元 by largest remainder so that the total is exact: the fixed total where there is one, else
 * the sum rounded half up to the unit. Bounds of earlier steps hold after rounding as well. Ties go to the earlier code.
 * @param fixedTotal fen of an earlier fit, undefined without one
 * @throws allocation.noMultipleInBounds where no multiple of the unit lies within a community's bounds, or within all together
 */
export function roundAmounts(state: AllocationState, step: Extract<Step, { kind: 'round' }>, fixedTotal: number | undefined): void {
  const unit = ROUNDING_UNITS[step.unit]
  const rows = state.keys.map((_, row) => row).filter((row) => !Number.isNaN(state.amounts[row]!))
  if (rows.length === 0) return
  const least = (row: number): number => Math.ceil(lowerOf(state, row) / unit)
  const most = (row: number): number => Math.floor(state.upper[row]! / unit)
  const portions = new Map<number, number>()
  let sum = 0
  for (const row of rows) {
    if (least(row) > most(row)) {
      throw appError(
        'allocation.noMultipleInBounds',
        { step: step.name.zh, lowerFen: lowerOf(state, row), upperFen: state.upper[row]!, unitFen: unit },
        { path: step.key, community: state.keys[row]! },
      )
    }
    portions.set(row, Math.min(most(row), Math.max(least(row), Math.floor(state.amounts[row]! / unit))))
    sum += state.amounts[row]!
  }
  if (fixedTotal !== undefined && fixedTotal % unit !== 0) {
    throw appError('policy.totalNotMultiple', { step: step.name.zh, totalFen: fixedTotal, unitFen: unit }, { path: step.key })
  }
  const target = fixedTotal === undefined ? Math.floor((sum + unit / 2) / unit) : fixedTotal / unit
  const fewest = rows.reduce((before, row) => before + least(row), 0)
  const greatest = rows.reduce((before, row) => before + most(row), 0)
  if (fixedTotal !== undefined && (target < fewest || target > greatest)) {
    const limitFen = (target < fewest ? fewest : greatest) * unit
    const code = target < fewest ? 'allocation.totalBelowFloors' : 'allocation.totalAboveCaps'
    throw appError(code, { step: step.name.zh, totalFen: fixedTotal, limitFen, byFen: Math.abs(limitFen - fixedTotal) }, { path: step.key })
  }
  const within = Math.min(greatest, Math.max(fewest, target))
  let left = within - [...portions.values()].reduce((before, each) => before + each, 0)
  /** Fen by which a community stands above its portions: the larger, the sooner it gets one more. */
  const remainder = (row: number): number => state.amounts[row]! - portions.get(row)! * unit
  while (left !== 0) {
    const direction = Math.sign(left)
    const open = rows.filter((row) => (direction > 0 ? portions.get(row)! < most(row) : portions.get(row)! > least(row)))
    const inTurn = open.sort((a, b) => (remainder(b) - remainder(a)) * direction || a - b)
    for (const row of inTurn.slice(0, Math.abs(left))) {
      portions.set(row, portions.get(row)! + direction)
      left -= direction
    }
  }
  for (const row of rows) state.amounts[row] = portions.get(row)! * unit
}
