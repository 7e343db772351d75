import type { Migration } from './migration.ts'

/** Adoptions that were taken back, with the reason: the adopted plan itself stays as it was, but its year can be edited again. */
export const takenBack: Migration = {
  version: 150,
  name: '0150-taken-back',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE taken_back (
      adopted_id INTEGER PRIMARY KEY REFERENCES adopted (id),
      at TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> '')
    ) STRICT;
  `),
}
