import { existsSync, statSync, unlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import { appError } from '../../shared/app-error.ts'
import { connect, type Connection } from '../sqlite.ts'

/** Who has a plan file open. */
export interface Holder { host: string; process: number; operator: string; since: string }
export interface Lock { release(): void }

export const lockPath = (file: string): string => `${file}.lock`

/**
 * Takes the plan file for this window, or says who has it. The lock is a tiny SQLite database beside the plan: it names the holder,
 * and its write lock is held as long as the plan is open. The operating system gives that lock back when a process dies, however it
 * dies; so a lock left by a dead process is taken over by itself, and no process number has to be guessed alive or dead.
 * @param file path of the plan file; its folder is writable
 * @param since ISO time
 * @returns the lock, to be released when the plan is closed
 * @throws AppError plan.locked with host, process, operator and since of the holder; SqliteError where the lock can't be written
 */
export const takeLock = (file: string, operator: string, since: string): Lock => {
  const path = lockPath(file)
  for (;;) {
    const connection = connect(path, 'create')
    connection.pragma('busy_timeout = 0')
    try {
      const identity = identityOf(path)
      connection.exec('CREATE TABLE IF NOT EXISTS holder (host TEXT, process INTEGER, operator TEXT, since TEXT) STRICT')
      connection.exec('BEGIN IMMEDIATE')
      connection.exec('DELETE FROM holder')
      connection.prepare('INSERT INTO holder VALUES (?, ?, ?, ?)').run(hostname(), process.pid, operator, since)
      connection.exec('COMMIT')
      connection.exec('BEGIN IMMEDIATE')
      if (identity !== undefined && identity === identityOf(path)) return { release: () => release(connection, path) }
      // The former holder removed the file between our opening and our locking it: we hold a file that nobody else can see.
      connection.close()
    } catch (error) {
      const holder = isBusy(error) ? readHolder(connection) : undefined
      connection.close()
      if (isBusy(error)) throw appError('plan.locked', { file, ...(holder ?? UNNAMED) }, { file }, error)
      if (!isGarbled(error)) throw error
      unlinkSync(path)
    }
  }
}

/** Another window is just taking the lock and has not written its name yet. */
const UNNAMED = { host: '?', process: 0, operator: '?', since: '?' }

const readHolder = (connection: Connection): Holder | undefined => {
  try {
    return connection.prepare<[], Holder>('SELECT host, process, operator, since FROM holder').get()
  } catch (error) {
    if (isBusy(error) || (error instanceof Database.SqliteError && error.code === 'SQLITE_ERROR')) return undefined
    throw error
  }
}

const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
/** A lock file that a power cut left half written locks nobody out. */
const isGarbled = (error: unknown): boolean =>
  error instanceof Database.SqliteError && (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))

const identityOf = (path: string): bigint | undefined => (existsSync(path) ? statSync(path, { bigint: true }).ino : undefined)

/** Removed while still held, so that nobody takes a file that is about to vanish; Windows removes it only once it is closed. */
const release = (connection: Connection, path: string): void => {
  if (process.platform !== 'win32') removeLockFile(path)
  connection.close()
  if (process.platform === 'win32') removeLockFile(path)
}

/** Already gone (a pulled memory stick), or on Windows already taken by the next window: both are fine, the lock itself is given back. */
const removeLockFile = (path: string): void => {
  try {
    unlinkSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['ENOENT', 'EBUSY', 'EPERM', 'EACCES', 'EROFS'].includes(code)) throw error
  }
}
