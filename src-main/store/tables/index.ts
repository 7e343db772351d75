import type { Connection } from '../sqlite.ts'
import { adoptedReads, adoptedWrites } from './adopted.ts'
import { admissionPeriodReads, admissionPeriodWrites, admissionRequestReads, admissionRequestWrites } from './admission-requests.ts'
import { appealReads, appealSubjectReads, appealSubjectWrites, appealWrites } from './appeals.ts'
import { calendarYearReads, calendarYearWrites } from './calendar-years.ts'
import {
  catalogueExceptionReads,
  catalogueExceptionWrites,
  catalogueReads,
  catalogueWrites,
  measureCountReads,
  measureCountWrites,
  serviceOfferReads,
  serviceOfferWrites,
} from './catalogue.ts'
import { communityReads, communityWrites } from './communities.ts'
import { deliveryReads, deliveryWrites } from './deliveries.ts'
import { dictionaryReads, dictionaryWrites } from './dictionary.ts'
import { districtPolicyReads, districtPolicyWrites } from './district-policies.ts'
import { documentSettingReads, documentSettingWrites } from './document-settings.ts'
import { historyReads } from './history.ts'
import { importLayoutReads, importLayoutWrites } from './import-layouts.ts'
import { ledgerReads, ledgerWrites } from './ledger.ts'
import { mergedPackageReads, mergedPackageWrites } from './merged-packages.ts'
import { overrideReads, overrideWrites } from './overrides.ts'
import { policyReads, policyWrites } from './policies.ts'
import { policyAdoptionReads, policyAdoptionWrites } from './policy-adoptions.ts'
import { policyDraftReads, policyDraftWrites } from './policy-drafts.ts'
import { closedRegisterReads, closedRegisterWrites, projectReads, projectWrites } from './projects.ts'
import { receiptReads, receiptWrites, spendingSettingReads, spendingSettingWrites } from './receipts.ts'
import { refusedEntryReads, refusedEntryWrites } from './refused-entries.ts'
import {
  renovationLotReads,
  renovationLotWrites,
  renovationMoneyReads,
  renovationMoneyWrites,
  renovationPlanReads,
  renovationPlanWrites,
} from './renovation.ts'
import { scenarioReads, scenarioWrites } from './scenarios.ts'
import { selfEvaluationReads, selfEvaluationWrites } from './self-evaluation.ts'
import { settingsReads, settingsWrites } from './settings.ts'
import { teamDutyReads, teamDutyWrites, teamPlanReads, teamPlanWrites, teamPostReads, teamPostWrites } from './teams.ts'
import { registerReads, registerWrites, spotCheckReads, spotCheckWrites, targetCountReads, targetCountWrites } from './targets.ts'
import { unitChangeReads, unitChangeWrites } from './unit-changes.ts'
import { yearReads, yearWrites } from './years.ts'

/** Everything that can be read from a plan. @param connection to a file of the present format */
export const planReader = (connection: Connection) => ({
  settings: settingsReads(connection),
  dictionary: dictionaryReads(connection),
  communities: communityReads(connection),
  years: yearReads(connection),
  policies: policyReads(connection),
  policyDrafts: policyDraftReads(connection),
  policyAdoptions: policyAdoptionReads(connection),
  overrides: overrideReads(connection),
  scenarios: scenarioReads(connection),
  adopted: adoptedReads(connection),
  ledger: ledgerReads(connection),
  unitChanges: unitChangeReads(connection),
  importLayouts: importLayoutReads(connection),
  deliveries: deliveryReads(connection),
  mergedPackages: mergedPackageReads(connection),
  districtPolicies: districtPolicyReads(connection),
  documentSettings: documentSettingReads(connection),
  refusedEntries: refusedEntryReads(connection),
  calendarYears: calendarYearReads(connection),
  admissionRequests: admissionRequestReads(connection),
  admissionPeriods: admissionPeriodReads(connection),
  catalogue: catalogueReads(connection),
  catalogueExceptions: catalogueExceptionReads(connection),
  measureCounts: measureCountReads(connection),
  serviceOffers: serviceOfferReads(connection),
  projects: projectReads(connection),
  closedRegisters: closedRegisterReads(connection),
  receipts: receiptReads(connection),
  spendingSettings: spendingSettingReads(connection),
  selfEvaluation: selfEvaluationReads(connection),
  teamPlans: teamPlanReads(connection),
  teamPosts: teamPostReads(connection),
  teamDuties: teamDutyReads(connection),
  targetCounts: targetCountReads(connection),
  register: registerReads(connection),
  spotChecks: spotCheckReads(connection),
  appeals: appealReads(connection),
  appealSubjects: appealSubjectReads(connection),
  renovationPlans: renovationPlanReads(connection),
  renovationLots: renovationLotReads(connection),
  renovationMoney: renovationMoneyReads(connection),
  history: historyReads(connection),
})
export type PlanReader = ReturnType<typeof planReader>

/** The same, and everything that can be changed. Only the work of a command gets it, so nothing is changed outside one. */
export const planWriter = (connection: Connection) => ({
  settings: settingsWrites(connection),
  dictionary: dictionaryWrites(connection),
  communities: communityWrites(connection),
  years: yearWrites(connection),
  policies: policyWrites(connection),
  policyDrafts: policyDraftWrites(connection),
  policyAdoptions: policyAdoptionWrites(connection),
  overrides: overrideWrites(connection),
  scenarios: scenarioWrites(connection),
  adopted: adoptedWrites(connection),
  ledger: ledgerWrites(connection),
  unitChanges: unitChangeWrites(connection),
  importLayouts: importLayoutWrites(connection),
  deliveries: deliveryWrites(connection),
  mergedPackages: mergedPackageWrites(connection),
  districtPolicies: districtPolicyWrites(connection),
  documentSettings: documentSettingWrites(connection),
  refusedEntries: refusedEntryWrites(connection),
  calendarYears: calendarYearWrites(connection),
  admissionRequests: admissionRequestWrites(connection),
  admissionPeriods: admissionPeriodWrites(connection),
  catalogue: catalogueWrites(connection),
  catalogueExceptions: catalogueExceptionWrites(connection),
  measureCounts: measureCountWrites(connection),
  serviceOffers: serviceOfferWrites(connection),
  projects: projectWrites(connection),
  closedRegisters: closedRegisterWrites(connection),
  receipts: receiptWrites(connection),
  spendingSettings: spendingSettingWrites(connection),
  selfEvaluation: selfEvaluationWrites(connection),
  teamPlans: teamPlanWrites(connection),
  teamPosts: teamPostWrites(connection),
  teamDuties: teamDutyWrites(connection),
  targetCounts: targetCountWrites(connection),
  register: registerWrites(connection),
  spotChecks: spotCheckWrites(connection),
  appeals: appealWrites(connection),
  appealSubjects: appealSubjectWrites(connection),
  renovationPlans: renovationPlanWrites(connection),
  renovationLots: renovationLotWrites(connection),
  renovationMoney: renovationMoneyWrites(connection),
  history: historyReads(connection),
})
export type PlanWriter = ReturnType<typeof planWriter>
