import type { Module } from '../../desk/module.ts'
import type { scenariosOperations } from './contract.ts'
import { scenarioRows } from './log.ts'
import { scenarios } from './service.ts'

export const scenariosModule = { service: scenarios, rows: scenarioRows } satisfies Module<keyof typeof scenariosOperations>
