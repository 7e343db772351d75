/** Facts as columns, policies run over them, and what is counted there. */
export { ruleCounts } from './counts.ts'
export { classifierOf } from './run.ts'
export { gainsAndLosses, groupShifts, type Outcome } from './shift.ts'
export { columnTotals, deciderOf } from './totals.ts'
export { versusFirst } from './versus.ts'
