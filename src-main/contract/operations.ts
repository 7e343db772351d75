import type { z } from 'zod'
import { deskOperations } from './desk.ts'
import { plansOperations } from '../modules/plans/contract.ts'
import { communitiesOperations } from '../modules/communities/contract.ts'
import { dictionaryOperations } from '../modules/dictionary/contract.ts'
import { importsOperations } from '../modules/imports/contract.ts'
import { completenessOperations } from '../modules/completeness/contract.ts'
import { policiesOperations } from '../modules/policies/contract.ts'
import { resultsOperations } from '../modules/results/contract.ts'
import { overridesOperations } from '../modules/overrides/contract.ts'
import { scenariosOperations } from '../modules/scenarios/contract.ts'
import { whatIfOperations } from '../modules/what-if/contract.ts'
import { comparisonOperations } from '../modules/comparison/contract.ts'
import { analysisOperations } from '../modules/analysis/contract.ts'
import { documentsOperations } from '../modules/documents/contract.ts'
import { statisticsOperations } from '../modules/statistics/contract.ts'
import { rollupOperations } from '../modules/rollup/contract.ts'
import { yearsOperations } from '../modules/years/contract.ts'
import { unitsOperations } from '../modules/units/contract.ts'
import { ledgerOperations } from '../modules/ledger/contract.ts'
import { historyOperations } from '../modules/history/contract.ts'

/**
 * Every operation that the outside may ask for. A query reads; a command is one committed transaction and one step of the
 * history. Both ends are checked against these schemas; types are inferred from them and written nowhere else.
 */
export const operations = {
  ...deskOperations,
  ...plansOperations,
  ...communitiesOperations,
  ...dictionaryOperations,
  ...importsOperations,
  ...completenessOperations,
  ...policiesOperations,
  ...resultsOperations,
  ...overridesOperations,
  ...scenariosOperations,
  ...whatIfOperations,
  ...comparisonOperations,
  ...analysisOperations,
  ...documentsOperations,
  ...statisticsOperations,
  ...rollupOperations,
  ...yearsOperations,
  ...unitsOperations,
  ...ledgerOperations,
  ...historyOperations,
} as const

export type Operations = typeof operations
export type OperationName = keyof Operations
export type InputOf<N extends OperationName> = z.input<Operations[N]['input']>
export type ParsedInputOf<N extends OperationName> = z.output<Operations[N]['input']>
export type OutputOf<N extends OperationName> = z.output<Operations[N]['output']>
export const isOperation = (name: string): name is OperationName => Object.hasOwn(operations, name)
