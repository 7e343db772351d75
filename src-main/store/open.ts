import { existsSync, rmSync } from 'node:fs'
import { appError } from '../shared/app-error.ts'
import { backUpBeforeMigration } from './file/backup.ts'
import { inspect, requireUsable, requireWritableFolder } from './file/inspect.ts'
import { type Lock, lockPath, takeLock } from './file/lock.ts'
import { realFile } from './file/real-file.ts'
import { requireLocal } from './file/remote.ts'
import { newestVersion, planSchema } from './migrations/index.ts'
import { migrate } from './migrations/migrate.ts'
import type { Schema } from './migrations/migration.ts'
import { PlanBackups } from './plan-backups.ts'
import { PlanStore, type StoreOptions } from './plan-store.ts'
import { planReader } from './tables/index.ts'
import { connect, type Connection } from './sqlite.ts'
import { inOurWords, isRefused } from './sqlite-problems.ts'

/**
 * Opens a plan file: folder and file usable, nobody else has it, the file is whole and ours and not newer (up to here nothing is
 * written to it), then backed up and migrated if it is older, and backed up where its present state has no backup yet.
 * @param given path of the plan file, or a link to it
 * @param schema the present format; tests hand in others
 * @returns the open plan; close it
 * @throws AppError plan.missing, plan.remoteFolder, plan.folderReadOnly, plan.readOnly, plan.empty, plan.manyNames, plan.locked (host,
 *   process, operator, since), plan.notOurs, plan.newer (value, limit), plan.altered (value), plan.damaged (value), plan.busy,
 *   plan.diskFull, file.unreadable, file.notWritable, internal.nodeTooOld
 */
export const openPlanFile = (given: string, options: StoreOptions, schema: Schema = planSchema): PlanStore => {
  const file = realFile(given)
  requireLocal(file)
  requireUsable(file)
  const hadLock = existsSync(lockPath(file))
  const lock = lockPlan(file, options)
  try {
    return openLocked(file, lock, options, schema)
  } catch (error) {
    lock.release()
    // Beside what is no plan nothing is left that was not there.
    if (!hadLock) rmSync(lockPath(file), { force: true })
    throw inOurWords(error, file)
  }
}

/** @throws AppError plan.remoteFolder, plan.folderReadOnly, plan.missing, plan.locked, plan.diskFull */
export const lockPlan = (file: string, { operator, now }: StoreOptions): Lock => {
  requireLocal(file)
  requireWritableFolder(file)
  try {
    return takeLock(file, operator(), now().toISOString())
  } catch (error) {
    throw isRefused(error) ? appError('plan.folderReadOnly', { file }, { file }, error) : inOurWords(error, file)
  }
}

/** The rest of the opening, when the lock is held; on failure the lock is still the caller's. */
export const openLocked = (file: string, lock: Lock, options: StoreOptions, schema: Schema): PlanStore => {
  const version = inspect(file, schema)
  const opened: Connection[] = []
  try {
    const writer = openForWriting(file)
    opened.push(writer)
    if (version < newestVersion(schema)) {
      backUpBeforeMigration(writer, file, version, options.now())
      migrate(writer, schema)
    }
    const reader = connect(file, 'read')
    opened.unshift(reader)
    planReader(reader).settings.get()
    const backups = new PlanBackups({ file, writer, tracked: schema.tracked, now: options.now })
    backups.makeAtOnce()
    return new PlanStore({ file, writer, reader, lock, options, tracked: schema.tracked, backups })
  } catch (error) {
    for (const connection of opened) connection.close()
    throw error
  }
}

/**
 * A write-ahead log lets us read during a long command. FULL makes each commit wait for the disk, so that a power cut takes nothing
 * that was reported as done; better-sqlite3's SQLite would only do NORMAL with such a log.
 * @throws AppError file.notWritable where the disk can't do this (some network drives); SqliteError
 */
export const openForWriting = (file: string): Connection => {
  const writer = connect(file, 'write')
  if (writer.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    writer.close()
    throw appError('file.notWritable', { file }, { file })
  }
  writer.pragma('synchronous = FULL')
  return writer
}
