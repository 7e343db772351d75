/** The store: one plan file. The rest of the program uses what is named here, and nothing else of this folder. */
export type { StoredDistrictPolicy } from './tables/district-policies.ts'
export { createPlanFile, type NewPlan } from './create.ts'
export { openPlanFile } from './open.ts'
export type { PlanStore, StoreOptions } from './plan-store.ts'
export type { PlanReader, PlanWriter } from './tables/index.ts'
export type { PlanYear } from './tables/years.ts'
export type { Settings } from './tables/settings.ts'
export type { StoredPolicy } from './tables/policies.ts'
export { scenarioParts } from './tables/scenarios.ts'
export type { LedgerEntry } from './tables/ledger.ts'
export type { Change } from './tables/history.ts'
export { fieldsOf, type TrackedTable } from './tables/tracked.ts'
export { appealColumn } from './tables/appeals.ts'
export { verifyPlanFile } from './verify-file.ts'
export { planFacts } from './plan-facts.ts'
export { problemOfFinding } from './plan-backups.ts'
export type { HistoryFinding } from './history/verify.ts'
export { lockPath, takeLock, type Lock } from './file/lock.ts'
export { realFile } from './file/real-file.ts'
export { requireLocal } from './file/remote.ts'
export { inBin, removeForGood, takeOutOfBin, type Binned } from './file/bin.ts'
export { backupFolder, backupsOf } from './file/backup.ts'
export { removeLeftovers } from './file/leftovers.ts'
export {
  checkBackup,
  copyBackup,
  copyPlanFile,
  type ListedBackup,
  listBackups,
  factsOfFile,
  removePlanFile,
  renamePlanFile,
  restoreBackup,
} from './plan-files.ts'
