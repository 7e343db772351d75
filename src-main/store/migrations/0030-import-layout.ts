import type { Migration } from './migration.ts'

/** What was chosen by hand for the columns of delivered sheets, by the fingerprint of their headings. */
export const importLayout: Migration = {
  version: 30,
  name: '0030-import-layout',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE import_layout (
      id TEXT PRIMARY KEY CHECK (length(id) = 64),
      file TEXT NOT NULL,
      saved_at TEXT NOT NULL,
      layout TEXT NOT NULL CHECK (json_type(layout) = 'object')
    ) STRICT;
  `),
}
