import type { Module } from '../../desk/module.ts'
import type { historyOperations } from './contract.ts'
import { history } from './service.ts'

export const historyModule = { service: history, rows: {} } satisfies Module<keyof typeof historyOperations>
