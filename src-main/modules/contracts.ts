import { resultsOperations } from './results/contract.ts'
import { yearsOperations } from './years/contract.ts'
import { unitsOperations } from './units/contract.ts'
import { catalogueOperations } from './catalogue/contract.ts'
import { targetsOperations } from './targets/contract.ts'
import { registrationOperations } from './registration/contract.ts'
import { appealsOperations } from './appeals/contract.ts'
import { communitiesOperations } from './communities/contract.ts'
import { importsOperations } from './imports/contract.ts'
import { completenessOperations } from './completeness/contract.ts'
import { ledgerOperations } from './ledger/contract.ts'
import { projectsOperations } from './projects/contract.ts'
import { receiptsOperations } from './receipts/contract.ts'
import { selfEvaluationOperations } from './self-evaluation/contract.ts'
import { requestsOperations } from './requests/contract.ts'
import { teamsOperations } from './teams/contract.ts'
import { calendarOperations } from './calendar/contract.ts'
import { dictionaryOperations } from './dictionary/contract.ts'
import { overridesOperations } from './overrides/contract.ts'
import { renovationOperations } from './renovation/contract.ts'
import { policiesOperations } from './policies/contract.ts'
import { whatIfOperations } from './what-if/contract.ts'
import { scenariosOperations } from './scenarios/contract.ts'
import { analysisOperations } from './analysis/contract.ts'
import { comparisonOperations } from './comparison/contract.ts'
import { documentsOperations } from './documents/contract.ts'
import { statisticsOperations } from './statistics/contract.ts'
import { rollupOperations } from './rollup/contract.ts'
import { historyOperations } from './history/contract.ts'
import { plansOperations } from './plans/contract.ts'
import type { Operation } from '../contract/operation.ts'
import type { AllOf } from '../shared/all-of.ts'
import type { ModuleName } from './names.ts'

/** The operations of every module. The command line has none of its own: it works without a plan file. */
const OF_MODULES = {
  results: resultsOperations,
  years: yearsOperations,
  units: unitsOperations,
  communities: communitiesOperations,
  imports: importsOperations,
  completeness: completenessOperations,
  ledger: ledgerOperations,
  projects: projectsOperations,
  receipts: receiptsOperations,
  'self-evaluation': selfEvaluationOperations,
  requests: requestsOperations,
  teams: teamsOperations,
  renovation: renovationOperations,
  calendar: calendarOperations,
  dictionary: dictionaryOperations,
  overrides: overridesOperations,
  catalogue: catalogueOperations,
  targets: targetsOperations,
  registration: registrationOperations,
  appeals: appealsOperations,
  policies: policiesOperations,
  'what-if': whatIfOperations,
  scenarios: scenariosOperations,
  analysis: analysisOperations,
  comparison: comparisonOperations,
  documents: documentsOperations,
  statistics: statisticsOperations,
  rollup: rollupOperations,
  history: historyOperations,
  plans: plansOperations,
  'command-line': {},
} as const satisfies Record<ModuleName, Readonly<Record<string, Operation>>>

type OfModules = typeof OF_MODULES
/** The names of a module's operations. */
export type OperationsOf<Name extends ModuleName> = keyof OfModules[Name]

/** All of them by name. */
export const MODULE_OPERATIONS = Object.assign({}, ...Object.values(OF_MODULES)) as AllOf<OfModules[keyof OfModules]>
