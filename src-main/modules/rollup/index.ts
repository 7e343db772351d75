import type { Module } from '../../desk/module.ts'
import type { rollupOperations } from './contract.ts'
import { rollupRows } from './log.ts'
import { packages } from './service.ts'

export const rollupModule = { service: packages, rows: rollupRows } satisfies Module<keyof typeof rollupOperations>
