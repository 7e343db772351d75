import type { Module } from '../../desk/module.ts'
import type { resultsOperations } from './contract.ts'
import { results } from './service.ts'

export const resultsModule = { service: results, rows: {} } satisfies Module<keyof typeof resultsOperations>
