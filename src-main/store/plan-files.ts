import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { appError } from '../shared/app-error.ts'
import { flushFile, renameFlushed } from '../shared/atomic-write.ts'
import { renameFile } from '../shared/rename.ts'
import { type Backup, backupsOf, copyPlan, renamedBackup, stampedAnew } from './file/backup.ts'
import { movePieces, putIntoBin } from './file/bin.ts'
import { inspect, requireUsable, requireWritableFolder } from './file/inspect.ts'
import { lockPath } from './file/lock.ts'
import { PIECES } from './file/pieces.ts'
import { realFile } from './file/real-file.ts'
import { isRemote } from './file/remote.ts'
import { copyUnchanged, inspectCopy } from './file/unlocked-copy.ts'
import { planSchema } from './migrations/index.ts'
import { lockPlan, openForWriting } from './open.ts'
import type { StoreOptions } from './plan-store.ts'
import { inOurWords, withOurWords } from './sqlite-problems.ts'
import { verifyPlanFile } from './verify-file.ts'

// Plan files as a whole, while they are closed: each of these takes the lock, so that none happens behind another window.

/** Does something with a closed plan file that nobody else may open meanwhile. */
function whileLocked<T>(file: string, options: StoreOptions, work: () => T): T {
  const hadLock = existsSync(lockPath(file))
  const lock = lockPlan(file, options)
  try {
    const done = work()
    lock.release()
    return done
  } catch (error) {
    lock.release()
    // Beside what is no plan nothing is left that was not there.
    if (!hadLock) rmSync(lockPath(file), { force: true })
    throw inOurWords(error, file)
  }
}

const refuseExisting = (file: string): void => {
  if (existsSync(file)) throw appError('plan.exists', { file }, { file })
}

/**
 * Gives a closed plan file another name, and its backups with it.
 * @param target path in the same folder
 * @throws AppError plan.missing, plan.remoteFolder, plan.manyNames, plan.exists, plan.locked, plan.folderReadOnly, file.notWritable
 */
export const renamePlanFile = (file: string, target: string, options: StoreOptions): void => {
  requireUsable(file)
  refuseExisting(target)
  whileLocked(file, options, () => {
    movePieces(file, target)
    for (const { path } of backupsOf(file)) renameFile(path, renamedBackup(path, file, target))
  })
  rmSync(lockPath(file), { force: true })
}

/**
 * Copies a closed plan file, with the last changes of one that was not closed well. One that is not worked on where it is (on another
 * computer, or under several names) is only read there, and may be open elsewhere: it is copied as it stood at one moment.
 * @param target path; nothing is there yet
 * @throws AppError plan.exists, plan.missing, plan.locked, plan.busy, plan.damaged, plan.newer, plan.diskFull, plan.folderReadOnly
 */
export const copyPlanFile = (file: string, target: string, options: StoreOptions): void => {
  requireWritableFolder(target)
  refuseExisting(target)
  if (isRemote(file) || hasOtherNames(file)) return copyUnlocked(file, target)
  requireUsable(file)
  whileLocked(file, options, () => {
    inspect(file, planSchema)
    const connection = openForWriting(file)
    try {
      copyPlan(connection, target)
    } finally {
      connection.close()
    }
  })
}

/** @throws AppError plan.missing where no file can have such a name */
const hasOtherNames = (file: string): boolean => withOurWords(file, () => (statSync(file, { throwIfNoEntry: false })?.nlink ?? 1) > 1)

function copyUnlocked(file: string, target: string): void {
  const partial = `${target}.partial`
  try {
    copyUnchanged(file, partial)
    inspectCopy(file, partial)
    withOurWords(target, () => {
      const connection = openForWriting(partial)
      connection.pragma('wal_checkpoint(TRUNCATE)')
      connection.close()
      flushFile(partial)
      renameFlushed(partial, target)
    })
  } finally {
    for (const ending of PIECES) rmSync(partial + ending, { force: true })
  }
}

