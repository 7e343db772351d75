import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import { flushFile, renameFlushed } from '../../shared/atomic-write.ts'
import { connect, type Connection } from '../sqlite.ts'

const KEPT = 10

/** Backups lie in the folder 'backups' beside the plan file. */
export const backupFolder = (file: string): string => join(dirname(file), 'backups')

/**
 * A whole copy of the plan as it is now, made by SQLite itself: copying the file would lose what is still in its -wal. It gets its
 * name only when it is complete, checked and on the disk.
 * @param connection to the plan, outside any transaction
 * @param target path of the copy; an earlier copy of that name is replaced
 * @throws SqliteError or the system's error; AppError plan.damaged when the copy fails its check. Nothing is left behind then.
 */
export const copyPlan = (connection: Connection, target: string): void => {
  const partial = `${target}.partial`
  mkdirSync(dirname(target), { recursive: true })
  try {
    rmSync(partial, { force: true })
    connection.prepare('VACUUM INTO ?').run(partial)
    requireWhole(partial)
    flushFile(partial)
    renameFlushed(partial, target)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}

const requireWhole = (copy: string): void => {
  const connection = connect(copy, 'read')
  try {
    const found = String(connection.pragma('quick_check(1)', { simple: true }))
    if (found !== 'ok') throw appError('plan.damaged', { file: copy, value: found }, { file: copy })
  } finally {
    connection.close()
  }
}

/** @returns where a copy of a plan's work is kept whose file was taken away: beside it, with the time in its name */
export const nameBeside = (file: string, at: Date): string =>
  join(dirname(file), `${stem(file)} ${at.toISOString().slice(0, 19).replaceAll(':', '.').replace('T', ' ')}${extname(file)}`)

/** The copy made before a migration; never pruned. @returns its path */
export const backUpBeforeMigration = (connection: Connection, file: string, version: number, at: Date): string => {
  const target = join(backupFolder(file), `${stem(file)}.${day(at)}.version-${version}${extname(file)}`)
  copyPlan(connection, target)
  return target
}

/**
 * At most one backup a day, and none while the plan is as it was in the last one: ten days of merely looking at a plan must not push
 * out the copies of its past. None either of a plan in which nothing was done since it was created. The oldest are removed only after
 * the new one has passed its check; ten are kept.
 * @param revision of the plan, which becomes part of the name
 * @returns the path of the new backup, or null where none was due
 * @throws as copyPlan
 */
export const backUpDaily = (connection: Connection, file: string, revision: number, at: Date): string | null => {
  if (revision <= 1) return null
  const last = dailyBackups(file).at(-1)
  if (last !== undefined && (last.day === day(at) || last.revision === revision)) return null
  const target = join(backupFolder(file), `${stem(file)}.${day(at)}.step-${revision}${extname(file)}`)
  copyPlan(connection, target)
  for (const old of dailyBackups(file).slice(0, -KEPT)) rmSync(old.path)
  return target
}

/** A copy of a plan as it was: after the step of that number, or in the older format, before the program changed it. */
export interface Backup {
  path: string
  day: string
  kind: 'step' | 'version'
  number: number
}

/** @returns all backups of this plan file, oldest first */
export const backupsOf = (file: string): Backup[] => {
  const folder = backupFolder(file)
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap((name): Backup[] => {
    if (!name.startsWith(`${stem(file)}.`) || !name.endsWith(extname(file))) return []
    const middle = /^(\d{4}-\d{2}-\d{2})\.(step|version)-(\d+)$/.exec(name.slice(stem(file).length + 1, name.length - extname(file).length))
    if (middle === null) return []
    return [{ path: join(folder, name), day: middle[1]!, kind: middle[2] as Backup['kind'], number: Number(middle[3]) }]
  })
  return found.sort((one, other) => (one.day === other.day ? one.number - other.number : one.day < other.day ? -1 : 1))
}

/** @returns where a backup belongs when its plan file gets another name in the same folder */
export const renamedBackup = (path: string, file: string, target: string): string =>
  join(dirname(path), stem(target) + basename(path).slice(stem(file).length))

/** @returns the daily backups of this plan file, oldest first */
export const dailyBackups = (file: string): { path: string; day: string; revision: number }[] =>
  backupsOf(file)
    .filter(({ kind }) => kind === 'step')
    .map(({ path, day, number }) => ({ path, day, revision: number }))

const stem = (file: string): string => basename(file, extname(file))
const day = (at: Date): string => at.toISOString().slice(0, 10)
