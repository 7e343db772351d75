import type { Problem } from '../../model/problem.ts'
import type { RefusedEntry } from '../../model/refused.ts'
import type { Connection } from '../sqlite.ts'

type Row = Omit<RefusedEntry, 'problem'> & { problem: string }

export const refusedEntryReads = (connection: Connection) => {
  const list = connection.prepare<[number], Row>(
    'SELECT id, community_key AS key, field, text, file, problem FROM refused_entry WHERE year = ? ORDER BY id',
  )
  return {
    /** @returns what waits in the year to be mended or given up, in the order in which it came */
    list: (year: number): RefusedEntry[] => list.all(year).map((row) => ({ ...row, problem: JSON.parse(row.problem) as Problem })),
  }
}

export const refusedEntryWrites = (connection: Connection) => {
  const clear = connection.prepare('DELETE FROM refused_entry WHERE year = ? AND community_key = ? AND field = ?')
  const clearFile = connection.prepare('DELETE FROM refused_entry WHERE year = ? AND file = ? AND field IS NULL')
  const add = connection.prepare(
    'INSERT INTO refused_entry (year, community_key, field, text, file, problem) VALUES (@year, @key, @field, @text, @file, @problem)',
  )
  const drop = connection.prepare('DELETE FROM refused_entry WHERE year = ? AND id = ?')
  return {
    ...refusedEntryReads(connection),
    /** Keeps entries; of a cell only the last one. */
    add: (year: number, entries: ReadonlyArray<Omit<RefusedEntry, 'id'>>): void => {
      for (const entry of entries) {
        if (entry.field !== null) clear.run(year, entry.key, entry.field)
        add.run({ ...entry, year, problem: JSON.stringify(entry.problem) })
      }
    },
    /** Lets go of what was refused of these cells: something else was taken for them. */
    clear: (year: number, cells: ReadonlyArray<{ key: string; field: string }>): void => {
      for (const { key, field } of cells) clear.run(year, key, field)
    },
    /** Lets go of whole rows of these files: the files are read anew. */
    clearRowsOf: (year: number, files: readonly string[]): void => {
      for (const file of files) clearFile.run(year, file)
    },
    /** Gives up entries, by number. */
    drop: (year: number, ids: readonly number[]): void => {
      for (const id of ids) drop.run(year, id)
    },
  }
}
