import type { Migration } from './migration.ts'

/**
 * The renovation of courtyards: what holds for all communities of a year; courtyards to be done, by community and kind; money of a community
 * beside its amount. Money in fen; shares in hundredths of a percent; NULL: nothing is said.
 */
export const renovation: Migration = {
  version: 270,
  name: '0270-renovation',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE renovation_plan (
      year INTEGER PRIMARY KEY REFERENCES year (year),
      settings TEXT NOT NULL CHECK (json_type(settings) = 'object')
    ) STRICT;

    CREATE TABLE renovation_lot (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      kind TEXT NOT NULL,
      count INTEGER CHECK (count >= 0),
      unit_fen INTEGER CHECK (unit_fen > 0),
      aid_share INTEGER CHECK (aid_share BETWEEN 0 AND 10000),
      aid_fen INTEGER CHECK (aid_fen IS NULL OR (aid_fen >= 0 AND aid_share IS NULL)),
      PRIMARY KEY (year, community_key, kind),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key)
    ) STRICT;

    CREATE TABLE renovation_money (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      start_fen INTEGER CHECK (start_fen >= 0),
      fixed_fen INTEGER CHECK (fixed_fen >= 0),
      other_fen INTEGER CHECK (other_fen >= 0),
      share INTEGER CHECK (share BETWEEN 0 AND 10000),
      PRIMARY KEY (year, community_key),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key)
    ) STRICT;
  `),
}
