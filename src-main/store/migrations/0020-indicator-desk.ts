import type { Migration } from './migration.ts'

/**
 * Names and places of communities by year, the use of the money, and changes of the map of units. The columns of community_year are NULL
 * where the community is in that year as the table community has it: so what an older program wrote, and what undo brings back of it, stays
 * as it was meant.
 */
export const indicatorDesk: Migration = {
  version: 20,
  name: '0020-indicator-desk',
  up: (connection) => connection.exec(`
    ALTER TABLE community_year ADD COLUMN name TEXT CHECK (name <> '');
    ALTER TABLE community_year ADD COLUMN district TEXT;
    ALTER TABLE community_year ADD COLUMN subdistrict TEXT;

    CREATE TABLE ledger (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      allocated_fen INTEGER CHECK (allocated_fen >= 0),
      spent_fen INTEGER CHECK (spent_fen >= 0),
      carried_fen INTEGER CHECK (carried_fen >= 0),
      PRIMARY KEY (year, community_key),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key),
      CHECK (coalesce(allocated_fen, spent_fen, carried_fen) IS NOT NULL)
    ) STRICT;

    CREATE TABLE unit_change (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      year INTEGER NOT NULL REFERENCES year (year),
      kind TEXT NOT NULL CHECK (kind IN ('found', 'merge', 'split', 'rename', 'move', 'dissolve')),
      happened_on TEXT NOT NULL CHECK (date(happened_on) IS happened_on),
      document TEXT NOT NULL,
      note TEXT NOT NULL,
      sides TEXT NOT NULL CHECK (json_type(sides) = 'object'),
      ended_fen INTEGER NOT NULL CHECK (ended_fen >= 0)
    ) STRICT;
    CREATE INDEX unit_change_year ON unit_change (year);
    CREATE TRIGGER unit_change_not_altered BEFORE UPDATE ON unit_change BEGIN SELECT RAISE(ABORT, 'a change of the map is never altered'); END;

    -- So that the steps which touched one community are found without reading the whole log.
    CREATE INDEX change_row ON change (table_name, row_key);
  `),
}
