import type { Migration } from './migration.ts'

/**
 * What the fund is spent on: projects of a community and year with their dated steps, and what payers have really paid. Of a project, what
 * follows from its steps is kept beside it (state to dates), so that sums need no step to be read. A project stays when its community ends.
 */
export const spending: Migration = {
  version: 210,
  name: '0210-spending',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE project (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      number TEXT NOT NULL CHECK (number <> ''),
      purpose TEXT NOT NULL CHECK (purpose <> ''),
      category TEXT NOT NULL,
      planned_fen INTEGER NOT NULL CHECK (planned_fen >= 0),
      cases INTEGER CHECK (cases > 0),
      urgent TEXT NOT NULL,
      note TEXT NOT NULL,
      use_answer TEXT CHECK (use_answer IN ('allowed', 'forbidden')),
      use_reason TEXT,
      state TEXT NOT NULL,
      approved_fen INTEGER,
      contract_fen INTEGER,
      paid_fen INTEGER NOT NULL,
      settled_fen INTEGER,
      committed_fen INTEGER NOT NULL,
      changes INTEGER NOT NULL,
      refile INTEGER NOT NULL,
      dates TEXT NOT NULL CHECK (json_type(dates) = 'object'),
      PRIMARY KEY (year, community_key, number)
    ) STRICT;
    CREATE TABLE project_event (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      number TEXT NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL,
      date TEXT NOT NULL,
      amount_fen INTEGER CHECK (amount_fen >= 0),
      body TEXT NOT NULL,
      document TEXT NOT NULL,
      code TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (year, community_key, number, position)
    ) STRICT;
    CREATE INDEX project_event_by_day ON project_event (year, kind, date, community_key, amount_fen);
    CREATE TABLE receipt (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      id INTEGER NOT NULL,
      payer TEXT NOT NULL,
      date TEXT NOT NULL,
      amount_fen INTEGER NOT NULL CHECK (amount_fen >= 0),
      document TEXT NOT NULL,
      PRIMARY KEY (year, community_key, id)
    ) STRICT;
    CREATE TABLE spending_setting (
      name TEXT PRIMARY KEY CHECK (name IN ('rules', 'instalments')),
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT;
    CREATE TABLE closed_register (
      year INTEGER PRIMARY KEY,
      closed TEXT NOT NULL
    ) STRICT;
  `),
}
