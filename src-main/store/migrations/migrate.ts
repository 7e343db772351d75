import { installHistoryTriggers, removeHistoryTriggers } from '../history/triggers.ts'
import { inTransaction, type Connection } from '../sqlite.ts'
import type { Schema } from './migration.ts'

/**
 * Brings a file to the present format: all pending migrations and the new version number in one transaction, or nothing.
 * @param connection outside any transaction; its file is not newer than the schema
 * @returns the names of the migrations that were run, in order
 * @throws whatever a migration throws, or an Error naming a broken reference that one has left; the file is then as it was
 */
export const migrate = (connection: Connection, schema: Schema): string[] => {
  const version = Number(connection.pragma('user_version', { simple: true }))
  const pending = schema.migrations.filter((migration) => migration.version > version)
  if (pending.length === 0) return []
  // A table can only be rebuilt while references are not enforced; they are checked as a whole before the end.
  connection.pragma('foreign_keys = OFF')
  try {
    inTransaction(connection, () => {
      removeHistoryTriggers(connection)
      for (const migration of pending) {
        migration.up(connection)
        connection.pragma(`user_version = ${migration.version}`)
      }
      installHistoryTriggers(connection, schema.tracked)
      refuseBrokenReferences(connection)
    })
  } finally {
    connection.pragma('foreign_keys = ON')
  }
  return pending.map((migration) => migration.name)
}

const refuseBrokenReferences = (connection: Connection): void => {
  const broken = connection.pragma('foreign_key_check') as { table: string; parent: string }[]
  if (broken[0] !== undefined)
    throw new Error(`A migration left rows of ${broken[0].table} that refer to missing rows of ${broken[0].parent}`)
}
