import type { Connection } from '../sqlite.ts'
import { hashOfStep, hashOfStepInTurns, NO_HASH, type StepRow } from './hash.ts'

/** What a step says of itself. `at` is ISO time. */
export interface StepText { at: string; operator: string; operation: string; summary: string; undoes?: number; redoes?: number }

/**
 * Closes a step: the triggers have already written the changes, under the number that this step will have.
 * @param connection inside the transaction that made the changes
 * @returns the step's number, or null where nothing was changed: then no step is written
 */
export const recordStep = (connection: Connection, text: StepText): number | null => {
  const step = openStep(connection, text)
  return step === null ? null : writeStep(connection, { ...step, hash: hashOfStep(connection, step) })
}

/** The same for a step of very many changes, with turns for others while it is hashed. Nobody else uses the connection meanwhile. */
export const recordStepInTurns = async (connection: Connection, text: StepText): Promise<number | null> => {
  const step = openStep(connection, text)
  return step === null ? null : writeStep(connection, { ...step, hash: await hashOfStepInTurns(connection, step) })
}

const openStep = (connection: Connection, text: StepText): Omit<StepRow, 'hash'> | null => {
  const last = connection.prepare<[], { id: number; hash: string }>('SELECT id, hash FROM step ORDER BY id DESC LIMIT 1').get()
  const id = (last?.id ?? 0) + 1
  const changes = connection.prepare<[number], number>('SELECT count(*) FROM change WHERE step_id = ?').pluck().get(id) ?? 0
  if (changes === 0) return null
  return {
    id, at: text.at, operator: text.operator, operation: text.operation, summary: text.summary,
    undoes: text.undoes ?? null, redoes: text.redoes ?? null, changes, previous_hash: last?.hash ?? NO_HASH,
  }
}

const writeStep = (connection: Connection, step: StepRow): number => {
  connection.prepare<StepRow>(`
    INSERT INTO step (id, at, operator, operation, summary, undoes, redoes, changes, previous_hash, hash)
    VALUES (@id, @at, @operator, @operation, @summary, @undoes, @redoes, @changes, @previous_hash, @hash)
  `).run(step)
  return step.id
}
