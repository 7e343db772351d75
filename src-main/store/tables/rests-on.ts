import { HISTORY, yearOf, type Area } from '../../model/areas.ts'
import type { PlanReader } from './index.ts'
import { tablesAbout, type TrackedTable } from './tracked.ts'

/** Whether each year of a table is an area of its own: its keys begin with a year and a community. */
const YEARLY: readonly string[] = [...tablesAbout('communityOfYear'), ...tablesAbout('itemOfCommunity')]
export const isYearly = (table: string): boolean => YEARLY.includes(table)

type Tables = readonly (TrackedTable | typeof HISTORY)[]

/** The tables that each part of the plan is read from; a test asks SQLite whether these are all. */
export const TABLES_OF: Readonly<Record<keyof PlanReader, Tables>> = {
  settings: ['settings'],
  dictionary: ['indicator_group', 'indicator'],
  communities: ['community_year', 'community'],
  years: ['year'],
  policies: ['policy', 'year', 'adopted'],
  policyDrafts: ['policy_draft'],
  policyAdoptions: ['policy_adoption'],
  overrides: ['override'],
  scenarios: ['scenario', 'settings'],
  adopted: ['adopted', 'taken_back'],
  ledger: ['ledger'],
  unitChanges: ['unit_change'],
  importLayouts: ['import_layout'],
  deliveries: ['delivery'],
  mergedPackages: ['merged_package'],
  districtPolicies: ['district_policy'],
  documentSettings: ['document_setting'],
  refusedEntries: ['refused_entry'],
  calendarYears: ['calendar_year'],
  admissionRequests: ['admission_request'],
  admissionPeriods: ['admission_period'],
  catalogue: ['catalogue_item'],
  catalogueExceptions: ['catalogue_exception'],
  measureCounts: ['measure_count'],
  serviceOffers: ['service_offer'],
  projects: ['project', 'project_event'],
  closedRegisters: ['closed_register'],
  receipts: ['receipt'],
  spendingSettings: ['spending_setting'],
  selfEvaluation: ['self_evaluation'],
  teamPlans: ['team_plan', 'team_staff'],
  teamPosts: ['team_post'],
  teamDuties: ['team_duty'],
  targetCounts: ['target_count'],
  register: ['register_count'],
  spotChecks: ['spot_check'],
  appeals: ['appeal_count'],
  appealSubjects: ['appeal_subject'],
  renovationPlans: ['renovation_plan'],
  renovationLots: ['renovation_lot'],
  renovationMoney: ['renovation_money'],
  history: [HISTORY],
}

/** What is read of yearly tables is read for the year that is asked for first. */
const areasOf = (tables: Tables, [year]: readonly unknown[]): Area[] =>
  tables.map((table) => (isYearly(table) && typeof year === 'number' ? yearOf(table, year) : table))

type Read = (...given: unknown[]) => unknown

/** The same reader, which tells at each reading what the answer rests on. */
export function toldReader(reader: PlanReader, told: (areas: readonly Area[]) => void): PlanReader {
  const telling = (tables: Tables, read: Read): Read => {
    return (...given) => {
      told(areasOf(tables, given))
      return read(...given)
    }
  }
  // Each reading gives back what it gave before; the types of all of them can't be followed one by one here.
  return Object.fromEntries(
    Object.entries(reader).map(([part, reads]) => [
      part,
      Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, telling(TABLES_OF[part as keyof PlanReader], read as Read)])),
    ]),
  ) as unknown as PlanReader
}
