import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import { flushFile, renameFlushed } from '../../shared/atomic-write.ts'
import { connect, type Connection } from '../sqlite.ts'

const KEPT = 10
/** So many signs of a hash stand in a name. */
const HASH_SHOWN = 8

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
  const target = join(backupFolder(file), `${stem(file)}.${stampOf(at)}.version-${version}${extname(file)}`)
  copyPlan(connection, target)
  return target
}

/** The last step of a plan: by its hash one state of one plan is told from every other. */
export interface Head {
  step: number
  hash: string
}

/** @returns whether there is a backup of just this state */
export const isBackedUp = (file: string, { step, hash }: Head): boolean =>
  backupsOf(file).some((each) => each.kind === 'step' && each.number === step && (each.hash === null || hash.startsWith(each.hash)))

/**
 * A backup of the plan as it is now. Older ones are removed only after it has passed its check: those stay that are the last of one of
 * the ten newest days, or among the ten newest of all. Where the clock has fallen back nothing is removed.
 * @param head of the plan, which becomes part of the name
 * @returns the path of the new backup
 * @throws as copyPlan
 */
export const backUp = (connection: Connection, file: string, { step, hash }: Head, at: Date): string => {
  const target = join(backupFolder(file), `${stem(file)}.${stampOf(at)}.step-${step}-${hash.slice(0, HASH_SHOWN)}${extname(file)}`)
  removePartial(file)
  copyPlan(connection, target)
  const all = backupsOf(file).filter(({ kind }) => kind === 'step')
  if (all.at(-1)?.path !== target) return target
  const lastOfDay = [...new Map(all.map((each) => [each.day, each.path])).values()]
  const kept = new Set([...lastOfDay.slice(-KEPT), ...all.slice(-KEPT).map(({ path }) => path)])
  for (const { path } of all) if (!kept.has(path)) rmSync(path)
  return target
}

/** What a copy that was cut short has left. */
const removePartial = (file: string): void => {
  for (const name of readdirSync(ensured(backupFolder(file))))
    if (name.startsWith(`${stem(file)}.`) && name.endsWith('.partial')) rmSync(join(backupFolder(file), name), { force: true })
}
const ensured = (folder: string): string => {
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A copy of a plan as it was: after the step of that number, or in the older format, before the program changed it. */
export interface Backup {
  path: string
  day: string
  /** When it was made, as ISO time; null: by a version of the program that kept the day only. */
  at: string | null
  kind: 'step' | 'version'
  number: number
  /** The beginning of the hash of its last step; null where only the number is known. */
  hash: string | null
}

const NAME = /^(\d{4}-\d{2}-\d{2})(?:\.(\d{2})-(\d{2})-(\d{2}))?\.(step|version)-(\d+)(?:-([0-9a-f]+))?$/
const whenMade = ({ day, at }: Backup): string => at ?? day

/** @returns all backups of this plan file, oldest first */
export const backupsOf = (file: string): Backup[] => {
  const folder = backupFolder(file)
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap((name): Backup[] => {
    if (!name.startsWith(`${stem(file)}.`) || !name.endsWith(extname(file))) return []
    const parts = NAME.exec(name.slice(stem(file).length + 1, name.length - extname(file).length))
    if (parts === null) return []
    const [, day = '', hour, minute, second, kind, number, hash = null] = parts
    const at = hour === undefined ? null : `${day}T${hour}:${minute}:${second}.000Z`
    return [{ path: join(folder, name), day, at, kind: kind as Backup['kind'], number: Number(number), hash }]
  })
  return found.sort((one, other) =>
    whenMade(one) === whenMade(other) ? one.number - other.number : whenMade(one) < whenMade(other) ? -1 : 1,
  )
}

/** @returns where a backup belongs when its plan file gets another name in the same folder */
export const renamedBackup = (path: string, file: string, target: string): string =>
  join(dirname(path), stem(target) + basename(path).slice(stem(file).length))

/** @returns the name that a backup of this plan would have if it were made at that time */
export const stampedAnew = (path: string, file: string, at: Date): string => {
  const after = basename(path).slice(stem(file).length)
  return join(dirname(path), stem(file) + after.replace(/^\.\d{4}-\d{2}-\d{2}(\.\d{2}-\d{2}-\d{2})?/, `.${stampOf(at)}`))
}

const stem = (file: string): string => basename(file, extname(file))
/** A time as part of a name: no system takes a colon. */
const stampOf = (at: Date): string => at.toISOString().slice(0, 19).replace('T', '.').replaceAll(':', '-')
