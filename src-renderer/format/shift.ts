import type { PlanResult } from '../../src-main/model/plan.ts'
import { sumOf } from './grouping.ts'

/**
 * Change of one class against what its communities had last year, where both amounts are known; counts and amounts of
 * this year's class, null where there are communities and nothing of them is known.
 */
export interface ClassShift {
  key: string
  count: number
  amountFen: number | null
  previousFen: number | null
  shiftFen: number | null
}

/** @returns the classes in the policy's order (then any others), each with its shift in fen. */
export function classShifts(result: PlanResult, order: readonly string[]): ClassShift[] {
  const { byClass } = result.totals
  const keys = [...order.filter((key) => byClass[key] !== undefined), ...Object.keys(byClass).filter((key) => !order.includes(key))]
  return keys.map((key) => {
    const { amountFen, previousFen, changeFen } = sumOf(result.communities.filter((each) => each.class === key))
    return { key, count: byClass[key]!.count, amountFen, previousFen, shiftFen: changeFen }
  })
}
