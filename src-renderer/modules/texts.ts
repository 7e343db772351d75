import type { ModuleName } from '../../src-main/modules/names.ts'
import { en as plansEn } from './plans/en.ts'
import { zh as plansZh } from './plans/zh.ts'
import { en as yearsEn } from './years/en.ts'
import { zh as yearsZh } from './years/zh.ts'
import { en as unitsEn } from './units/en.ts'
import { zh as unitsZh } from './units/zh.ts'
import { en as communitiesEn } from './communities/en.ts'
import { zh as communitiesZh } from './communities/zh.ts'
import { en as importsEn } from './imports/en.ts'
import { zh as importsZh } from './imports/zh.ts'
import { en as completenessEn } from './completeness/en.ts'
import { zh as completenessZh } from './completeness/zh.ts'
import { en as ledgerEn } from './ledger/en.ts'
import { zh as ledgerZh } from './ledger/zh.ts'
import { en as projectsEn } from './projects/en.ts'
import { zh as projectsZh } from './projects/zh.ts'
import { en as receiptsEn } from './receipts/en.ts'
import { zh as receiptsZh } from './receipts/zh.ts'
import { en as selfEvaluationEn } from './self-evaluation/en.ts'
import { zh as selfEvaluationZh } from './self-evaluation/zh.ts'
import { en as requestsEn } from './requests/en.ts'
import { zh as requestsZh } from './requests/zh.ts'
import { en as calendarEn } from './calendar/en.ts'
import { zh as calendarZh } from './calendar/zh.ts'
import { en as renovationEn } from './renovation/en.ts'
import { zh as renovationZh } from './renovation/zh.ts'
import { en as teamsEn } from './teams/en.ts'
import { zh as teamsZh } from './teams/zh.ts'
import { en as dictionaryEn } from './dictionary/en.ts'
import { zh as dictionaryZh } from './dictionary/zh.ts'
import { en as resultsEn } from './results/en.ts'
import { zh as resultsZh } from './results/zh.ts'
import { en as overridesEn } from './overrides/en.ts'
import { zh as overridesZh } from './overrides/zh.ts'
import { en as catalogueEn } from './catalogue/en.ts'
import { zh as catalogueZh } from './catalogue/zh.ts'
import { en as targetsEn } from './targets/en.ts'
import { zh as targetsZh } from './targets/zh.ts'
import { en as appealsEn } from './appeals/en.ts'
import { zh as appealsZh } from './appeals/zh.ts'
import { en as registrationEn } from './registration/en.ts'
import { zh as registrationZh } from './registration/zh.ts'
import { en as policiesEn } from './policies/en.ts'
import { zh as policiesZh } from './policies/zh.ts'
import { en as whatIfEn } from './what-if/en.ts'
import { zh as whatIfZh } from './what-if/zh.ts'
import { en as scenariosEn } from './scenarios/en.ts'
import { zh as scenariosZh } from './scenarios/zh.ts'
import { en as analysisEn } from './analysis/en.ts'
import { zh as analysisZh } from './analysis/zh.ts'
import { en as comparisonEn } from './comparison/en.ts'
import { zh as comparisonZh } from './comparison/zh.ts'
import { en as documentsEn } from './documents/en.ts'
import { zh as documentsZh } from './documents/zh.ts'
import { en as statisticsEn } from './statistics/en.ts'
import { zh as statisticsZh } from './statistics/zh.ts'
import { en as rollupEn } from './rollup/en.ts'
import { zh as rollupZh } from './rollup/zh.ts'
import { en as historyEn } from './history/en.ts'
import { zh as historyZh } from './history/zh.ts'
import type { ModuleTexts } from '../locales/texts.ts'

/** A module that has something to show; the command line's has not. */
export type ShownModule = Exclude<ModuleName, 'command-line'>

/** What every module says, in both languages. */
export const MODULE_TEXTS = {
  plans: { zh: plansZh, en: plansEn },
  years: { zh: yearsZh, en: yearsEn },
  units: { zh: unitsZh, en: unitsEn },
  communities: { zh: communitiesZh, en: communitiesEn },
  imports: { zh: importsZh, en: importsEn },
  completeness: { zh: completenessZh, en: completenessEn },
  ledger: { zh: ledgerZh, en: ledgerEn },
  projects: { zh: projectsZh, en: projectsEn },
  receipts: { zh: receiptsZh, en: receiptsEn },
  'self-evaluation': { zh: selfEvaluationZh, en: selfEvaluationEn },
  requests: { zh: requestsZh, en: requestsEn },
  teams: { zh: teamsZh, en: teamsEn },
  renovation: { zh: renovationZh, en: renovationEn },
  calendar: { zh: calendarZh, en: calendarEn },
  dictionary: { zh: dictionaryZh, en: dictionaryEn },
  results: { zh: resultsZh, en: resultsEn },
  overrides: { zh: overridesZh, en: overridesEn },
  catalogue: { zh: catalogueZh, en: catalogueEn },
  targets: { zh: targetsZh, en: targetsEn },
  registration: { zh: registrationZh, en: registrationEn },
  appeals: { zh: appealsZh, en: appealsEn },
  policies: { zh: policiesZh, en: policiesEn },
  'what-if': { zh: whatIfZh, en: whatIfEn },
  scenarios: { zh: scenariosZh, en: scenariosEn },
  analysis: { zh: analysisZh, en: analysisEn },
  comparison: { zh: comparisonZh, en: comparisonEn },
  documents: { zh: documentsZh, en: documentsEn },
  statistics: { zh: statisticsZh, en: statisticsEn },
  rollup: { zh: rollupZh, en: rollupEn },
  history: { zh: historyZh, en: historyEn },
} as const satisfies Record<ShownModule, Record<'zh' | 'en', ModuleTexts>>
