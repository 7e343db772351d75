import type { Module } from '../../desk/module.ts'
import type { statisticsOperations } from './contract.ts'
import { statistics } from './service.ts'

export { statisticsSettings } from './table.ts'

export const statisticsModule = { service: statistics, rows: {}, effects: 'none' } satisfies Module<keyof typeof statisticsOperations>
