import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { appError } from '../../shared/app-error.ts'
import { connect } from '../sqlite.ts'
import { inOurWords, withOurWords } from '../sqlite-problems.ts'
import { newestVersion } from '../migrations/index.ts'
import type { Schema } from '../migrations/migration.ts'
import { requireOneName } from './real-file.ts'
import { requireOwnContent, requireOwnSchema, type Use } from './own-schema.ts'

/** 'Quan' in ASCII: marks a SQLite file as a plan of this program. https://www.sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x5175616e

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')
/** Length of the head of a SQLite file and places in it: https://www.sqlite.org/fileformat.html#the_database_header */
const HEAD_LENGTH = 100
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68

/**
 * Folder and file as the system sees them.
 * @throws AppError plan.missing, plan.folderReadOnly, plan.readOnly, file.unreadable, plan.empty, plan.manyNames
 */
export const requireUsable = (file: string): void => {
  requireWritableFolder(file)
  const found = withOurWords(file, () => statSync(file))
  if (!found.isFile()) throw appError('plan.notOurs', { file }, { file })
  if (found.size === 0) throw appError('plan.empty', { file }, { file })
  requireOneName(file, found.nlink)
  // Somebody who took away every right to write meant it, even where an administrator could write all the same.
  if ((found.mode & 0o222) === 0) throw appError('plan.readOnly', { file }, { file })
  withOurWords(file, () => accessSync(file, constants.W_OK))
}

/** @throws AppError plan.missing where there is no such folder, plan.folderReadOnly where nothing can be written into it */
export const requireWritableFolder = (file: string): void => {
  const folder = dirname(file)
  if (!existsSync(folder)) throw appError('plan.missing', { file }, { file })
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw appError('plan.folderReadOnly', { file, folder }, { file }, error)
  }
}

/**
 * Looks at the whole file without changing a byte of it (but for half a change that its journal takes back) and without leaving a -wal or
 * -shm that was not there before.
 * @param file whose lock we hold and which we have not opened yet: on Linux and macOS, closing a file takes away every lock that the
 * process has on it, those of an open database too (https://www.sqlite.org/howtocorrupt.html, 2.2)
 * @param schema the formats this program knows
 * @returns the file's format version, when the file is whole and ours and not newer than this program
 * @throws AppError plan.notOurs, plan.newer with both versions, plan.altered, plan.damaged with what the check found
 */
export const inspect = (file: string, schema: Schema, use: Use = 'work'): number => {
  // A connection that only reads leaves an empty -wal and a -shm behind.
  const created = [`${file}-wal`, `${file}-shm`].filter((path) => !existsSync(path))
  try {
    inspectHead(file, newestVersion(schema))
    takeBackHalf(file)
    return readChecked(file, schema, use)
  } catch (error) {
    throw inOurWords(error, file)
  } finally {
    for (const path of created) rmSync(path, { force: true })
  }
}

/** The head alone, for a newer file may be written in a way that our SQLite can't even read and would call damaged. */
const inspectHead = (file: string, newest: number): void => {
  const head = readHead(file)
  if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw appError('plan.notOurs', { file }, { file })
  if (head.length < HEAD_LENGTH) throw appError('plan.damaged', { file, value: head.length }, { file })
  refuseForeign(file, head.readInt32BE(APPLICATION_ID_AT), head.readInt32BE(USER_VERSION_AT), newest)
}

/**
 * Before a plan has its -wal (when it was just created, copied or restored) a change that was cut short is taken back by what stands in a
 * journal beside it, and only a connection that may write can do that.
 */
const takeBackHalf = (file: string): void => {
  if (!existsSync(`${file}-journal`)) return
  const connection = connect(file, 'write')
  try {
    connection.pragma('user_version')
  } finally {
    connection.close()
  }
}

const refuseForeign = (file: string, applicationId: number, version: number, newest: number): void => {
  if (applicationId !== APPLICATION_ID || version < 1) throw appError('plan.notOurs', { file }, { file })
  if (version > newest) throw appError('plan.newer', { file, value: version, limit: newest }, { file })
}

const readHead = (file: string): Buffer => {
  const descriptor = openSync(file, 'r')
  try {
    const head = Buffer.alloc(HEAD_LENGTH)
    return head.subarray(0, readSync(descriptor, head, 0, HEAD_LENGTH, 0))
  } finally {
    closeSync(descriptor)
  }
}

const readChecked = (file: string, schema: Schema, use: Use): number => {
  const connection = connect(file, 'read')
  try {
    const number = (pragma: string): number => Number(connection.pragma(pragma, { simple: true }))
    // Once more, for the last changes may still be in the -wal, a newer version number among them.
    const version = number('user_version')
    refuseForeign(file, number('application_id'), version, newestVersion(schema))
    // Before the check, which computes what indices and columns say.
    requireOwnSchema(connection, file, schema, version, use)
    const found = String(connection.pragma('quick_check(1)', { simple: true }))
    if (found !== 'ok') throw appError('plan.damaged', { file, value: found }, { file })
    if (use === 'work') requireOwnContent(connection, file)
    return version
  } finally {
    connection.close()
  }
}
