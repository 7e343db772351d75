import type { Migration } from './migration.ts'

/** Which packages a city's plan was merged from: one row for each district and year, of the package that counts now. */
export const mergedPackages: Migration = {
  version: 80,
  name: '0080-merged-packages',
  up: (connection) =>
    connection.exec(`
    CREATE TABLE merged_package (
      year INTEGER NOT NULL REFERENCES year (year),
      district TEXT NOT NULL,
      file TEXT NOT NULL CHECK (file <> ''),
      app TEXT NOT NULL,
      policy_id TEXT NOT NULL,
      policy_version TEXT NOT NULL,
      policy_hash TEXT NOT NULL CHECK (policy_hash <> ''),
      input_hash TEXT NOT NULL CHECK (length(input_hash) = 64),
      result_hash TEXT NOT NULL CHECK (length(result_hash) = 64),
      communities INTEGER NOT NULL CHECK (communities >= 0),
      amount_fen INTEGER NOT NULL,
      PRIMARY KEY (year, district)
    ) STRICT;
  `),
}
