import type { Migration } from './migration.ts'

/**
 * What departments ask to send to communities, and what was decided. `decision` NULL: nothing yet. `admission_period`: working days, where
 * they are not those that are delivered.
 */
export const admissionRequests: Migration = {
  version: 180,
  name: '0180-admission-requests',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE admission_request (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      title TEXT NOT NULL CHECK (title <> ''),
      department TEXT NOT NULL CHECK (department <> ''),
      duration TEXT NOT NULL CHECK (duration IN ('permanent', 'staged', 'occasional')),
      minutes INTEGER NOT NULL CHECK (minutes >= 0),
      times_a_year INTEGER NOT NULL CHECK (times_a_year >= 0),
      money_fen INTEGER NOT NULL CHECK (money_fen >= 0),
      scope TEXT NOT NULL CHECK (json_type(scope) = 'object'),
      basis TEXT NOT NULL,
      note TEXT NOT NULL,
      asked TEXT NOT NULL,
      wanted_from TEXT NOT NULL,
      decision TEXT CHECK (json_type(decision) = 'object')
    ) STRICT;
    CREATE TABLE admission_period (
      name TEXT PRIMARY KEY CHECK (name IN ('ahead', 'within')),
      days INTEGER NOT NULL CHECK (days > 0)
    ) STRICT;
  `),
}
