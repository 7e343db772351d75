import Database from 'better-sqlite3'
import { appError } from '../shared/app-error.ts'
import { compiledWhenUsed } from './late-statement.ts'

export type Connection = Database.Database

/** The version of Node-API that the native part of better-sqlite3 13.2 was built for; Node has it since 22.14 and 23.6. */
const NODE_API = 10
const OLDEST_NODE = '22.14'
/** How long a connection waits, in milliseconds, when another program (a database browser) holds the file for a moment. */
const BUSY_TIMEOUT = 2000

/**
 * The native part of better-sqlite3 ends the whole process without a word on an older Node, so nothing may open a database before this.
 * @param versions of Node and of its Node-API, as in process.versions
 * @throws AppError internal.nodeTooOld with the version found and the one needed
 */
export const requireNode = ({ node = '', napi = '0' }: Readonly<Record<string, string | undefined>>): void => {
  if (Number(napi) < NODE_API) throw appError('internal.nodeTooOld', { value: node, limit: OLDEST_NODE })
}

/**
 * The one door to SQLite.
 * @param path of the database
 * @param access 'read' can't change anything, SQLite itself refuses; 'write' needs an existing file; 'create' makes one
 * @returns a connection with foreign keys on; errors of SQLite itself are passed on as they are
 */
export const connect = (path: string, access: 'read' | 'write' | 'create'): Connection => {
  requireNode(process.versions)
  const connection = new Database(path, { readonly: access === 'read', fileMustExist: access !== 'create', timeout: BUSY_TIMEOUT })
  connection.pragma('foreign_keys = ON')
  // What a file itself says may call nothing that reaches outside of it. https://www.sqlite.org/pragma.html#pragma_trusted_schema
  connection.pragma('trusted_schema = OFF')
  // So that INSERT OR REPLACE can't get round the triggers that keep the history append-only.
  connection.pragma('recursive_triggers = ON')
  return compiledWhenUsed(connection)
}

/**
 * Runs work in one write transaction: all of it or nothing, also when the disk is full.
 * @throws whatever the work throws, after taking everything back
 */
export const inTransaction = <T>(connection: Connection, work: () => T): T => {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    connection.exec('COMMIT')
    return value
  } catch (error) {
    rollBack(connection)
    throw error
  }
}

/** Takes back the transaction, unless SQLite has already done so by itself (it does after some failures, a full disk among them). */
export const rollBack = (connection: Connection): void => {
  if (connection.inTransaction) connection.exec('ROLLBACK')
}
