import type { Module } from '../../desk/module.ts'
import type { projectsOperations } from './contract.ts'
import { projectRows } from './log.ts'
import { projects } from './service.ts'

export { accountsAt, dayOf, heirs, isKept, payersIn, placeOf, plannedDues, yearAt, yearsOf } from './book.ts'
export { differences } from './differences.ts'
export { duesAt } from './dues.ts'
export { boundIn } from './effects.ts'
export { communityProblems } from './entry.ts'
export { findingsAt, linesAt } from './lines.ts'
export { amountPart, partsRow } from './log.ts'

export const projectsModule = { service: projects, rows: projectRows } satisfies Module<keyof typeof projectsOperations>
