import { optionKeysOf, type StepOf } from '../../model/step.ts'
import { TRUE, UNKNOWN } from '../classification/condition.ts'
import { conditionOf, forEachRow, undecidedFor, unknownFor, type AllocationState } from './state.ts'

/** Adds what a known value earns; where the value is not known, neither is the amount. */
function addByValue(state: AllocationState, step: StepOf<'attribute' | 'bands'>, fenOf: (value: number) => number): void {
  const column = state.table.columns.get(step.indicator)!
  forEachRow(state, step.classes, (row) => {
    if (Number.isNaN(column[row]!)) unknownFor(state, row, step.indicator)
    else state.amounts[row]! += fenOf(column[row]!)
  })
}

/** Amount per option of a category, or per yes and no of a flag. */
export function addByAttribute(state: AllocationState, step: StepOf<'attribute'>): void {
  const indicator = state.vocabulary.indicators.get(step.indicator)!
  const fen = optionKeysOf(indicator).map((key) => step.amountsFen[key]!)
  addByValue(state, step, indicator.kind === 'flag' ? (value) => fen[Number(value !== 0)]! : (value) => fen[value]!)
}

/** The fen of the last band whose `from` is not above the value; below the first band none. */
export const bandFen = (step: StepOf<'bands'>, value: number): number => step.bands.findLast((band) => value >= band.from)?.amountFen ?? 0

export function addByBands(state: AllocationState, step: StepOf<'bands'>): void {
  addByValue(state, step, (value) => bandFen(step, value))
}

/** Addition for whoever meets a condition; a condition that can't be decided leaves the amount open. */
export function addWhere(state: AllocationState, step: StepOf<'addOn'>): void {
  const condition = conditionOf(state, step.when)
  forEachRow(state, step.classes, (row) => {
    const found = condition.test(row)
    if (found === UNKNOWN) undecidedFor(state, row, condition)
    else if (found === TRUE) state.amounts[row]! += step.amountFen
  })
}
