import type { Connection } from '../../../src-main/store/sqlite.ts'

interface Guard {
  name: string
  sql: string
}
/** Somebody who knows the file changes it behind the program's back: the guards are taken off, and stand there again afterwards. */
export function withoutGuards(connection: Connection, work: () => void): void {
  const guards = connection.prepare<[], Guard>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of guards) connection.exec(`DROP TRIGGER "${name}"`)
  work()
  for (const { sql } of guards) connection.exec(sql)
}
