import { createHash } from 'node:crypto'
import type { Connection } from '../sqlite.ts'
import type { Portions } from '../../shared/turns.ts'

/**
 * A step as it is written down; undoes and redoes name the step that it takes back or does again. `message`: see
 * contract/summary.ts; older formats have none.
 */
export interface StepRow {
  id: number
  at: string
  operator: string
  operation: string
  summary: string
  undoes: number | null
  redoes: number | null
  changes: number
  previous_hash: string
  hash: string
  message?: string | null
}

/** One changed row: JSON of all its columns before (null: it was not there) and after (null: it is gone). */
export interface ChangeRow {
  position: number
  step_id: number
  table_name: string
  row_key: string
  before: string | null
  after: string | null
}

/** The hash before the first step. */
export const NO_HASH = ''

/** Changes that are read at once. */
const PORTION = 1000

/**
 * SHA-256 in hexadecimal over the hash of the step before, the step, and its changes in order: each as one line of JSON, so that no
 * two different histories give the same text. Whoever alters an entry has to alter every later one as well. A step without a message
 * (format 30 and older) has the hash that it had then.
 * @param step its own hash is not looked at
 */
export function* hashing(connection: Connection, step: Omit<StepRow, 'hash'>): Portions<string> {
  const hash = createHash('sha256')
  const line = (parts: readonly unknown[]): void => {
    hash.update(`${JSON.stringify(parts)}\n`)
  }
  const message = step.message ?? null
  line([
    step.previous_hash,
    step.id,
    step.at,
    step.operator,
    step.operation,
    step.summary,
    step.undoes,
    step.redoes,
    step.changes,
    ...(message === null ? [] : [message]),
  ])
  const changes = connection.prepare<[number, number], ChangeRow>(
    `SELECT * FROM change WHERE step_id = ? AND position > ? ORDER BY position LIMIT ${PORTION}`,
  )
  let last = Number.MIN_SAFE_INTEGER
  for (let portion = changes.all(step.id, last); portion.length > 0; portion = changes.all(step.id, last)) {
    for (const change of portion) line([change.position, change.table_name, change.row_key, change.before, change.after])
    last = portion.at(-1)!.position
    yield portion.length
  }
  return hash.digest('hex')
}
