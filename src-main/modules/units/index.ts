import type { Module } from '../../desk/module.ts'
import type { unitsOperations } from './contract.ts'
import { unitRows } from './log.ts'
import { units } from './service.ts'

export const unitsModule = { service: units, rows: unitRows, effects: 'none' } satisfies Module<keyof typeof unitsOperations>
