import { appError } from '../../shared/app-error.ts'
import type { TrackedTable } from '../tables/tracked.ts'
import type { Connection } from '../sqlite.ts'

/** The tables from whose rows of a year its result follows. What was spent and done, and how papers look, may change when the year is adopted. */
const FROZEN: readonly TrackedTable[] = [
  'year',
  'community_year',
  'override',
  'unit_change',
  'merged_package',
  'district_policy',
  'catalogue_item',
  'catalogue_exception',
]

/**
 * An adopted year stays as it was adopted, whatever operation would change it.
 * @param connection inside the transaction that made the changes, before its step is written
 * @throws AppError plan.frozen with year and title
 */
export function refuseFrozen(connection: Connection): void {
  const adopted = connection
    .prepare<[], { year: number; title: string }>(
      'SELECT year, title FROM adopted WHERE id NOT IN (SELECT adopted_id FROM taken_back) ORDER BY id',
    )
    .all()
  if (adopted.length === 0) return
  const changed = connection
    .prepare<[string, string], number>(
      `SELECT coalesce(before, after) ->> '$.year' AS year FROM change
       WHERE step_id = (SELECT coalesce(max(id), 0) + 1 FROM step) AND table_name IN (SELECT value FROM json_each(?))
         AND coalesce(before, after) ->> '$.year' IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .pluck()
    .get(JSON.stringify(FROZEN), JSON.stringify(adopted.map((each) => each.year)))
  if (changed === undefined) return
  throw appError('plan.frozen', { year: changed, title: adopted.findLast((each) => each.year === changed)!.title })
}
