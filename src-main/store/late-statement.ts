import type Database from 'better-sqlite3'

/** What we ask of a statement. */
type Asked = Pick<Database.Statement, 'run' | 'get' | 'all' | 'iterate' | 'pluck'>

/**
 * A plan has some two hundred statements, and a day's work needs a few of them, so each is compiled when it is first used: compiling all
 * of them was nearly half of the opening of an empty plan.
 * @param connection whose statements are asked for what `Asked` names and nothing else
 * @returns the same connection; a statement that is wrong throws its SqliteError when it is used
 */
export function compiledWhenUsed(connection: Database.Database): Database.Database {
  const compile = connection.prepare.bind(connection)
  connection.prepare = ((sql: string) => late(() => compile(sql))) as typeof connection.prepare
  return connection
}

function late(compile: () => Database.Statement): Asked {
  let compiled: Database.Statement | undefined
  const statement = (): Database.Statement => (compiled ??= compile())
  return {
    run: (...given) => statement().run(...given),
    get: (...given) => statement().get(...given),
    all: (...given) => statement().all(...given),
    iterate: (...given) => statement().iterate(...given),
    pluck: () => late(() => compile().pluck()) as Database.Statement,
  }
}
