import type { Migration } from './migration.ts'

/**
 * What targets of the catalogue are held against: counts by community, the housing register and spot checks by quarter. Counts only; NULL: not
 * known. The register has no more of a part than of its whole, and nobody is missed who was not found.
 */
export const targets: Migration = {
  version: 200,
  name: '0200-targets',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE target_count (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      item_id TEXT NOT NULL,
      present INTEGER NOT NULL CHECK (present >= 0),
      PRIMARY KEY (year, community_key, item_id),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key),
      FOREIGN KEY (year, item_id) REFERENCES catalogue_item (year, id)
    ) STRICT;

    CREATE TABLE register_count (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
      rental_dwellings INTEGER CHECK (rental_dwellings >= 0),
      let_buildings INTEGER CHECK (let_buildings >= 0),
      lodgings INTEGER CHECK (lodgings >= 0),
      lodgings_in_system INTEGER CHECK (lodgings_in_system >= 0 AND lodgings_in_system <= lodgings),
      day_rooms INTEGER CHECK (day_rooms >= 0),
      day_rooms_filed INTEGER CHECK (day_rooms_filed >= 0 AND day_rooms_filed <= day_rooms),
      landlords INTEGER CHECK (landlords >= 0),
      landlords_reporting INTEGER CHECK (landlords_reporting >= 0 AND landlords_reporting <= landlords),
      tenants INTEGER CHECK (tenants >= 0),
      PRIMARY KEY (year, community_key, quarter),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key)
    ) STRICT;

    CREATE TABLE spot_check (
      year INTEGER NOT NULL,
      community_key TEXT NOT NULL,
      quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
      dwellings INTEGER CHECK (dwellings >= 0),
      found INTEGER CHECK (found >= 0),
      missed INTEGER CHECK (missed >= 0 AND missed <= found),
      stale INTEGER CHECK (stale >= 0),
      wrong INTEGER CHECK (wrong >= 0 AND missed + wrong <= found),
      PRIMARY KEY (year, community_key, quarter),
      FOREIGN KEY (year, community_key) REFERENCES community_year (year, community_key)
    ) STRICT;
  `),
}
