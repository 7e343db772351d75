import type { Migration } from './migration.ts'

/** How the papers look: a row for the department, for the report and for each table that was changed. What has no row is as delivered. */
export const documentSettings: Migration = {
  version: 90,
  name: '0090-document-settings',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE document_setting (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      setting TEXT NOT NULL CHECK (json_type(setting) = 'object')
    ) STRICT;
  `),
}
