import type { Migration } from './migration.ts'

/**
 * Appeals of a community by month, source and subject: counts only; NULL: not known. Solved are some of those received, in time and by days
 * some of those solved. Subjects are the department's own list; while there is none, those delivered with the program are used.
 */
export const appeals: Migration = {
  version: 220,
  name: '0220-appeals',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE appeal_count (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
      source TEXT NOT NULL CHECK (source IN ('hotline', 'found', 'handed')),
      subject TEXT NOT NULL,
      received INTEGER CHECK (received >= 0),
      solved INTEGER CHECK (solved >= 0 AND solved <= received),
      in_time INTEGER CHECK (in_time >= 0 AND in_time <= solved),
      repeats INTEGER CHECK (repeats >= 0),
      out_of_scope INTEGER CHECK (out_of_scope >= 0),
      days0 INTEGER CHECK (days0 >= 0),
      days3 INTEGER CHECK (days3 >= 0),
      days7 INTEGER CHECK (days7 >= 0),
      days15 INTEGER CHECK (days15 >= 0),
      days30 INTEGER CHECK (days30 >= 0),
      days_more INTEGER CHECK (days_more >= 0),
      PRIMARY KEY (year, community_key, month, source, subject),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key),
      CHECK (coalesce(days0, 0) + coalesce(days3, 0) + coalesce(days7, 0) + coalesce(days15, 0) + coalesce(days30, 0)
        + coalesce(days_more, 0) <= coalesce(solved, 0))
    ) STRICT;
    CREATE TABLE appeal_subject (
      id TEXT PRIMARY KEY CHECK (id <> ''),
      position INTEGER NOT NULL,
      zh TEXT NOT NULL CHECK (zh <> ''),
      en TEXT NOT NULL,
      closed INTEGER NOT NULL CHECK (closed IN (0, 1))
    ) STRICT;
  `),
}
