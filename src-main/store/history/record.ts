import type { Connection } from '../sqlite.ts'
import { hashing, NO_HASH, type StepRow } from './hash.ts'
import { atOnce, inTurns } from '../../shared/turns.ts'

/** What a step says of itself. `at` is ISO time, `message` the summary in a form for every language, as JSON. */
export interface StepText {
  at: string
  operator: string
  operation: string
  summary: string
  message?: string | null
  undoes?: number
  redoes?: number
}

/**
 * Closes a step: the triggers have already written the changes, under the number that this step will have.
 * @param connection inside the transaction that made the changes
 * @returns the step's number, or null where nothing was changed: then no step is written
 */
export const recordStep = (connection: Connection, text: StepText): number | null => {
  const step = openStep(connection, text)
  return step === null ? null : writeStep(connection, { ...step, hash: atOnce(hashing(connection, step)) })
}

/**
 * The same for a step of very many changes, with turns for others while it is hashed. Nobody else uses the connection meanwhile.
 * @param told how many of the changes are hashed
 */
export const recordStepInTurns = async (
  connection: Connection,
  text: StepText,
  told: (done: number) => void,
  signal?: AbortSignal,
): Promise<number | null> => {
  const step = openStep(connection, text)
  return step === null ? null : writeStep(connection, { ...step, hash: await inTurns(hashing(connection, step), told, signal) })
}

const openStep = (connection: Connection, text: StepText): Omit<StepRow, 'hash'> | null => {
  const last = connection.prepare<[], { id: number; hash: string }>('SELECT id, hash FROM step ORDER BY id DESC LIMIT 1').get()
  const id = (last?.id ?? 0) + 1
  const changes = connection.prepare<[number], number>('SELECT count(*) FROM change WHERE step_id = ?').pluck().get(id) ?? 0
  if (changes === 0) return null
  return {
    id,
    at: text.at,
    // The hash is made of what the disk keeps: half a sign would be replaced there.
    operator: text.operator.toWellFormed(),
    operation: text.operation,
    summary: text.summary.toWellFormed(),
    message: text.message?.toWellFormed() ?? null,
    undoes: text.undoes ?? null,
    redoes: text.redoes ?? null,
    changes,
    previous_hash: last?.hash ?? NO_HASH,
  }
}

const writeStep = (connection: Connection, { message, ...step }: StepRow): number => {
  // A step without a message is written as in the formats that knew none.
  const row: Record<string, string | number | null> = { ...step, ...(message ? { message } : {}) }
  const columns = Object.keys(row)
  connection.prepare(`INSERT INTO step (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`).run(row)
  return step.id
}
