import type { Migration } from './migration.ts'

/**
 * What classes decide by lists. Each year has a version of its own of the catalogue, which stays as it is when the year is adopted: items
 * as JSON with an id that never changes; decisions by hand for one community; planned and done counts of measures by period; and services
 * that communities offer, with counts only.
 */
export const catalogue: Migration = {
  version: 160,
  name: '0160-catalogue',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE catalogue_item (
      year INTEGER NOT NULL REFERENCES year (year),
      id TEXT NOT NULL CHECK (id <> ''),
      position INTEGER NOT NULL,
      item TEXT NOT NULL CHECK (json_valid(item)),
      PRIMARY KEY (year, id)
    ) STRICT;

    CREATE TABLE catalogue_exception (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      item_id TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (answer IN ('yes', 'consent', 'no')),
      reason TEXT NOT NULL CHECK (reason <> ''),
      PRIMARY KEY (year, community_key, item_id),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key),
      FOREIGN KEY (year, item_id) REFERENCES catalogue_item (year, id)
    ) STRICT;

    CREATE TABLE measure_count (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      item_id TEXT NOT NULL,
      period INTEGER NOT NULL CHECK (period BETWEEN 1 AND 12),
      planned INTEGER CHECK (planned >= 0),
      done INTEGER CHECK (done >= 0),
      PRIMARY KEY (year, community_key, item_id, period),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key),
      FOREIGN KEY (year, item_id) REFERENCES catalogue_item (year, id)
    ) STRICT;

    CREATE TABLE service_offer (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      item_id TEXT NOT NULL,
      people INTEGER CHECK (people >= 0),
      cases INTEGER CHECK (cases >= 0),
      metres INTEGER CHECK (metres >= 0),
      PRIMARY KEY (year, community_key, item_id),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key),
      FOREIGN KEY (year, item_id) REFERENCES catalogue_item (year, id)
    ) STRICT;
  `),
}
