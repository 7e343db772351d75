import type { Migration } from './migration.ts'

/**
 * Names and places of communities by year, the use of the money, changes of the map of units, and a dictionary that can be
 * changed. The columns of community_year are NULL
 * where the community is in that year as the table community has it: so what an older program wrote, and what undo brings back of it, stays
 * as it was meant.
 */
export const indicatorDesk: Migration = {
  version: 20,
  name: '0020-indicator-desk',
  up: (connection) =>
    connection.exec(`
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

    -- A policy's fingerprint covers the definitions of the indicators it uses, which can be changed from now on: an adopted plan has the
    -- fingerprint of its day, not the one that the policy had when it was added. Numbers of adopted plans are never given twice.
    CREATE TABLE new_adopted (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      year INTEGER NOT NULL REFERENCES year (year),
      title TEXT NOT NULL CHECK (title <> ''),
      adopted_at TEXT NOT NULL,
      policy_id TEXT NOT NULL,
      policy_version TEXT NOT NULL,
      policy_hash TEXT NOT NULL CHECK (policy_hash <> ''),
      input_hash TEXT NOT NULL CHECK (input_hash <> ''),
      engine_version TEXT NOT NULL CHECK (engine_version <> ''),
      communities INTEGER NOT NULL CHECK (communities >= 0),
      amount_fen INTEGER NOT NULL,
      result TEXT NOT NULL CHECK (json_type(result) = 'object'),
      FOREIGN KEY (policy_id, policy_version) REFERENCES policy (id, version)
    ) STRICT;
    INSERT INTO sqlite_sequence (name, seq) SELECT 'new_adopted', seq FROM sqlite_sequence WHERE name = 'adopted';
    INSERT INTO new_adopted SELECT * FROM adopted;
    DROP TABLE adopted;
    ALTER TABLE new_adopted RENAME TO adopted;
    CREATE INDEX adopted_year ON adopted (year);
    CREATE INDEX adopted_policy ON adopted (policy_id, policy_version);
    CREATE TRIGGER adopted_not_altered BEFORE UPDATE ON adopted BEGIN SELECT RAISE(ABORT, 'an adopted plan is never altered'); END;

    -- So that the steps which touched one community are found without reading the whole log.
    CREATE INDEX change_row ON change (table_name, row_key);
  `),
}
