import type { Policy, Step } from '../../contract/policy.ts'
import { appError } from '../../shared/app-error.ts'
import { fitToTotal } from './fit.ts'
import { addByPoints } from './points.ts'
import { roundAmounts } from './round.ts'
import { addPerUnit, addStandard, deductCarryOver, lowerToCap, protect, raiseToFloor } from './simple-steps.ts'
import type { AllocationState } from './state.ts'

function run(state: AllocationState, step: Step, steps: Step[]): void {
  switch (step.kind) {
    case 'standard': return addStandard(state, step)
    case 'perUnit': return addPerUnit(state, step)
    case 'points': return addByPoints(state, step)
    case 'carryOver': return deductCarryOver(state, step)
    case 'floor': return raiseToFloor(state, step)
    case 'cap': return lowerToCap(state, step)
    case 'protect': return protect(state, step)
    case 'fit': return fitToTotal(state, step)
    case 'round': return roundAmounts(state, step, steps.find((other) => other.kind === 'fit')?.totalFen)
  }
}

/** Steps that change the amount by a sum of their own, whatever bounds there are. */
const ADDS: Step['kind'][] = ['standard', 'perUnit', 'points', 'carryOver']

/** What comes after a floor, a cap or a protection is on top of it: their bounds move along. */
function moveBounds(state: AllocationState, change: Float64Array): void {
  change.forEach((fen, row) => {
    state.lower[row]! += fen
    state.upper[row]! += fen
  })
}

/**
 * Runs the policy's steps in their order. Every step leaves the difference it made; the differences of a community add up
 * to its amount.
 * @returns one array of fen a step, NaN where the amount is unknown
 * @throws the named errors of the steps; allocation.tooLarge beyond 2^53 fen
 */
export function runSteps(state: AllocationState, policy: Policy): Float64Array[] {
  const { steps } = policy.allocation
  return steps.map((step) => {
    const before = state.amounts.slice()
    run(state, step, steps)
    const total = state.amounts.reduce((sum, fen) => sum + (Number.isNaN(fen) ? 0 : fen), 0)
    if (total > Number.MAX_SAFE_INTEGER) throw appError('allocation.tooLarge', { step: step.name.zh }, { path: step.key })
    const change = state.amounts.map((fen, row) => fen - before[row]!)
    if (ADDS.includes(step.kind)) moveBounds(state, change)
    return change
  })
}
