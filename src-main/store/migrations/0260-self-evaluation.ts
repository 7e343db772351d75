import type { Migration } from './migration.ts'

/**
 * The yearly self-evaluation. part: 'items' (of the whole plan: what is judged, a list), 'texts' (the head of the form of a place), or the number
 * of an item (what is said of it in a place). district '' is the whole plan.
 */
export const selfEvaluation: Migration = {
  version: 260,
  name: '0260-self-evaluation',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE self_evaluation (
      year INTEGER NOT NULL,
      district TEXT NOT NULL,
      part TEXT NOT NULL CHECK (part <> ''),
      value TEXT NOT NULL CHECK (json_valid(value)),
      PRIMARY KEY (year, district, part)
    ) STRICT;
  `),
}
