import type { Module } from '../../desk/module.ts'
import type { requestsOperations } from './contract.ts'
import { requestRows } from './log.ts'
import { requests } from './service.ts'

export const requestsModule = { service: requests, rows: requestRows } satisfies Module<keyof typeof requestsOperations>
