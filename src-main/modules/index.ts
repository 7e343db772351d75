import { resultsModule } from './results/index.ts'
import { yearsModule } from './years/index.ts'
import { unitsModule } from './units/index.ts'
import { catalogueModule } from './catalogue/index.ts'
import { targetsModule } from './targets/index.ts'
import { registrationModule } from './registration/index.ts'
import { appealsModule } from './appeals/index.ts'
import { communitiesModule } from './communities/index.ts'
import { importsModule } from './imports/index.ts'
import { completenessModule } from './completeness/index.ts'
import { ledgerModule } from './ledger/index.ts'
import { boundIn, projectsModule } from './projects/index.ts'
import { receiptsModule } from './receipts/index.ts'
import { selfEvaluationModule } from './self-evaluation/index.ts'
import { requestsModule } from './requests/index.ts'
import { teamsModule, teamBasisOf } from './teams/index.ts'
import { renovationBasisOf, renovationModule } from './renovation/index.ts'
import { calendarModule } from './calendar/index.ts'
import { dictionaryModule } from './dictionary/index.ts'
import { overridesModule } from './overrides/index.ts'
import { policiesModule } from './policies/index.ts'
import { whatIfModule } from './what-if/index.ts'
import { scenariosModule } from './scenarios/index.ts'
import { analysisModule } from './analysis/index.ts'
import { comparisonModule } from './comparison/index.ts'
import { documentsModule } from './documents/index.ts'
import { statisticsModule } from './statistics/index.ts'
import { rollupModule } from './rollup/index.ts'
import { historyModule } from './history/index.ts'
import { plansModule } from './plans/index.ts'
import type { deskOperations } from '../contract/desk.ts'
import { catalogueOf } from '../desk/catalogue.ts'
import type { Desk } from '../desk/desk.ts'
import type { DeskParts, Module } from '../desk/module.ts'
import type { RowInLog } from '../desk/row-in-log.ts'
import type { Service } from '../desk/service.ts'
import type { AllOf } from '../shared/all-of.ts'
import type { TrackedTable } from '../store/index.ts'
import type { OperationsOf } from './contracts.ts'
import { classEffects } from './effects.ts'
import type { ModuleName } from './names.ts'

/** Every module of the desk. The command line works without a desk. */
const MODULES = {
  results: resultsModule,
  years: yearsModule,
  units: unitsModule,
  communities: communitiesModule,
  imports: importsModule,
  completeness: completenessModule,
  ledger: ledgerModule,
  projects: projectsModule,
  receipts: receiptsModule,
  'self-evaluation': selfEvaluationModule,
  requests: requestsModule,
  teams: teamsModule,
  renovation: renovationModule,
  calendar: calendarModule,
  dictionary: dictionaryModule,
  overrides: overridesModule,
  catalogue: catalogueModule,
  targets: targetsModule,
  registration: registrationModule,
  appeals: appealsModule,
  policies: policiesModule,
  'what-if': whatIfModule,
  scenarios: scenariosModule,
  analysis: analysisModule,
  comparison: comparisonModule,
  documents: documentsModule,
  statistics: statisticsModule,
  rollup: rollupModule,
  history: historyModule,
  plans: plansModule,
} satisfies { [Name in Exclude<ModuleName, 'command-line'>]: Module<OperationsOf<Name>> }

const all = Object.values<Module<never>>(MODULES)

/** What the desk knows of the modules. A table of the plan file that no module claims does not compile. */
export const PARTS: DeskParts = {
  effects: (desk, year) =>
    classEffects({
      catalogue: catalogueOf(desk, year),
      teams: teamBasisOf(desk, year),
      bound: boundIn(desk, year),
      renovation: renovationBasisOf(desk, year),
    }),
  rows: Object.assign({}, ...all.map((each) => each.rows)) as AllOf<(typeof MODULES)[keyof typeof MODULES]['rows']> satisfies Record<
    TrackedTable,
    RowInLog
  >,
}

/** The service of all modules at a desk. */
export const servicesAt = (desk: Desk): Omit<Service, keyof typeof deskOperations> =>
  Object.assign({}, ...all.map((each) => each.service(desk))) as Omit<Service, keyof typeof deskOperations>
