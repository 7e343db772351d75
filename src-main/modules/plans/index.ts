import type { Module } from '../../desk/module.ts'
import type { plansOperations } from './contract.ts'
import { planRows } from './log.ts'
import { plans } from './service.ts'

export { createPlan } from './service.ts'

export const plansModule = { service: plans, rows: planRows } satisfies Module<keyof typeof plansOperations>
