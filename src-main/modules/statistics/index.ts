import type { Module } from '../../desk/module.ts'
import type { statisticsOperations } from './contract.ts'
import { statistics } from './service.ts'

export { statisticsSettings } from './table.ts'

export const statisticsModule = { service: statistics, rows: {} } satisfies Module<keyof typeof statisticsOperations>
