import type { Migration } from './migration.ts'

/**
 * Service teams of a year: what is asked of the posting, and what was proven of the one that was solved last; the officers of each team by
 * bureau; the team of each community, as it is to be and as it is today; counts of the seven duties by month or quarter.
 */
export const teams: Migration = {
  version: 190,
  name: '0190-teams',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE team_plan (
      year INTEGER PRIMARY KEY REFERENCES year (year),
      settings TEXT NOT NULL CHECK (json_type(settings) = 'object'),
      proof TEXT CHECK (json_type(proof) = 'object')
    ) STRICT;

    CREATE TABLE team_staff (
      year INTEGER NOT NULL REFERENCES team_plan (year),
      team INTEGER NOT NULL CHECK (team > 0),
      officers TEXT NOT NULL CHECK (json_type(officers) = 'object'),
      PRIMARY KEY (year, team)
    ) STRICT;

    CREATE TABLE team_post (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      team INTEGER CHECK (team > 0),
      today INTEGER CHECK (today > 0),
      PRIMARY KEY (year, community_key),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key)
    ) STRICT;

    CREATE TABLE team_duty (
      year INTEGER NOT NULL REFERENCES year (year),
      team INTEGER NOT NULL CHECK (team > 0),
      duty TEXT NOT NULL CHECK (duty <> ''),
      per TEXT NOT NULL CHECK (per IN ('month', 'quarter')),
      period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 12),
      planned INTEGER CHECK (planned >= 0),
      done INTEGER CHECK (done >= 0),
      PRIMARY KEY (year, team, duty, per, period)
    ) STRICT;
  `),
}
