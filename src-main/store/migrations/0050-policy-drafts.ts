import type { Migration } from './migration.ts'

/** Policies that are being written, and which versions were adopted from a draft: when, instead of what, and why examples were changed. */
export const policyDrafts: Migration = {
  version: 50,
  name: '0050-policy-drafts',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE policy_draft (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      document TEXT NOT NULL CHECK (json_type(document) = 'object'),
      base_id TEXT,
      base_version TEXT,
      created TEXT NOT NULL,
      changed TEXT NOT NULL,
      CHECK ((base_id IS NULL) = (base_version IS NULL))
    ) STRICT;

    CREATE TABLE policy_adoption (
      policy_id TEXT NOT NULL,
      policy_version TEXT NOT NULL,
      adopted_at TEXT NOT NULL,
      base_id TEXT,
      base_version TEXT,
      reasons TEXT NOT NULL CHECK (json_type(reasons) = 'object'),
      PRIMARY KEY (policy_id, policy_version),
      FOREIGN KEY (policy_id, policy_version) REFERENCES policy (id, version),
      CHECK ((base_id IS NULL) = (base_version IS NULL))
    ) STRICT;
    CREATE TRIGGER policy_adoption_not_altered BEFORE UPDATE ON policy_adoption BEGIN SELECT RAISE(ABORT, 'an adoption is never altered'); END;
  `),
}
