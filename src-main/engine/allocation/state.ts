import type { Problem } from '../../contract/problem.ts'
import type { Table } from '../indicators/table.ts'
import type { Vocabulary } from '../indicators/vocabulary.ts'

/** What the steps work on: one entry a community, in the order of community codes. Money in fen. */
export interface AllocationState {
  keys: string[]
  /** null: undecided. */
  classes: Array<string | null>
  table: Table
  vocabulary: Vocabulary
  /** Last year's amount; NaN where there is none. */
  previous: Float64Array
  /** The amount so far; NaN once it can't be known. */
  amounts: Float64Array
  /** Bounds that floors, caps and protections have set so far; a later fit and rounding respect them. */
  lower: Float64Array
  upper: Float64Array
  /** Indicators whose absence makes the amount unknown. */
  needs: Array<Set<string>>
  problems: Problem[]
}

/** The communities a step applies to: all, or those of its classes. An undecided community is in every step: it might be meant. */
export const applies = (classes: string[] | undefined, own: string | null): boolean => classes === undefined || own === null || classes.includes(own)

/** Marks a community's amount as unknown for lack of an indicator. */
export function unknownFor(state: AllocationState, row: number, indicator: string): void {
  state.amounts[row] = Number.NaN
  for (const input of state.vocabulary.inputsOf(indicator)) {
    if (Number.isNaN(state.table.columns.get(input)![row]!)) state.needs[row]!.add(input)
  }
}