/** Puts a closed plan file into the bin beside it. @returns where it is now @throws AppError plan.missing, plan.locked, file.notWritable */
export const removePlanFile = (file: string, options: StoreOptions): string => {
  if (!existsSync(file)) throw appError('plan.missing', { file }, { file })
  const target = whileLocked(file, options, () => putIntoBin(file, options.now()))
  rmSync(lockPath(file), { force: true })
  return target
}

/** A backup as it is listed: its name in the backup folder, when it was made (at null: only the day is known), and after which step. */
export interface ListedBackup extends Omit<Backup, 'path' | 'hash'> {
  backup: string
  bytes: number
}

/** @returns the backups of a plan file, the newest first */
export const listBackups = (file: string): ListedBackup[] =>
  backupsOf(realFile(file))
    .map(({ path, hash: _, ...made }) => ({ backup: basename(path), ...made, bytes: factsOfFile(path)?.bytes ?? 0 }))
    .toReversed()

/** @throws AppError plan.backupMissing */
function backupNamed(file: string, backup: string): string {
  const found = backupsOf(realFile(file)).find((each) => basename(each.path) === backup)
  if (found === undefined) throw appError('plan.backupMissing', { value: backup })
  return found.path
}

/**
 * Looks through a backup as through a plan: whether its log is as it was written, and leads to what is in it.
 * @param backup its name in the backup folder
 * @throws AppError plan.backupMissing, plan.damaged, plan.newer, plan.notOurs, file.unreadable
 */
export const checkBackup = (file: string, backup: string): ReturnType<typeof verifyPlanFile> => verifyPlanFile(backupNamed(file, backup))

/**
 * Copies a backup to another place, such as a stick, where it is a plan of its own.
 * @param target path; nothing is there yet
 * @throws AppError plan.backupMissing, plan.exists, plan.missing or plan.folderReadOnly (of the target), plan.damaged, plan.diskFull
 */
export const copyBackup = (file: string, backup: string, target: string): void => {
  const path = backupNamed(file, backup)
  requireWritableFolder(target)
  refuseExisting(target)
  inspect(path, planSchema, 'look')
  copyWhole(path, target)
}

/** A copy has its name only when it is complete and on the disk. */
function copyWhole(path: string, target: string): void {
  const partial = `${target}.partial`
  withOurWords(target, () => {
    try {
      copyFileSync(path, partial)
      flushFile(partial)
      renameFlushed(partial, target)
    } catch (error) {
      rmSync(partial, { force: true })
      throw error
    }
  })
}

/**
 * Puts a backup in the place of a closed plan file, whole or damaged, which goes into the bin with all its pieces. It becomes the newest
 * backup as well: what is worked on from now on follows from it.
 * @param backup its name in the backup folder
 * @returns where the former file is now; null where there was none any more
 * @throws AppError plan.backupMissing, plan.damaged or plan.newer (of the backup), plan.remoteFolder, plan.locked, plan.diskFull; then all
 *   is as it was
 */
export const restoreBackup = (given: string, backup: string, options: StoreOptions): string | null => {
  const file = realFile(given)
  const path = backupNamed(file, backup)
  requireWritableFolder(file)
  return whileLocked(file, options, () => {
    inspect(path, planSchema)
    const partial = join(dirname(file), `${basename(file)}.partial`)
    try {
      copyFileSync(path, partial)
      flushFile(partial)
      copyWhole(path, stampedAnew(path, file, options.now()))
      const former = existsSync(file) ? putIntoBin(file, options.now()) : null
      renameFlushed(partial, file)
      return former
    } catch (error) {
      rmSync(partial, { force: true })
      throw error
    }
  })
}

/** @returns how large a plan file is and when it was changed last; null where it is not there */
export const factsOfFile = (file: string): { modified: string; bytes: number } | null => {
  if (!existsSync(file)) return null
  const { mtime, size } = statSync(file)
  return { modified: mtime.toISOString(), bytes: size }
}
