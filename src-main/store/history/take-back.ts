import type { Statement } from 'better-sqlite3'
import type { Connection } from '../sqlite.ts'
import type { ChangeRow } from './hash.ts'
import type { Portions } from '../../shared/turns.ts'
import { columnsOf } from './triggers.ts'

/** Changes are read in portions, so that an import of a hundred thousand rows can be taken back without holding them all. */
const PORTION = 500

type Row = Record<string, number | string | null>

/**
 * Makes every row of a step as it was before it, last change first: so each moment on the way back is one that there was on the way
 * there, and no rule of the tables is in the way. The triggers record this like any other work.
 * @param connection inside a transaction
 * @param step its number; no later step that stands may have touched the same rows (undo goes strictly backwards)
 */
export function* takingBack(connection: Connection, step: number): Portions<void> {
  const tables = new Map<string, RowWriter>()
  const portion = connection.prepare<[number, number], ChangeRow>(
    `SELECT * FROM change WHERE step_id = ? AND position < ? ORDER BY position DESC LIMIT ${PORTION}`,
  )
  let below = Number.MAX_SAFE_INTEGER
  for (let changes = portion.all(step, below); changes.length > 0; changes = portion.all(step, below)) {
    for (const change of changes) {
      const writer = tables.get(change.table_name) ?? rowWriter(connection, change.table_name)
      tables.set(change.table_name, writer)
      writer(
        change.after === null ? null : (JSON.parse(change.after) as Row),
        change.before === null ? null : (JSON.parse(change.before) as Row),
      )
      below = change.position
    }
    yield changes.length
  }
}

type RowWriter = (present: Row | null, wanted: Row | null) => void

/**
 * Writes rows of one table. Columns that a row recorded by an older format does not have keep their default, columns that the table
 * no longer has are left out.
 */
const rowWriter = (connection: Connection, table: string): RowWriter => {
  const { all, key } = columnsOf(connection, table)
  const same = key.map((name) => `"${name}" = ?`).join(' AND ')
  const keyOf = (row: Row): unknown[] => key.map((name) => row[name])
  const prepared = new Map<string, Statement>()
  const run = (sql: string, values: unknown[]): void => {
    const statement = prepared.get(sql) ?? connection.prepare(sql)
    prepared.set(sql, statement)
    requireOne(table, statement.run(...values).changes)
  }
  return (present, wanted) => {
    if (wanted === null) {
      run(`DELETE FROM "${table}" WHERE ${same}`, keyOf(present ?? {}))
      return
    }
    const columns = all.filter((name) => Object.hasOwn(wanted, name))
    const values = columns.map((name) => wanted[name])
    const names = columns.map((name) => `"${name}"`)
    if (present === null) run(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, values)
    else run(`UPDATE "${table}" SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE ${same}`, [...values, ...keyOf(present)])
  }
}

/** The history and the plan must fit each other; if they do not, somebody has altered the file, and guessing would make it worse. */
const requireOne = (table: string, rows: number): void => {
  if (rows !== 1) throw new Error(`The history does not fit the plan: ${rows} rows of ${table} where there should be one`)
}
