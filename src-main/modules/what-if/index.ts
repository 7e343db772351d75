import type { Module } from '../../desk/module.ts'
import type { whatIfOperations } from './contract.ts'
import { whatIfs } from './service.ts'

export { suppositionOf } from './service.ts'

export const whatIfModule = { service: whatIfs, rows: {} } satisfies Module<keyof typeof whatIfOperations>
