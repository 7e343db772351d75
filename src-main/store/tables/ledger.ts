import type { Connection } from '../sqlite.ts'

/** Use of a community's money in one year, in fen; null is not entered. */
export interface LedgerEntry {
  key: string
  allocatedFen: number | null
  spentFen: number | null
  carriedFen: number | null
}

export const ledgerReads = (connection: Connection) => {
  const list = connection.prepare<[number], LedgerEntry>(`
    SELECT community_key AS key, allocated_fen AS allocatedFen, spent_fen AS spentFen, carried_fen AS carriedFen
    FROM ledger WHERE year = ? ORDER BY community_key`)
  return { /** @returns what was entered for the year, by community */ list: (year: number): LedgerEntry[] => list.all(year) }
}

export const ledgerWrites = (connection: Connection) => {
  const save = connection.prepare(`
    INSERT INTO ledger (year, community_key, allocated_fen, spent_fen, carried_fen) VALUES (@year, @key, @allocatedFen, @spentFen,
      @carriedFen)
    ON CONFLICT (year, community_key) DO UPDATE
    SET allocated_fen = excluded.allocated_fen, spent_fen = excluded.spent_fen, carried_fen = excluded.carried_fen`)
  const clear = connection.prepare('DELETE FROM ledger WHERE year = ? AND community_key = ?')
  return {
    ...ledgerReads(connection),
    /** Makes the entries of these communities, which the year has, equal to these. An entry of which nothing is known is none. */
    save: (year: number, entries: readonly LedgerEntry[]): void => {
      for (const entry of entries) {
        const isKnown = entry.allocatedFen !== null || entry.spentFen !== null || entry.carriedFen !== null
        if (isKnown) save.run({ ...entry, year })
        else clear.run(year, entry.key)
      }
    },
  }
}
