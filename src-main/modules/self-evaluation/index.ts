import type { Module } from '../../desk/module.ts'
import type { selfEvaluationOperations } from './contract.ts'
import { selfEvaluationRows } from './log.ts'
import { selfEvaluation } from './service.ts'

export const selfEvaluationModule = { service: selfEvaluation, rows: selfEvaluationRows } satisfies Module<
  keyof typeof selfEvaluationOperations
>
