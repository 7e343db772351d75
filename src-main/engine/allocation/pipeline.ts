import type { Step, StepKind } from '../../model/policy.ts'
import { movesBounds, type StepOf } from '../../model/step.ts'
import { appError } from '../../shared/app-error.ts'
import { addByAttribute, addByBands, addWhere } from './attribute-steps.ts'
import { protectFinanced } from './financed.ts'
import { fitToTotal } from './fit.ts'
import { addByPoints } from './points.ts'
import { holdBack } from './reserve.ts'
import { roundAmounts } from './round.ts'
import { addPerUnit, addStandard, deductCarryOver, lowerToCap, protect, raiseToFloor } from './simple-steps.ts'
import type { AllocationState } from './state.ts'

/** What a step does to the amounts of its component. @param steps all steps of the component */
type Run<K extends StepKind> = (state: AllocationState, step: StepOf<K>, steps: readonly Step[]) => void

const RUN: { readonly [K in StepKind]: Run<K> } = {
  standard: addStandard,
  perUnit: addPerUnit,
  attribute: addByAttribute,
  addOn: addWhere,
  bands: addByBands,
  points: addByPoints,
  carryOver: deductCarryOver,
  floor: raiseToFloor,
  cap: lowerToCap,
  protect: (state, step) => (step.financed === true ? protectFinanced(state, step) : protect(state, step)),
  fit: fitToTotal,
  round: (state, step, steps) => roundAmounts(state, step, steps.find((other) => other.kind === 'fit')?.totalFen),
  reserve: holdBack,
}

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
    const run = RUN[step.kind] as Run<typeof step.kind>
    run(state, step, steps)
    assertExact(state.amounts, step)
    const change = state.amounts.map((fen, row) => fen - before[row]!)
    if (movesBounds(step)) moveBounds(state, change)
    return change
  })
}
