import { basename } from 'node:path'
import type { HistoryCheck } from '../../model/history.ts'
import { checkOf } from '../../desk/history-check.ts'
import { backupsOf, checkBackup, copyBackup, factsOfFile, restoreBackup } from '../../store/index.ts'

// Backups of a plan file that can't be opened, or need not be: nothing here opens the plan itself.

/** A backup as it is listed, the newest first. */
export interface ListedBackup {
  backup: string
  day: string
  at: string | null
  kind: 'step' | 'version'
  number: number
  bytes: number
}

export const listBackups = (file: string): ListedBackup[] =>
  backupsOf(file)
    .map(({ path, day, at, kind, number }) => ({ backup: basename(path), day, at, kind, number, bytes: factsOfFile(path)?.bytes ?? 0 }))
    .toReversed()

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

/** @throws AppError plan.backupMissing, plan.exists, plan.missing, plan.folderReadOnly, plan.diskFull */
export const backupCopied = (file: string, backup: string, target: string): void => copyBackup(file, backup, target)
