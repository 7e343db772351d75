import type { Migration } from './migration.ts'

/** The first format of a plan file. */
export const initial: Migration = {
  version: 10,
  name: '0010-initial',
  up: (connection) => {
    connection.exec(HISTORY)
    connection.exec(CONTENT)
  },
}

/**
 * What was done, by whom and when, and every row it changed, before and after. Both tables only grow: a step can be written once,
 * with the next number; changes belong to the step that is being made; nothing is altered or removed.
 */
const HISTORY = `
  CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    operator TEXT NOT NULL,
    operation TEXT NOT NULL CHECK (operation <> ''),
    summary TEXT NOT NULL,
    undoes INTEGER REFERENCES step (id),
    redoes INTEGER REFERENCES step (id),
    changes INTEGER NOT NULL CHECK (changes > 0),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    CHECK (undoes IS NULL OR redoes IS NULL)
  ) STRICT;
  CREATE INDEX step_undoes ON step (undoes) WHERE undoes IS NOT NULL;
  CREATE INDEX step_redoes ON step (redoes) WHERE redoes IS NOT NULL;

  CREATE TABLE change (
    position INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL CHECK (json_valid(row_key)),
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after)),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
  ) STRICT;
  CREATE INDEX change_step ON change (step_id);

  CREATE TRIGGER step_in_order BEFORE INSERT ON step WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM step)
    BEGIN SELECT RAISE(ABORT, 'steps are numbered one after the other'); END;
  CREATE TRIGGER step_not_altered BEFORE UPDATE ON step BEGIN SELECT RAISE(ABORT, 'the history is never altered'); END;
  CREATE TRIGGER step_not_removed BEFORE DELETE ON step BEGIN SELECT RAISE(ABORT, 'the history is never altered'); END;
  CREATE TRIGGER change_in_order BEFORE INSERT ON change WHEN NEW.step_id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM step)
    BEGIN SELECT RAISE(ABORT, 'changes belong to the step that is being made'); END;
  CREATE TRIGGER change_not_altered BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the history is never altered'); END;
  CREATE TRIGGER change_not_removed BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the history is never altered'); END;
`

/** The plan itself. Codes and keys are text, amounts whole fen; an unknown amount is NULL, an unknown indicator is not in its facts. */
const CONTENT = `
  CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name <> ''),
    current_year INTEGER NOT NULL REFERENCES year (year) DEFERRABLE INITIALLY DEFERRED
  ) STRICT;

  CREATE TABLE indicator_group (
    key TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    definition TEXT NOT NULL CHECK (json_type(definition) = 'object')
  ) STRICT;

  CREATE TABLE indicator (
    key TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    definition TEXT NOT NULL CHECK (json_type(definition) = 'object')
  ) STRICT;

  CREATE TABLE policy (
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (hash <> ''),
    document TEXT NOT NULL CHECK (json_type(document) = 'object'),
    PRIMARY KEY (id, version)
  ) STRICT;
  CREATE TRIGGER policy_not_altered BEFORE UPDATE ON policy BEGIN SELECT RAISE(ABORT, 'a version of a policy is never altered'); END;

  CREATE TABLE year (
    year INTEGER PRIMARY KEY CHECK (year BETWEEN 1990 AND 2200),
    policy_id TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    synthetic INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    FOREIGN KEY (policy_id, policy_version) REFERENCES policy (id, version)
  ) STRICT;
  CREATE INDEX year_policy ON year (policy_id, policy_version);

  CREATE TABLE community (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    code TEXT NOT NULL CHECK (code = '' OR (length(code) = 12 AND code NOT GLOB '*[^0-9]*')),
    name TEXT NOT NULL CHECK (name <> ''),
    district TEXT NOT NULL,
    subdistrict TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX community_code ON community (code) WHERE code <> '';

  CREATE TABLE community_year (
    year INTEGER NOT NULL REFERENCES year (year),
    community_key TEXT NOT NULL REFERENCES community (key),
    facts TEXT NOT NULL CHECK (json_type(facts) = 'object'),
    previous_fen INTEGER,
    previous_class TEXT CHECK (previous_class <> ''),
    PRIMARY KEY (year, community_key)
  ) STRICT;
  CREATE INDEX community_year_community ON community_year (community_key);

  CREATE TABLE override (
    year INTEGER NOT NULL,
    community_key TEXT NOT NULL,
    class TEXT NOT NULL CHECK (class <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    document TEXT NOT NULL,
    PRIMARY KEY (year, community_key),
    FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key)
  ) STRICT;

  CREATE TABLE scenario (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    note TEXT NOT NULL,
    policy TEXT NOT NULL CHECK (json_type(policy) = 'object'),
    created TEXT NOT NULL
  ) STRICT;

  CREATE TABLE adopted (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES year (year),
    title TEXT NOT NULL CHECK (title <> ''),
    adopted_at TEXT NOT NULL,
    policy_id TEXT NOT NULL,
    policy_version TEXT NOT NULL,
    policy_hash TEXT NOT NULL REFERENCES policy (hash),
    input_hash TEXT NOT NULL CHECK (input_hash <> ''),
    engine_version TEXT NOT NULL CHECK (engine_version <> ''),
    communities INTEGER NOT NULL CHECK (communities >= 0),
    amount_fen INTEGER NOT NULL,
    result TEXT NOT NULL CHECK (json_type(result) = 'object'),
    FOREIGN KEY (policy_id, policy_version) REFERENCES policy (id, version)
  ) STRICT;
  CREATE INDEX adopted_year ON adopted (year);
  CREATE INDEX adopted_policy ON adopted (policy_id, policy_version);
  CREATE TRIGGER adopted_not_altered BEFORE UPDATE ON adopted BEGIN SELECT RAISE(ABORT, 'an adopted plan is never altered'); END;
`
