import { HISTORY, yearOf, type Areas } from '../../model/areas.ts'
import { isYearly } from '../tables/rests-on.ts'
import type { Connection } from '../sqlite.ts'

/** More changed rows than this are not named: whoever shows the plan has read it anew sooner. */
const NAMED_ROWS = 1000

interface ChangedRow {
  table: string
  key: string
}

/** A key of one value is named by it, any other by its values as JSON. */
const keyText = (values: readonly unknown[]): string => (values.length === 1 ? String(values[0]) : JSON.stringify(values))

/**
 * Looks into the change log for what was changed: the triggers have written every row there, whoever changed it.
 * @returns for the number of a step the areas that were changed after it; null where these are too many rows to name them
 */
export const changedAreas = (connection: Connection): ((since: number) => Areas | null) => {
  const changed = connection.prepare<[number], ChangedRow>(
    `SELECT table_name AS "table", row_key AS key FROM change WHERE step_id > ? LIMIT ${NAMED_ROWS + 1}`,
  )
  return (since) => {
    const rows = changed.all(since)
    if (rows.length > NAMED_ROWS) return null
    const areas = new Map<string, Set<string>>()
    for (const { table, key } of rows) {
      const values = JSON.parse(key) as unknown[]
      const ofYear = isYearly(table)
      const area = ofYear ? yearOf(table, values[0] as number) : table
      areas.set(area, (areas.get(area) ?? new Set()).add(keyText(ofYear ? values.slice(1) : values)))
    }
    if (areas.size > 0) areas.set(HISTORY, new Set())
    return Object.fromEntries([...areas].map(([area, keys]) => [area, [...keys]]))
  }
}
