import type { Module } from '../../desk/module.ts'
import type { renovationOperations } from './contract.ts'
import { renovationRows } from './log.ts'
import { renovation } from './service.ts'

export { renovationAccount } from './account.ts'
export { basisOf, renovationBasisOf, renovationSettings, type Paid, type RenovationBasis } from './book.ts'
export { renovationGoal } from './detail.ts'
export { carryRenovation } from './carry-over.ts'
export { lotProblems } from './entry.ts'
export { keptValue, sheetColumns } from './sheet.ts'

export const renovationModule = { service: renovation, rows: renovationRows } satisfies Module<keyof typeof renovationOperations>
