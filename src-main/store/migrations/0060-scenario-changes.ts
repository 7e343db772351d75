import type { Migration } from './migration.ts'

/**
 * A scenario is a base and what is changed of it, and can be locked. `base` and `changes` are NULL where an older program wrote a
 * whole policy,
 * and what undo brings back of it: that policy over the year in use.
 */
export const scenarioChanges: Migration = {
  version: 60,
  name: '0060-scenario-changes',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE new_scenario (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      note TEXT NOT NULL,
      policy TEXT CHECK (json_type(policy) = 'object'),
      created TEXT NOT NULL,
      locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
      base TEXT CHECK (json_type(base) = 'object'),
      changes TEXT CHECK (json_type(changes) = 'object'),
      CHECK ((policy IS NULL) = (base IS NOT NULL AND changes IS NOT NULL))
    ) STRICT;
    INSERT INTO sqlite_sequence (name, seq) SELECT 'new_scenario', seq FROM sqlite_sequence WHERE name = 'scenario';
    INSERT INTO new_scenario (id, name, note, policy, created) SELECT id, name, note, policy, created FROM scenario;
    DROP TABLE scenario;
    ALTER TABLE new_scenario RENAME TO scenario;
  `),
}
