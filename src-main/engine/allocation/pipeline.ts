import type { Step } from '../../model/policy.ts'
import { appError } from '../../shared/app-error.ts'
import { addByAttribute, addByBands, addWhere } from './attribute-steps.ts'
import { protectFinanced } from './financed.ts'
import { fitToTotal } from './fit.ts'
import { addByPoints } from './points.ts'
import { holdBack } from './reserve.ts'
import { roundAmounts } from './round.ts'
import { addPerUnit, addStandard, deductCarryOver, lowerToCap, protect, raiseToFloor } from './simple-steps.ts'
import type { AllocationState } from './state.ts'

function run(state: AllocationState, step: Step, steps: Step[]): void {
  switch (step.kind) {
    case 'standard':
      return addStandard(state, step)
    case 'perUnit':
      return addPerUnit(state, step)
    case 'attribute':
      return addByAttribute(state, step)
    case 'addOn':
      return addWhere(state, step)
    case 'bands':
      return addByBands(state, step)
    case 'points':
      return addByPoints(state, step)
    case 'carryOver':
      return deductCarryOver(state, step)
    case 'floor':
      return raiseToFloor(state, step)
    case 'cap':
      return lowerToCap(state, step)
    case 'protect':
      return step.financed === true ? protectFinanced(state, step) : protect(state, step)
    case 'fit':
      return fitToTotal(state, step)
    case 'round':
      return roundAmounts(state, step, steps.find((other) => other.kind === 'fit')?.totalFen)
    case 'reserve':
      return holdBack(state, step)
  }
}

/** Steps that change the amount by a sum of their own, whatever bounds there are. */
const ADDS: Step['kind'][] = ['standard', 'perUnit', 'attribute', 'addOn', 'bands', 'points', 'carryOver']

/** What comes after a floor, a cap or a protection is on top of it: their bounds move along. */
function moveBounds(state: AllocationState, change: Float64Array): void {
  change.forEach((fen, row) => {
    state.lower[row]! += fen
    state.upper[row]! += fen
  })
}

/** @throws allocation.tooLarge where amounts add up to more than 2^53 fen */
export function assertExact(amounts: Float64Array, step: Step): void {
  const total = amounts.reduce((sum, fen) => sum + (Number.isNaN(fen) ? 0 : fen), 0)
  if (total > Number.MAX_SAFE_INTEGER) throw appError('allocation.tooLarge', { step: step.name.zh }, { path: step.key })
}

/**
 * Runs the steps of one component in their order. Every step leaves the difference it made; the differences of a community add
 * up to its amount.
 * @returns one array of fen a step, NaN where the amount is unknown
 * @throws the named errors of the steps; allocation.tooLarge beyond 2^53 fen
 */
export function runSteps(state: AllocationState, steps: Step[]): Float64Array[] {
  return steps.map((step) => {
    const before = state.amounts.slice()
    run(state, step, steps)
    assertExact(state.amounts, step)
    const change = state.amounts.map((fen, row) => fen - before[row]!)
    if (ADDS.includes(step.kind)) moveBounds(state, change)
    return change
  })
}
