import type { HistoryCheck } from '../../model/history.ts'
import { checkOf } from '../../desk/history-check.ts'
import { checkBackup, restoreBackup } from '../../store/index.ts'

// Backups of a plan file that can't be opened, or need not be: nothing here opens the plan itself.
export { copyBackup, listBackups, type ListedBackup } from '../../store/index.ts'

/** @throws AppError plan.backupMissing, plan.damaged, plan.newer */
export function checkedBackup(file: string, backup: string): HistoryCheck {
  const { finding, steps } = checkBackup(file, backup)
  return checkOf(finding, steps)
}

/**
 * @returns where the former file is now; null where there was none any more
 * @throws AppError plan.backupMissing, plan.locked, plan.damaged (the backup), plan.diskFull; then all is as it was
 */
export const restoredFrom = (file: string, backup: string): string | null =>
  restoreBackup(file, backup, { operator: () => '', now: () => new Date() })
