import Database from 'better-sqlite3'

/**
 * Is killed in the middle of a change that is kept track of in a journal beside the file, as it is before a plan is first opened and
 * gets its -wal: pages are in the file already and are to be taken back. Argument: the file.
 */
const [file = ''] = process.argv.slice(2)
const connection = new Database(file)
connection.pragma('journal_mode = DELETE')
connection.pragma('cache_size = 1')
connection.exec(
  "BEGIN; CREATE TABLE half (text TEXT); INSERT INTO half VALUES (hex(zeroblob(200000))); UPDATE settings SET name = 'half done'",
)
process.kill(process.pid, 'SIGKILL')
