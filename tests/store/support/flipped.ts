import Database from 'better-sqlite3'

/** A row of a closed plan gets another value as from a disk that has lost a bit: no trigger hears of it, and everything else stays. */
export function flip(file: string, table: string, change: string): void {
  const connection = new Database(file)
  connection.unsafeMode()
  const triggers = connection
    .prepare<[string], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?")
    .all(table)
  for (const { name } of triggers) connection.exec(`DROP TRIGGER "${name}"`)
  const { changes } = connection.prepare(`UPDATE "${table}" SET ${change}`).run()
  if (changes === 0) throw new Error(`nothing to flip in ${table}`)
  for (const { sql } of triggers) connection.exec(sql)
  connection.close()
}
