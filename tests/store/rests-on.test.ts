import { expect, it } from 'vitest'
import { connect, type Connection } from '../../src-main/store/sqlite.ts'
import { columnsOf } from '../../src-main/store/history/triggers.ts'
import { adoptedReads } from '../../src-main/store/tables/adopted.ts'
import { admissionPeriodReads, admissionRequestReads } from '../../src-main/store/tables/admission-requests.ts'
import { appealReads, appealSubjectReads } from '../../src-main/store/tables/appeals.ts'
import { calendarYearReads } from '../../src-main/store/tables/calendar-years.ts'
import { catalogueExceptionReads, catalogueReads, measureCountReads, serviceOfferReads } from '../../src-main/store/tables/catalogue.ts'
import { communityReads } from '../../src-main/store/tables/communities.ts'
import { deliveryReads } from '../../src-main/store/tables/deliveries.ts'
import { dictionaryReads } from '../../src-main/store/tables/dictionary.ts'
import { documentSettingReads } from '../../src-main/store/tables/document-settings.ts'
import { importLayoutReads } from '../../src-main/store/tables/import-layouts.ts'
import type { PlanReader } from '../../src-main/store/tables/index.ts'
import { ledgerReads } from '../../src-main/store/tables/ledger.ts'
import { districtPolicyReads } from '../../src-main/store/tables/district-policies.ts'
import { mergedPackageReads } from '../../src-main/store/tables/merged-packages.ts'
import { overrideReads } from '../../src-main/store/tables/overrides.ts'
import { policyReads } from '../../src-main/store/tables/policies.ts'
import { policyAdoptionReads } from '../../src-main/store/tables/policy-adoptions.ts'
import { policyDraftReads } from '../../src-main/store/tables/policy-drafts.ts'
import { closedRegisterReads, projectReads } from '../../src-main/store/tables/projects.ts'
import { receiptReads, spendingSettingReads } from '../../src-main/store/tables/receipts.ts'
import { isYearly, TABLES_OF } from '../../src-main/store/tables/rests-on.ts'
import { refusedEntryReads } from '../../src-main/store/tables/refused-entries.ts'
import { renovationLotReads, renovationMoneyReads, renovationPlanReads } from '../../src-main/store/tables/renovation.ts'
import { scenarioReads } from '../../src-main/store/tables/scenarios.ts'
import { selfEvaluationReads } from '../../src-main/store/tables/self-evaluation.ts'
import { settingsReads } from '../../src-main/store/tables/settings.ts'
import { registerReads, spotCheckReads, targetCountReads } from '../../src-main/store/tables/targets.ts'
import { TRACKED_TABLES } from '../../src-main/store/tables/tracked.ts'
import { teamDutyReads, teamPlanReads, teamPostReads } from '../../src-main/store/tables/teams.ts'
import { unitChangeReads } from '../../src-main/store/tables/unit-changes.ts'
import { yearReads } from '../../src-main/store/tables/years.ts'
import { community, createdPlan } from './support/plans.ts'

/** Everything but the history, which is changed by every step. */
const READS: Record<Exclude<keyof PlanReader, 'history'>, (connection: Connection) => unknown> = {
  settings: settingsReads,
  dictionary: dictionaryReads,
  communities: communityReads,
  years: yearReads,
  policies: policyReads,
  policyDrafts: policyDraftReads,
  policyAdoptions: policyAdoptionReads,
  overrides: overrideReads,
  scenarios: scenarioReads,
  adopted: adoptedReads,
  ledger: ledgerReads,
  unitChanges: unitChangeReads,
  importLayouts: importLayoutReads,
  deliveries: deliveryReads,
  refusedEntries: refusedEntryReads,
  targetCounts: targetCountReads,
  register: registerReads,
  spotChecks: spotCheckReads,
  appeals: appealReads,
  appealSubjects: appealSubjectReads,
  mergedPackages: mergedPackageReads,
  districtPolicies: districtPolicyReads,
  documentSettings: documentSettingReads,
  calendarYears: calendarYearReads,
  admissionRequests: admissionRequestReads,
  admissionPeriods: admissionPeriodReads,
  catalogue: catalogueReads,
  catalogueExceptions: catalogueExceptionReads,
  measureCounts: measureCountReads,
  serviceOffers: serviceOfferReads,
  projects: projectReads,
  closedRegisters: closedRegisterReads,
  receipts: receiptReads,
  selfEvaluation: selfEvaluationReads,
  spendingSettings: spendingSettingReads,
  teamPlans: teamPlanReads,
  teamPosts: teamPostReads,
  teamDuties: teamDutyReads,
  renovationPlans: renovationPlanReads,
  renovationLots: renovationLotReads,
  renovationMoney: renovationMoneyReads,
}

/** The statements that are prepared on a connection while something is made. */
function preparedBy(connection: Connection, make: (connection: Connection) => unknown): string[] {
  const statements: string[] = []
  make(
    new Proxy(connection, {
      get: (target, name) =>
        name === 'prepare'
          ? (sql: string) => {
              statements.push(sql)
              return target.prepare(sql)
            }
          : Reflect.get(target, name),
    }),
  )
  return statements
}

/** The tables from which SQLite reads for a statement, by the pages that its program opens. */
function tablesRead(connection: Connection, sql: string): string[] {
  const program = connection
    .prepare<unknown[], { opcode: string; p2: number }>(`EXPLAIN ${sql}`)
    .all(...Array.from({ length: sql.split('?').length - 1 }, () => null))
  const tableAt = connection.prepare<[number], string>('SELECT tbl_name FROM sqlite_schema WHERE rootpage = ?').pluck()
  return program.filter(({ opcode }) => opcode === 'OpenRead').map(({ p2 }) => tableAt.get(p2)!)
}

it.each(Object.entries(READS))('reads %s from the tables that it says, and from no other', (part, reads) => {
  const connection = connect(createdPlan().file, 'read')
  const statements = preparedBy(connection, reads)
  const tables = new Set(statements.flatMap((sql) => tablesRead(connection, sql)))
  connection.close()
  expect(statements.length).toBeGreaterThan(0)
  expect([...tables].sort()).toEqual([...TABLES_OF[part as keyof PlanReader]].sort())
})

it('takes for yearly those tables whose keys begin with a year and a community', () => {
  const connection = connect(createdPlan().file, 'read')
  const yearly = TRACKED_TABLES.filter((table) => columnsOf(connection, table).key.join(' ').startsWith('year community_key'))
  connection.close()
  expect(yearly.length).toBeGreaterThan(2)
  expect(TRACKED_TABLES.filter(isYearly)).toEqual(yearly)
})

it('names the changed rows of all steps since, by year where the table has years, until they are too many', async () => {
  const plan = createdPlan()
  const first = plan.revision
  expect(plan.changedSince(first)).toEqual({})
  await plan.command('communities.add', '一', ({ communities }) => communities.save(2026, [community(1), community(2)]))
  const { key } = community(1)
  await plan.command('indicators.update', '二', ({ communities }) => communities.save(2026, [community(1, { values: { residents: 5 } })]))
  expect(plan.changedSince(first + 1)).toEqual({ 'community_year 2026': [key], step: [] })
  expect(plan.changedSince(first)).toMatchObject({ community: [key, community(2).key], 'community_year 2026': [key, community(2).key] })
  const many = Array.from({ length: 501 }, (_, number) => ({ ...community(1), key: `${number}`, code: '' }))
  await plan.command('communities.add', '三', ({ communities }) => communities.save(2026, many))
  expect(plan.changedSince(first + 2)).toBeNull()
})
