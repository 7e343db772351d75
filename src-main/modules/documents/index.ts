import type { Module } from '../../desk/module.ts'
import type { documentsOperations } from './contract.ts'
import { documentRows } from './log.ts'
import { documents } from './service.ts'

export { settingsOf } from './settings.ts'

export const documentsModule = { service: documents, rows: documentRows } satisfies Module<keyof typeof documentsOperations>
