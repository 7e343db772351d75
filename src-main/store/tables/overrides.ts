import type { Override } from '../../model/plan.ts'
import { appError } from '../../shared/app-error.ts'
import type { Connection } from '../sqlite.ts'

type Row = Omit<Override, 'expires'> & { expires: number | null }

export const overrideReads = (connection: Connection) => {
  const list = connection.prepare<[number], Row>(
    'SELECT community_key AS key, class, reason, document, expires FROM override WHERE year = ? ORDER BY community_key',
  )
  return {
    /** @returns the classes set by hand in the year, by community; those that have expired too */
    list: (year: number): Override[] => list.all(year).map(({ expires, ...row }) => (expires === null ? row : { ...row, expires })),
  }
}

export const overrideWrites = (connection: Connection) => {
  const present = connection.prepare('SELECT 1 FROM community_year WHERE year = ? AND community_key = ?')
  const save = connection.prepare(`
    INSERT INTO override (year, community_key, class, reason, document, expires) VALUES (@year, @key, @class, @reason, @document, @expires)
    ON CONFLICT (year, community_key) DO UPDATE
    SET class = excluded.class, reason = excluded.reason, document = excluded.document, expires = excluded.expires`)
  const clear = connection.prepare('DELETE FROM override WHERE year = ? AND community_key = ?')
  return {
    ...overrideReads(connection),
    /** Sets a class by hand, or sets it anew. @throws AppError plan.communityUnknown where the year does not have the community */
    set: (year: number, override: Override): void => {
      if (present.get(year, override.key) === undefined)
        throw appError('plan.communityUnknown', { value: override.key }, { community: override.key })
      save.run({ ...override, expires: override.expires ?? null, year })
    },
    /** @throws AppError plan.overrideUnknown where no class is set by hand */
    clear: (year: number, key: string): void => {
      if (clear.run(year, key).changes === 0) throw appError('plan.overrideUnknown', { value: key }, { community: key })
    },
  }
}
