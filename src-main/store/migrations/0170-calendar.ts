import type { Migration } from './migration.ts'

/** Holidays and working weekends of a year, as the department has them; a year without a row has the calendar that is delivered, or none. */
export const calendar: Migration = {
  version: 170,
  name: '0170-calendar',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE calendar_year (
      year INTEGER PRIMARY KEY,
      document TEXT NOT NULL,
      days TEXT NOT NULL CHECK (json_type(days) = 'array')
    ) STRICT;
  `),
}
