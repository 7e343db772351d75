import type { Module } from '../../desk/module.ts'
import type { appealsOperations } from './contract.ts'
import { appealRows } from './log.ts'
import { appeals } from './service.ts'

export const appealsModule = { service: appeals, rows: appealRows } satisfies Module<keyof typeof appealsOperations>
