import { existsSync, statSync } from 'node:fs'
import { newestVersion, planSchema } from './migrations/index.ts'
import { connect } from './sqlite.ts'
import { inOurWords } from './sqlite-problems.ts'
import { AppError } from '../shared/app-error.ts'

/** What can be told of a plan file without telling what is in it. */
export interface PlanFacts {
  bytes: number
  /** Format of the file, and the newest that this program knows. */
  format: number
  newest: number
  /** SQLite's own check: ok, or how many things are wrong. */
  check: string
  /** Rows of each table, by its name. */
  rows: Record<string, number>
}

/** @returns null where there is no such file; the code of the problem where it can't be read */
export function planFacts(file: string): PlanFacts | { problem: string } | null {
  try {
    if (!existsSync(file)) return null
    const connection = connect(file, 'read')
    try {
      const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
      const own = tables.filter((name) => OWN_NAME.test(name))
      const found = connection.prepare<[], string>('PRAGMA quick_check(10)').pluck().all()
      return {
        bytes: statSync(file).size,
        format: Number(connection.pragma('user_version', { simple: true })),
        newest: newestVersion(planSchema),
        check: found[0] === 'ok' ? 'ok' : `${found.length} wrong`,
        rows: Object.fromEntries(
          own.map((name) => [name, connection.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get()!]),
        ),
      }
    } finally {
      connection.close()
    }
  } catch (error) {
    const told = inOurWords(error, file)
    return { problem: told instanceof AppError ? told.message : 'unknown' }
  }
}
/** Tables of ours; a foreign one might be called after somebody. */
const OWN_NAME = /^[a-z_]{1,40}$/
