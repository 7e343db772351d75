import { fieldsOf, tablesAbout, TRACKED_TABLES } from '../tables/tracked.ts'

const differs = (before: string, after: string): string => `(${before}) IS NOT (${after})`

/**
 * SQL over a change `c`: it changed that field of a community, or it is about the definition of that indicator.
 * The + keeps SQLite from looking up changes by their table alone, which would be nearly all of them.
 * @param field a plain identifier, which the contract has checked
 */
export const changesField = (field: string): string => {
  const columns = TRACKED_TABLES.flatMap((table) =>
    fieldsOf(table)
      .filter(([, name]) => name === field)
      .map(([column]) => `(+c.table_name = '${table}' AND ${differs(`c.before ->> '$.${column}'`, `c.after ->> '$.${column}'`)})`),
  )
  if (columns.length > 0) return `(${columns.join(' OR ')})`
  const inFacts = differs(`c.before ->> '$.facts' ->> '$.${field}'`, `c.after ->> '$.facts' ->> '$.${field}'`)
  return `((+c.table_name = 'community_year' AND ${inFacts})
    OR (+c.table_name = 'indicator' AND c.row_key = json_array('${field}')))`
}

const named = (tables: readonly string[]): string => `c.table_name IN (${tables.map((table) => `'${table}'`).join(', ')})`
const ANY_KEY = 'SELECT 1 FROM json_each(@keys) AS k WHERE'
const content = (column: string): string => `coalesce(c.after, c.before) ->> '$.${column}'`

/** SQL over a change `c`: it is about one of the communities @keys, in any of the years @years (both JSON lists). */
export const CHANGES_COMMUNITY = `(
  (${named(tablesAbout('community'))} AND c.row_key IN (SELECT json_array(k.value) FROM json_each(@keys) AS k))
  OR (${named(tablesAbout('communityOfYear'))}
    AND c.row_key IN (SELECT json_array(y.value, k.value) FROM json_each(@keys) AS k, json_each(@years) AS y))
  OR (${named(tablesAbout('itemOfCommunity'))} AND c.row_key ->> '$[1]' IN (SELECT value FROM json_each(@keys))
    AND c.row_key ->> '$[0]' IN (SELECT value FROM json_each(@years)))
  OR (${named(tablesAbout('sides'))} AND EXISTS (${ANY_KEY} instr(${content('sides')}, '"key":' || json_quote(k.value)) > 0))
  OR (${named(tablesAbout('communities'))} AND EXISTS (${ANY_KEY} instr(${content('communities')}, json_quote(k.value)) > 0)))`
