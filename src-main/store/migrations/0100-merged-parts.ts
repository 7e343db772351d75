import type { Migration } from './migration.ts'

/**
 * A merged package is known by all that is in it, use of the money and changes of the map as well. NULL, as in all that older
 * programs wrote: known by facts and result only.
 */
export const mergedParts: Migration = {
  version: 100,
  name: '0100-merged-parts',
  up: (connection) => connection.exec('ALTER TABLE merged_package ADD COLUMN parts_hash TEXT CHECK (length(parts_hash) = 64)'),
}
