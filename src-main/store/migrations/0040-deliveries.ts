import type { Migration } from './migration.ts'

/**
 * Which file delivered which communities, also where it changed nothing; and what a step says of itself in a form that every language can
 * say. Older steps keep the words they were written with.
 */
export const deliveries: Migration = {
  version: 40,
  name: '0040-deliveries',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE delivery (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      year INTEGER NOT NULL REFERENCES year (year),
      file TEXT NOT NULL CHECK (file <> ''),
      delivered_at TEXT NOT NULL,
      communities TEXT NOT NULL CHECK (json_type(communities) = 'array')
    ) STRICT;
    CREATE INDEX delivery_year ON delivery (year);
    CREATE TRIGGER delivery_not_altered BEFORE UPDATE ON delivery BEGIN SELECT RAISE(ABORT, 'a delivery is never altered'); END;

    ALTER TABLE step ADD COLUMN message TEXT CHECK (message IS NULL OR json_type(message) = 'object');
  `),
}
