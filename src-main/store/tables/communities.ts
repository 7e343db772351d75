import type { IndicatorValue } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { appError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Connection } from '../sqlite.ts'

interface Row {
  key: string
  code: string
  name: string
  district: string
  subdistrict: string
  facts: string
  previousFen: number | null
  previousClass: string | null
}

const SELECT = `
  SELECT key, code, coalesce(own.name, place.name) AS name, coalesce(own.district, place.district) AS district,
    coalesce(own.subdistrict, place.subdistrict) AS subdistrict, facts, previous_fen AS previousFen, previous_class AS previousClass
  FROM community_year AS own JOIN community AS place ON key = community_key WHERE year = ?`

interface Place {
  name: string
  district: string
  subdistrict: string
}
type Nullable<T> = { [K in keyof T]: T[K] | null }

const toFacts = ({ facts, ...row }: Row): CommunityFacts => ({ ...row, values: JSON.parse(facts) as Record<string, IndicatorValue> })

export const communityReads = (connection: Connection) => {
  const list = connection.prepare<[number], Row>(`${SELECT} ORDER BY community_key`)
  const find = connection.prepare<[number, string], Row>(`${SELECT} AND community_key = ?`)
  return {
    /** @returns everything known about the communities of the year, by key; unknown indicators are left out of `values` */
    facts: (year: number): CommunityFacts[] => list.all(year).map(toFacts),
    /** @returns one community of the year, or undefined */
    find: (year: number, key: string): CommunityFacts | undefined => {
      const row = find.get(year, key)
      return row === undefined ? undefined : toFacts(row)
    },
  }
}

export const communityWrites = (connection: Connection) => {
  const savePlace = connection.prepare(`
    INSERT INTO community (key, code, name, district, subdistrict) VALUES (@key, @code, @name, @district, @subdistrict)
    ON CONFLICT (key) DO UPDATE SET code = excluded.code, name = excluded.name, district = excluded.district,
      subdistrict = excluded.subdistrict`)
  const place = connection.prepare<[string], Place>('SELECT name, district, subdistrict FROM community WHERE key = ?')
  const otherYear = connection
    .prepare<[string, number], number>('SELECT 1 FROM community_year WHERE community_key = ? AND year <> ? LIMIT 1')
    .pluck()
  const saveYear = connection.prepare(`
    INSERT INTO community_year (year, community_key, facts, previous_fen, previous_class, name, district, subdistrict)
    VALUES (@year, @key, @facts, @previousFen, @previousClass, @name, @district, @subdistrict)
    ON CONFLICT (year, community_key) DO UPDATE
    SET facts = excluded.facts, previous_fen = excluded.previous_fen, previous_class = excluded.previous_class,
      name = excluded.name, district = excluded.district, subdistrict = excluded.subdistrict`)
  const clearOverride = connection.prepare('DELETE FROM override WHERE year = ? AND community_key = ?')
  const clearLedger = connection.prepare('DELETE FROM ledger WHERE year = ? AND community_key = ?')
  const clearRefused = connection.prepare('DELETE FROM refused_entry WHERE year = ? AND community_key = ?')
  const counted = ['target_count', 'register_count', 'spot_check', 'appeal_count', 'renovation_lot', 'renovation_money']
  const clearDecided = ['catalogue_exception', 'measure_count', 'service_offer', 'team_post', ...counted].map((table) =>
    connection.prepare(`DELETE FROM ${table} WHERE year = ? AND community_key = ?`),
  )
  const removeYear = connection.prepare('DELETE FROM community_year WHERE year = ? AND community_key = ?')
  const removePlace = connection.prepare(
    'DELETE FROM community WHERE key = @key AND NOT EXISTS (SELECT 1 FROM community_year WHERE community_key = @key)',
  )
  /** @returns what the year has to say for itself, because the place is another one in the other years; null: nothing */
  const ownPlace = (year: number, { key, code, ...wanted }: Place & { key: string; code: string }): Nullable<Place> => {
    const common = place.get(key)
    const isShared = common !== undefined && otherYear.get(key, year) !== undefined
    savePlace.run(isShared ? { key, code, ...common } : { key, code, ...wanted })
    const differing = (field: keyof Place): string | null => (isShared && wanted[field] !== common[field] ? wanted[field] : null)
    return { name: differing('name'), district: differing('district'), subdistrict: differing('subdistrict') }
  }
  return {
    ...communityReads(connection),
    /**
     * Adds the communities to the year, or makes them equal to these. A code is the same in every year; name and place belong to
     * the year.
     */
    save: (year: number, communities: readonly CommunityFacts[]): void => {
      for (const { values, key, code, name, district, subdistrict, previousFen, previousClass } of communities) {
        const own = ownPlace(year, { key, code, name, district, subdistrict })
        saveYear.run({ year, key, facts: factsJson(values), previousFen, previousClass, ...own })
      }
    },
    /**
     * Takes communities out of the year, with their classes set by hand, their ledger, what was refused of them, what was decided and
     * counted of catalogue items, their service team, appeals and renovation plan. Where another year has them, they stay there.
     * @throws AppError plan.communityUnknown
     */
    remove: (year: number, keys: readonly string[]): void => {
      for (const key of keys) {
        clearOverride.run(year, key)
        clearLedger.run(year, key)
        clearRefused.run(year, key)
        for (const each of clearDecided) each.run(year, key)
        if (removeYear.run(year, key).changes === 0) throw appError('plan.communityUnknown', { value: key }, { community: key })
        removePlace.run({ key })
      }
    },
  }
}

/** What is unknown is not written down at all, so that it can never be mistaken for a zero. Equal facts are equal text, and no change. */
const factsJson = (values: CommunityFacts['values']): string =>
  canonicalJson(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && !Number.isNaN(value))))
