import type { Module } from '../../desk/module.ts'
import type { ledgerOperations } from './contract.ts'
import { ledgerRows } from './log.ts'
import { ledger } from './service.ts'

export { ledgerOfYear } from './book.ts'

export const ledgerModule = { service: ledger, rows: ledgerRows } satisfies Module<keyof typeof ledgerOperations>
