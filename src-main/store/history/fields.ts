/**
 * Fields of communities as the change log names them, by the table and column that holds them. Indicators are fields too, by
 * their keys.
 */
export const COLUMN_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  community: { code: 'code', name: 'name', district: 'district', subdistrict: 'subdistrict' },
  community_year: {
    name: 'name',
    district: 'district',
    subdistrict: 'subdistrict',
    previous_fen: 'previousAmount',
    previous_class: 'previousClass',
  },
  override: { class: 'override', reason: 'overrideReason', document: 'overrideDocument', expires: 'overrideExpires' },
  ledger: { allocated_fen: 'ledgerAllocated', spent_fen: 'ledgerSpent', carried_fen: 'ledgerCarried' },
  unit_change: { kind: 'unitChange' },
}

const differs = (before: string, after: string): string => `(${before}) IS NOT (${after})`

/**
 * SQL over a change `c`: it changed that field of a community, or it is about the definition of that indicator.
 * The + keeps SQLite from looking up changes by their table alone, which would be nearly all of them.
 * @param field a plain identifier, which the contract has checked
 */
export const changesField = (field: string): string => {
  const columns = Object.entries(COLUMN_FIELDS).flatMap(([table, fields]) =>
    Object.entries(fields)
      .filter(([, name]) => name === field)
      .map(([column]) => `(+c.table_name = '${table}' AND ${differs(`c.before ->> '$.${column}'`, `c.after ->> '$.${column}'`)})`),
  )
  if (columns.length > 0) return `(${columns.join(' OR ')})`
  return `((+c.table_name = 'community_year' AND ${differs(`c.before ->> '$.facts' ->> '$.${field}'`, `c.after ->> '$.facts' ->> '$.${field}'`)})
    OR (+c.table_name = 'indicator' AND c.row_key = json_array('${field}')))`
}

/** SQL over a change `c`: it is about one of the communities @keys, in any of the years @years (both JSON lists). */
export const CHANGES_COMMUNITY = `(
  (c.table_name = 'community' AND c.row_key IN (SELECT json_array(k.value) FROM json_each(@keys) AS k))
  OR (c.table_name IN ('community_year', 'override', 'ledger') AND c.row_key IN (SELECT json_array(y.value, k.value) FROM json_each(@keys) AS k, json_each(@years) AS y))
  OR (c.table_name = 'unit_change' AND EXISTS (SELECT 1 FROM json_each(@keys) AS k WHERE instr(coalesce(c.after, c.before) ->> '$.sides', '"key":' || json_quote(k.value)) > 0))
  OR (c.table_name = 'delivery' AND EXISTS (SELECT 1 FROM json_each(@keys) AS k WHERE instr(coalesce(c.after, c.before) ->> '$.communities', json_quote(k.value)) > 0)))`
