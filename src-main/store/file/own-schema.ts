import { appError } from '../../shared/app-error.ts'
import { newestVersion } from '../migrations/index.ts'
import type { Schema } from '../migrations/migration.ts'
import type { Connection } from '../sqlite.ts'
import { emptyPlan, type Part, partsOf } from './empty-plan.ts'

// A plan file may come from anywhere, and SQLite runs what is in it: a trigger with the first step, a view with the first look. So before
// anything of a file is read, it is held against what our own migrations make of an empty one.

/** Made by SQLite itself: what it needs for keys, and what a database browser leaves when it counts rows. */
const isSqlites = ({ type, name, statement }: Part): boolean =>
  (type === 'index' && name.startsWith('sqlite_autoindex_') && statement === null) ||
  (type === 'table' && ['sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'].includes(name))
/** Those of an older format are taken off before the first row is written, and were written by the program of their time. */
const isHistorys = ({ type, name }: Part): boolean => type === 'trigger' && name.startsWith('history_')

/** What a file is asked for: to be worked on; or to be looked at only, when no trigger can run and a missing one is part of the finding. */
export type Use = 'work' | 'look'

/**
 * @param connection that only reads
 * @param version the file's format
 * @throws AppError plan.altered with the name of what is not as we made it
 */
export function requireOwnSchema(connection: Connection, file: string, schema: Schema, version: number, use: Use): void {
  const isNewest = version === newestVersion(schema)
  const matters = (part: Part): boolean =>
    !isSqlites(part) && (isNewest || !isHistorys(part)) && (use === 'work' || part.type !== 'trigger')
  const own = emptyPlan(schema, version).parts
  const found = partsOf(connection)
  const isIn = (parts: ReadonlyMap<string, Part>, [text, part]: [string, Part]): boolean => !matters(part) || parts.has(text)
  const foreign = [...found].find((each) => !isIn(own, each))
  const missing = [...own].find((each) => !isIn(found, each))
  const value = (foreign ?? missing)?.[1].name
  if (value !== undefined) throw appError('plan.altered', { file, value }, { file })
}

/** Documents of a policy, of an adopted plan and of what was changed are long; nothing else is. In bytes. */
const LONGEST = 4 * 1024 * 1024
const LONGEST_DOCUMENT = 128 * 1024 * 1024
const DOCUMENTS = new Set(['change', 'adopted'])

interface Cell {
  table: string
  column: string
  /** The statement that made the table. */
  statement: string
}
/** The rule of a column says so; SQLite's own check passes over it where the text is no JSON at all. */
const isJson = ({ column, statement }: Cell): boolean => new RegExp(`json_(type|valid) ?\\(${column}\\)`).test(statement)

/**
 * What is longer than anything we write would fill the memory before a word could be said, and what is no JSON can't be read. Lengths
 * stand in the head of each row.
 * @param connection that only reads, of a file whose schema is ours
 * @throws AppError plan.altered, plan.damaged with the table
 */
export function requireOwnContent(connection: Connection, file: string): void {
  const columns = connection
    .prepare<[], Cell>(
      `SELECT parts.name AS "table", columns.name AS "column", parts.sql AS statement
      FROM sqlite_schema AS parts, pragma_table_info(parts.name) AS columns
      WHERE parts.type = 'table' AND columns.type = 'TEXT' ORDER BY 1, 2`,
    )
    .all()
  for (const [table, own] of Map.groupBy(columns, (each) => each.table)) {
    const most = DOCUMENTS.has(table) ? LONGEST_DOCUMENT : LONGEST
    const isLong = own.map(({ column }) => `octet_length("${column}") > ${most}`).join(' OR ')
    const found = connection.prepare<[], number>(`SELECT 1 FROM "${table}" WHERE ${isLong} LIMIT 1`).pluck().get()
    if (found !== undefined) throw appError('plan.altered', { file, value: table }, { file })
    const json = own.filter(isJson).map(({ column }) => `NOT json_valid("${column}")`)
    if (json.length === 0) continue
    const wrong = connection
      .prepare<[], number>(`SELECT 1 FROM "${table}" WHERE ${json.join(' OR ')} LIMIT 1`)
      .pluck()
      .get()
    if (wrong !== undefined) throw appError('plan.damaged', { file, value: table }, { file })
  }
}
