import Database from 'better-sqlite3'
import type { ProblemCode } from '../model/problem.ts'
import { appError } from '../shared/app-error.ts'

/**
 * What SQLite and the file system say, in our words; the first pattern that fits counts. Codes that are not listed here (a broken
 * constraint, wrong SQL) are faults of ours and stay as they are. https://www.sqlite.org/rescode.html
 */
const PROBLEM_OF_CODE: readonly (readonly [RegExp, ProblemCode])[] = [
  [/^SQLITE_FULL$/, 'plan.diskFull'],
  [/^SQLITE_CORRUPT/, 'plan.damaged'],
  [/^SQLITE_NOTADB$/, 'plan.notOurs'],
  [/^SQLITE_(READONLY|PERM|AUTH)/, 'plan.readOnly'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'plan.busy'],
  [/^SQLITE_IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|DELETE|SHMSIZE|COMMIT_ATOMIC)/, 'file.notWritable'],
  [/^SQLITE_(IOERR|CANTOPEN)/, 'file.unreadable'],
  [/^(ENOSPC|EDQUOT)$/, 'plan.diskFull'],
  [/^(EROFS|EACCES|EPERM)$/, 'plan.readOnly'],
  // No file can have such a name, so there is none.
  [/^(ENOENT|ENOTDIR|ENAMETOOLONG|ELOOP|ERR_INVALID_ARG_VALUE)$/, 'plan.missing'],
  [/^(EIO|EISDIR)$/, 'file.unreadable'],
]

const codeOf = (error: unknown): string =>
  error instanceof Database.SqliteError || (error instanceof Error && 'code' in error) ? String(error.code) : ''

/**
 * @param error whatever was thrown while working on the file
 * @param file path of the plan file, for the message
 * @returns an AppError where the cause is outside the program; everything else as it came
 */
export const inOurWords = (error: unknown, file: string): unknown => {
  const code = codeOf(error)
  const found = PROBLEM_OF_CODE.find(([pattern]) => pattern.test(code))
  return found === undefined ? error : appError(found[1], { file }, { file }, error)
}

/** @returns whether the file or its folder can't be written; SQLite says CANTOPEN of a folder in which it may not make a file */
export const isRefused = (error: unknown): boolean => /^(SQLITE_(CANTOPEN|READONLY|PERM)|EROFS$|EACCES$|EPERM$)/.test(codeOf(error))

/** Runs work and lets its errors out in our words. @throws AppError as in the map above */
export const withOurWords = <T>(file: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw inOurWords(error, file)
  }
}
