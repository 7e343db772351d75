import type { Module } from '../../desk/module.ts'
import type { resultsOperations } from './contract.ts'
import { moneyEffect } from './money-effect.ts'
import { results } from './service.ts'

export const resultsModule = { service: results, rows: {}, effects: [moneyEffect] } satisfies Module<keyof typeof resultsOperations>
