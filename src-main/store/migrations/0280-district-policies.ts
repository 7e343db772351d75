import type { Migration } from './migration.ts'

/** Policies that districts keep of their own in a year: the document with its fingerprint, and the package that it came with. */
export const districtPolicies: Migration = {
  version: 280,
  name: '0280-district-policies',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE district_policy (
      year INTEGER NOT NULL REFERENCES year (year),
      district TEXT NOT NULL CHECK (district <> ''),
      document TEXT NOT NULL CHECK (json_type(document) = 'object'),
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      file TEXT NOT NULL CHECK (file <> ''),
      PRIMARY KEY (year, district)
    ) STRICT;
  `),
}
