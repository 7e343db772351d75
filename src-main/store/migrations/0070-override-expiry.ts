import type { Migration } from './migration.ts'

/**
 * A class set by hand may hold for some years only: `expires` is the last one in which it counts. NULL, as in all that older
 * programs wrote: until it is taken back.
 */
export const overrideExpiry: Migration = {
  version: 70,
  name: '0070-override-expiry',
  up: (connection) => connection.exec('ALTER TABLE override ADD COLUMN expires INTEGER CHECK (expires BETWEEN 1990 AND 2200)'),
}
