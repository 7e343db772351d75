import type { Connection } from '../sqlite.ts'

const PREFIX = 'history_'

interface Column {
  name: string
  pk: number
}

/** @returns the columns of a table in their order, and those of its primary key in the key's order */
export const columnsOf = (connection: Connection, table: string): { all: string[]; key: string[] } => {
  const columns = connection.prepare<[string], Column>('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(table)
  const key = columns.filter((column) => column.pk > 0).sort((one, other) => one.pk - other.pk)
  return { all: columns.map((column) => column.name), key: key.map((column) => column.name) }
}

/**
 * Has SQLite itself write every inserted, updated and deleted row of these tables into the history, whoever changes it, with what it was
 * before and what it is after. An update that changes nothing is not recorded. The idea is https://www.sqlite.org/undoredo.html; we keep
 * the rows as JSON and not as SQL, so that they can be read, hashed, and applied again after columns have been added.
 * @param tables with INTEGER and TEXT columns only, which JSON gives back exactly
 */
export const installHistoryTriggers = (connection: Connection, tables: readonly string[]): void => {
  for (const table of tables) {
    const columns = columnsOf(connection, table)
    const row = (of: 'OLD' | 'NEW'): string => `json_object(${columns.all.map((name) => `'${name}', ${of}."${name}"`).join(', ')})`
    const key = (of: 'OLD' | 'NEW'): string => `json_array(${columns.key.map((name) => `${of}."${name}"`).join(', ')})`
    const differs = columns.all.map((name) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ')
    const record = (keyOf: 'OLD' | 'NEW', before: string, after: string): string => `
      INSERT INTO change (step_id, table_name, row_key, before, after)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM step), '${table}', ${key(keyOf)}, ${before}, ${after});`
    connection.exec(`
      CREATE TRIGGER ${PREFIX}${table}_insert AFTER INSERT ON "${table}" BEGIN ${record('NEW', 'NULL', row('NEW'))} END;
      CREATE TRIGGER ${PREFIX}${table}_update AFTER UPDATE ON "${table}" WHEN ${differs} BEGIN ${record('OLD', row('OLD'), row('NEW'))} END;
      CREATE TRIGGER ${PREFIX}${table}_delete AFTER DELETE ON "${table}" BEGIN ${record('OLD', row('OLD'), 'NULL')} END;
    `)
  }
}

/** Takes the triggers off, so that a migration can rebuild the tables. */
export const removeHistoryTriggers = (connection: Connection): void => {
  const triggers = connection
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB '${PREFIX}*'`)
    .pluck()
    .all()
  for (const name of triggers) connection.exec(`DROP TRIGGER "${name}"`)
}
