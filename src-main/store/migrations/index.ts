import { initial } from './0010-initial.ts'
import { indicatorDesk } from './0020-indicator-desk.ts'
import { importLayout } from './0030-import-layout.ts'
import { policyDrafts } from './0050-policy-drafts.ts'
import { deliveries } from './0040-deliveries.ts'
import { scenarioChanges } from './0060-scenario-changes.ts'
import { overrideExpiry } from './0070-override-expiry.ts'
import { mergedPackages } from './0080-merged-packages.ts'
import { documentSettings } from './0090-document-settings.ts'
import { mergedParts } from './0100-merged-parts.ts'
import { refusedEntries } from './0120-refused-entries.ts'
import { takenBack } from './0150-taken-back.ts'
import { catalogue } from './0160-catalogue.ts'
import { calendar } from './0170-calendar.ts'
import { admissionRequests } from './0180-admission-requests.ts'
import { teams } from './0190-teams.ts'
import { targets } from './0200-targets.ts'
import { spending } from './0210-spending.ts'
import { appeals } from './0220-appeals.ts'
import { teamsToday } from './0240-teams-today.ts'
import { selfEvaluation } from './0260-self-evaluation.ts'
import { renovation } from './0270-renovation.ts'
import { districtPolicies } from './0280-district-policies.ts'
import { TRACKED_TABLES } from '../tables/tracked.ts'
import type { Schema } from './migration.ts'

/** The present format of the plan file. */
export const planSchema: Schema = {
  migrations: [
    initial,
    indicatorDesk,
    importLayout,
    deliveries,
    policyDrafts,
    scenarioChanges,
    overrideExpiry,
    mergedPackages,
    documentSettings,
    mergedParts,
    refusedEntries,
    takenBack,
    catalogue,
    calendar,
    admissionRequests,
    teams,
    targets,
    spending,
    appeals,
    teamsToday,
    selfEvaluation,
    renovation,
    districtPolicies,
  ],
  tracked: TRACKED_TABLES,
}

/** @returns the format version that a file has after all migrations */
export const newestVersion = (schema: Schema): number => schema.migrations.at(-1)?.version ?? 0
