import type { Module } from '../../desk/module.ts'
import type { unitsOperations } from './contract.ts'
import { unitRows } from './log.ts'
import { units } from './service.ts'

export const unitsModule = { service: units, rows: unitRows } satisfies Module<keyof typeof unitsOperations>
