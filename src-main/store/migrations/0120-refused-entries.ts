import type { Migration } from './migration.ts'

/**
 * What was entered or delivered and could not be taken stays in the plan, with the reason, until it is mended or given up. `community_key`
 * NULL: nobody knows yet which community it is about; `field` NULL: it is about a whole row. `file` is empty for what was typed.
 */
export const refusedEntries: Migration = {
  version: 120,
  name: '0120-refused-entries',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE refused_entry (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      year INTEGER NOT NULL REFERENCES year (year),
      community_key TEXT CHECK (community_key <> ''),
      field TEXT CHECK (field <> ''),
      text TEXT NOT NULL,
      file TEXT NOT NULL,
      problem TEXT NOT NULL CHECK (json_type(problem) = 'object')
    ) STRICT;
    CREATE UNIQUE INDEX refused_entry_cell ON refused_entry (year, community_key, field) WHERE field IS NOT NULL;
  `),
}
