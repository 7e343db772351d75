import { join } from 'node:path'
import { APPLICATION_ID } from '../../../src-main/store/file/inspect.ts'
import { recordStep } from '../../../src-main/store/history/record.ts'
import { migrate } from '../../../src-main/store/migrations/migrate.ts'
import type { Schema } from '../../../src-main/store/migrations/migration.ts'
import { connect } from '../../../src-main/store/sqlite.ts'
import { temporaryFolder } from './plans.ts'

/** What every plan has: a policy, a year and its name. */
export const BEGINNING = `
  INSERT INTO policy VALUES ('p', '1.0.0', 'hash', '{}');
  INSERT INTO year VALUES (2026, 'p', '1.0.0', 0);
  INSERT INTO settings VALUES (1, '旧方案', 2026);`
/** A community under the name it had first. */
export const COMMUNITY = "INSERT INTO community VALUES ('k', '010203040506', '甲社区', '城北区', '朝阳街道');"

/**
 * @param steps what a program of that format wrote, each step with its summary in the change log; one a day from 2026-01-01
 * @returns the file of a plan as that program left it
 */
export function olderPlan(schema: Schema, ...steps: Array<[summary: string, sql: string]>): string {
  const file = join(temporaryFolder(), '旧.quanheng')
  const connection = connect(file, 'create')
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(connection, schema)
  steps.forEach(([summary, sql], day) => {
    connection.exec(`BEGIN; ${sql}`)
    recordStep(connection, { at: `2026-01-0${day + 1}T00:00:00.000Z`, operator: '李', operation: 'x', summary })
    connection.exec('COMMIT')
  })
  connection.close()
  return file
}

/** @returns every row of these tables, as an older program would read them */
export function rowsIn(file: string, tables: readonly string[]): Record<string, unknown[]> {
  const connection = connect(file, 'read')
  const rows = tables.map((table) => [table, connection.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()] as const)
  connection.close()
  return Object.fromEntries(rows)
}
