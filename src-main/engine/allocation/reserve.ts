import type { Step } from '../../model/policy.ts'
import { warning } from '../../model/problem.ts'
import { appError } from '../../shared/app-error.ts'
import { FALSE, TRUE, UNKNOWN } from '../classification/condition.ts'
import { shareOut } from './largest-remainder.ts'
import { roundedPartOf } from './simple-steps.ts'
import { conditionOf, rowsOf, undecidedFor, type AllocationState } from './state.ts'

/**
 * Holds back a share of each amount. Before its release the sum is kept in the state's reserve; after it, the sum goes to those
 * who meet the
 * standard, to the fen. While one community's standard or amount is unknown nobody can know a part of the sum: then only those
 * who surely don't
 * meet the standard have an amount, and a warning says how many are missing.
 * @throws allocation.reserveUnclaimed where nobody meets the standard, allocation.nothingToShare where all who do have an amount of nothing
 */
export function holdBack(state: AllocationState, step: Extract<Step, { kind: 'reserve' }>): void {
  const rows = rowsOf(state, step.classes)
  const basis = state.amounts.slice()
  for (const row of rows) {
    if (step.classes !== undefined && state.classes[row] === null) basis[row] = Number.NaN
    const held = Number.isNaN(basis[row]!) ? Number.NaN : roundedPartOf(basis[row]!, step.share)
    state.amounts[row] = basis[row]! - held
    if (!step.released) state.reserve[row] = held
  }
  if (step.released) release(state, step, rows, basis)
}

function release(state: AllocationState, step: Extract<Step, { kind: 'reserve' }>, rows: number[], basis: Float64Array): void {
  const condition = conditionOf(state, step.when)
  const found = new Map(rows.map((row) => [row, condition.test(row)]))
  const open = rows.filter((row) => Number.isNaN(basis[row]!) || found.get(row) === UNKNOWN)
  if (open.length > 0) {
    state.problems.push(warning('allocation.undecided', { step: step.name.zh, count: open.length }, { path: step.key }))
    for (const row of rows.filter((each) => found.get(each) !== FALSE)) {
      state.amounts[row] = Number.NaN
      undecidedFor(state, row, condition)
    }
    return
  }
  const pot = rows.reduce((sum, row) => sum + basis[row]! - state.amounts[row]!, 0)
  if (pot === 0) return
  const meeting = rows.filter((row) => found.get(row) === TRUE)
  if (meeting.length === 0) throw appError('allocation.reserveUnclaimed', { step: step.name.zh, byFen: pot }, { path: step.key })
  const weights = meeting.map((row) => (step.shareOut === 'equal' ? 1 : basis[row]!))
  if (weights.every((weight) => weight === 0))
    throw appError('allocation.nothingToShare', { step: step.name.zh, byFen: pot }, { path: step.key })
  shareOut(pot, weights).forEach((fen, position) => {
    state.amounts[meeting[position]!]! += fen
  })
}
