import type { Module } from '../../desk/module.ts'
import type { overridesOperations } from './contract.ts'
import { overrideRows } from './log.ts'
import { overrides } from './service.ts'

export const overridesModule = { service: overrides, rows: overrideRows } satisfies Module<keyof typeof overridesOperations>
