import Database from 'better-sqlite3'

/** Leaves a newer format version in the -wal only, as a program does that is killed right after a migration. Argument: the file. */
const [file = ''] = process.argv.slice(2)
const connection = new Database(file)
connection.pragma('journal_mode = WAL')
connection.pragma('user_version = 990')
process.kill(process.pid, 'SIGKILL')
