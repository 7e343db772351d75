import type { Step } from '../../model/policy.ts'
import { FEN_PER_YUAN } from '../../model/money.ts'
import { appError } from '../../shared/app-error.ts'
import { multiplyDivide } from './largest-remainder.ts'
import { forEachRow, unknownFor, type AllocationState } from './state.ts'

type StepOf<K extends Step['kind']> = Extract<Step, { kind: K }>

/** Indicator values and shares are counted to six decimals, so that 0.3 per 0.1 is three portions and not 2.9999999999999996. */
const SCALE = 1_000_000

/** @returns the value as a whole number of its smallest parts. @throws allocation.tooLarge where it is beyond every number */
function whole(value: number, parts: number, step: Step): number {
  const scaled = Math.round(value * parts)
  if (!Number.isFinite(scaled)) throw appError('allocation.tooLarge', { step: step.name.zh }, { path: step.key })
  return scaled
}

/** Standard per class. */
export function addStandard(state: AllocationState, step: StepOf<'standard'>): void {
  state.classes.forEach((own, row) => {
    state.amounts[row]! += own === null ? Number.NaN : step.amountsFen[own]!
  })
}

/** The fen that a value earns under a perUnit step. */
export function perUnitFen(step: StepOf<'perUnit'>, value: number): number {
  const above = Math.max(0, whole(value - step.above, SCALE, step))
  const per = whole(step.per, SCALE, step)
  const full = Math.floor(above / per)
  const portions = step.portions === 'started' && above % per !== 0 ? full + 1 : full
  const fen = step.portions === 'exact' ? multiplyDivide(step.rateFen, above, per) : step.rateFen * portions
  return Math.min(step.maxFen ?? Infinity, Math.max(step.minFen ?? 0, fen))
}

/** Addition per unit of an indicator. */
export function addPerUnit(state: AllocationState, step: StepOf<'perUnit'>): void {
  const column = state.table.columns.get(step.indicator)!
  forEachRow(state, step.classes, (row) => {
    if (Number.isNaN(column[row]!)) unknownFor(state, row, step.indicator)
    else state.amounts[row]! += perUnitFen(step, column[row]!)
  })
}

/** @returns the whole fen of a share of an amount, rounded half up. */
export const roundedPartOf = (fen: number, share: number): number => multiplyDivide(fen, Math.round(share * SCALE), SCALE)

/** Takes back a share of the carry-over above a threshold, never more than there is. The indicator is in 元. */
export function deductCarryOver(state: AllocationState, step: StepOf<'carryOver'>): void {
  const column = state.table.columns.get(step.indicator)!
  forEachRow(state, step.classes, (row) => {
    if (Number.isNaN(column[row]!)) return unknownFor(state, row, step.indicator)
    const above = Math.max(0, whole(column[row]!, FEN_PER_YUAN, step) - step.aboveFen)
    state.amounts[row]! -= Math.min(state.amounts[row]!, roundedPartOf(above, step.share))
  })
}

/** Raises to a bound from below or lowers to a bound from above. A later bound prevails over an earlier one. */
function bind(state: AllocationState, row: number, lower: number | undefined, upper: number | undefined): void {
  if (upper !== undefined) {
    state.upper[row] = Math.min(state.upper[row]!, upper)
    state.lower[row] = Math.min(state.lower[row]!, upper)
  }
  if (lower !== undefined) {
    state.lower[row] = Math.max(state.lower[row]!, lower)
    state.upper[row] = Math.max(state.upper[row]!, lower)
  }
  if (!Number.isNaN(state.amounts[row]!)) state.amounts[row] = Math.min(state.upper[row]!, Math.max(state.lower[row]!, state.amounts[row]!))
}

export function raiseToFloor(state: AllocationState, step: StepOf<'floor'>): void {
  forEachRow(state, step.classes, (row) => bind(state, row, step.amountFen, undefined))
}

export function lowerToCap(state: AllocationState, step: StepOf<'cap'>): void {
  forEachRow(state, step.classes, (row) => bind(state, row, undefined, step.amountFen))
}

/** @returns the whole fen of a share of an amount, rounded down. */
export const partOf = (fen: number, share: number): number => Number((BigInt(fen) * BigInt(Math.round(share * SCALE))) / BigInt(SCALE))

/**
 * At most `loss` less and `gain` more than last year; both bounds in whole fen, the tighter way. Last year's amount is that of
 * the whole fund,
 * so what earlier components give counts towards both bounds. Whoever had nothing last year, or whose last year is unknown, is
 * left alone, as under a guarantee that others pay for: a bound around nothing would keep them at nothing.
 * @throws allocation.gainPassed where earlier components alone give more than the highest gain allows
 */
export function protect(state: AllocationState, step: StepOf<'protect'>): void {
  forEachRow(state, step.classes, (row) => {
    const last = state.previous[row]!
    const earlier = state.earlier[row]!
    if (Number.isNaN(last) || last === 0) return
    if (Number.isNaN(earlier)) return void (state.amounts[row] = Number.NaN)
    const most = step.gain === undefined ? undefined : last + partOf(last, step.gain) - earlier
    if (most !== undefined && most < 0)
      throw appError('allocation.gainPassed', { step: step.name.zh, byFen: -most }, { path: step.key, community: state.keys[row]! })
    bind(state, row, step.loss === undefined ? undefined : last - partOf(last, step.loss) - earlier, most)
  })
}
