import type { Guarantee, Transfer } from '../../model/plan.ts'
import type { Condition } from '../../model/condition.ts'
import type { Problem } from '../../model/problem.ts'
import { compileCondition, leavesUnknown, type CompiledCondition } from '../classification/condition.ts'
import type { Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'

/** What money is allocated to: one entry a community, in the order of community codes. Money in fen. */
export interface AllocationBasis {
  keys: string[]
  /** null: undecided. */
  classes: Array<string | null>
  table: Table
  vocabulary: Vocabulary
  /** Last year's amount of the whole fund; NaN where there is none. */
  previous: Float64Array
  /** Indicators whose absence makes the amount unknown. */
  needs: Array<Set<string>>
  problems: Problem[]
}

/** What the steps of one component of the fund work on. */
export interface AllocationState extends AllocationBasis {
  /** What earlier components give; NaN where that can't be known. */
  earlier: Float64Array
  /** The component's amount so far; NaN once it can't be known. */
  amounts: Float64Array
  /** Bounds that floors, caps and protections have set so far, infinite without one; a later fit and rounding respect them. */
  lower: Float64Array
  upper: Float64Array
  /** Held back and not released. */
  reserve: Float64Array
  guarantees: Guarantee[]
  transfers: Transfer[]
}

/** @returns a component at its start: nobody has anything of it, nothing is bound. */
export const startOf = (basis: AllocationBasis, earlier: Float64Array): AllocationState => {
  const { length } = basis.keys
  return {
    ...basis,
    earlier,
    amounts: new Float64Array(length),
    lower: new Float64Array(length).fill(-Infinity),
    upper: new Float64Array(length).fill(Infinity),
    reserve: new Float64Array(length),
    guarantees: [],
    transfers: [],
  }
}

/** @returns the rows a step applies to or might apply to: all, or those of its classes and those without a class yet. */
export const rowsOf = (state: AllocationState, classes: string[] | undefined): number[] =>
  state.keys
    .map((_, row) => row)
    .filter((row) => classes === undefined || state.classes[row] === null || classes.includes(state.classes[row]!))

/**
 * Runs `change` for each community of a step. Where the class is open and the step is for some classes only, the amount becomes
 * unknown.
 */
export function forEachRow(state: AllocationState, classes: string[] | undefined, change: (row: number) => void): void {
  for (const row of rowsOf(state, classes)) {
    if (classes !== undefined && state.classes[row] === null) state.amounts[row] = Number.NaN
    else change(row)
  }
}

/** @returns the lowest fen a community may get: its lower bound, and never less than nothing. */
export const lowerOf = (state: AllocationState, row: number): number => Math.max(0, state.lower[row]!)

/** Marks a community's amount as unknown for lack of an indicator. */
export function unknownFor(state: AllocationState, row: number, indicator: string): void {
  state.amounts[row] = Number.NaN
  for (const input of state.vocabulary.inputsOf(indicator)) {
    if (Number.isNaN(state.table.columns.get(input)![row]!)) state.needs[row]!.add(input)
  }
}

/** @returns a step's condition over the columns of the plan. */
export const conditionOf = (state: AllocationState, condition: Condition): CompiledCondition =>
  compileCondition(condition, state.table, state.vocabulary.indicators)

/** Marks a community's amount as unknown because a condition can't be decided, and names what is missing for it. */
export function undecidedFor(state: AllocationState, row: number, condition: CompiledCondition): void {
  state.amounts[row] = Number.NaN
  for (const leaf of leavesUnknown(condition, row)) unknownFor(state, row, leaf.indicator)
}
