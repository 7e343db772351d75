import { migrate } from '../migrations/migrate.ts'
import { newestVersion } from '../migrations/index.ts'
import type { Schema } from '../migrations/migration.ts'
import { connect, type Connection } from '../sqlite.ts'

/** A table, index, view or trigger, with the statement that made it. https://www.sqlite.org/schematab.html */
export interface Part {
  type: string
  name: string
  table: string
  statement: string | null
}

/** @returns the parts of a file by all that is said of them */
export const partsOf = (connection: Connection): Map<string, Part> => {
  const parts = connection.prepare<[], Part>('SELECT type, name, tbl_name AS "table", sql AS statement FROM sqlite_schema').all()
  return new Map(parts.map((part) => [JSON.stringify(part), part]))
}

/** What our own migrations make of nothing. */
interface EmptyPlan {
  parts: ReadonlyMap<string, Part>
  /** The bytes of its file. https://www.sqlite.org/c3ref/serialize.html */
  image: Buffer
}

const known = new WeakMap<Schema, Map<number, EmptyPlan>>()

/**
 * Made once while the program runs: every plan that is created begins as a copy of it, every file that is opened is held against it.
 * @param version the newest one, or an older one of those the schema knows
 */
export function emptyPlan(schema: Schema, version = newestVersion(schema)): EmptyPlan {
  const formats = known.get(schema) ?? new Map<number, EmptyPlan>()
  known.set(schema, formats)
  const plan = formats.get(version) ?? made(schema, version)
  formats.set(version, plan)
  return plan
}

function made(schema: Schema, version: number): EmptyPlan {
  const connection = connect(':memory:', 'create')
  const isNewest = version === newestVersion(schema)
  try {
    migrate(connection, {
      migrations: schema.migrations.filter((each) => each.version <= version),
      tracked: isNewest ? schema.tracked : [],
    })
    return { parts: partsOf(connection), image: connection.serialize() }
  } finally {
    connection.close()
  }
}
