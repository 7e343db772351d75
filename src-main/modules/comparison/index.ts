import type { Module } from '../../desk/module.ts'
import type { comparisonOperations } from './contract.ts'
import { comparison } from './service.ts'

export { planSide } from './compared-plan.ts'

export const comparisonModule = { service: comparison, rows: {} } satisfies Module<keyof typeof comparisonOperations>
