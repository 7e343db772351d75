import { truncateSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import { appError } from '../../shared/app-error.ts'
import { connect, type Connection } from '../sqlite.ts'

/** Who has a plan file open. */
export interface Holder {
  host: string
  process: number
  operator: string
  since: string
}
export interface Lock {
  release(): void
}

/** The lock file stays beside the plan for good: removing it while another window is just opening it would let both of them in. */
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
  const holder = { host: hostname(), process: process.pid, operator, since }
  try {
    return tryToTake(file, holder)
  } catch (error) {
    if (!isGarbled(error)) throw error
    // A power cut left it half written. Emptied and not removed, so that even now it locks out whoever comes second.
    truncateSync(lockPath(file))
    return tryToTake(file, holder)
  }
}

const tryToTake = (file: string, holder: Holder): Lock => {
  const connection = connect(lockPath(file), 'create')
  try {
    hold(connection, holder)
    return {
      release: () => {
        connection.close()
      },
    }
  } catch (error) {
    const present = isBusy(error) ? readHolder(connection) : null
    connection.close()
    throw present === null ? error : appError('plan.locked', { file, ...present }, { file }, error)
  }
}

/** Writes the name down for others to read, and then keeps the write lock, which still lets them read. */
const hold = (connection: Connection, holder: Holder): void => {
  connection.pragma('busy_timeout = 0')
  connection.pragma('journal_mode = MEMORY')
  connection.exec('BEGIN IMMEDIATE')
  connection.exec('CREATE TABLE IF NOT EXISTS holder (host TEXT, process INTEGER, operator TEXT, since TEXT) STRICT; DELETE FROM holder')
  connection.prepare('INSERT INTO holder VALUES (@host, @process, @operator, @since)').run(holder)
  connection.exec('COMMIT; BEGIN IMMEDIATE')
}

/** In the very moment in which another window takes the lock it has not written its name yet. */
const UNNAMED: Holder = { host: '?', process: 0, operator: '?', since: '?' }

const readHolder = (connection: Connection): Holder => {
  try {
    return connection.prepare<[], Holder>('SELECT host, process, operator, since FROM holder').get() ?? UNNAMED
  } catch (error) {
    if (isBusy(error) || codeOf(error) === 'SQLITE_ERROR') return UNNAMED
    throw error
  }
}

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '')
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')
const isGarbled = (error: unknown): boolean => /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))
