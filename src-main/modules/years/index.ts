import type { Module } from '../../desk/module.ts'
import type { yearsOperations } from './contract.ts'
import { yearRows } from './log.ts'
import { years } from './service.ts'

export const yearsModule = { service: years, rows: yearRows } satisfies Module<keyof typeof yearsOperations>
