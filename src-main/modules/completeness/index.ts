import type { Module } from '../../desk/module.ts'
import type { completenessOperations } from './contract.ts'
import { completeness } from './service.ts'

export const completenessModule = { service: completeness, rows: {} } satisfies Module<keyof typeof completenessOperations>
