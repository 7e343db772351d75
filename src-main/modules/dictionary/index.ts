import type { Module } from '../../desk/module.ts'
import type { dictionaryOperations } from './contract.ts'
import { dictionaryRows } from './log.ts'
import { dictionary } from './service.ts'

export const dictionaryModule = { service: dictionary, rows: dictionaryRows } satisfies Module<keyof typeof dictionaryOperations>
