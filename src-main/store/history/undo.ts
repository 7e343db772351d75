import type { Connection } from '../sqlite.ts'
import { takeBack } from './take-back.ts'

export interface Target { id: number; operation: string; summary: string }

/** The first step made the plan itself and can't be taken back. */
const FIRST_STEP = 1

/** SQL: the step `s` is taken back at present: it was undone, and not redone since. */
export const IS_UNDONE = `
  coalesce((SELECT max(id) FROM step WHERE undoes = s.id), 0) > coalesce((SELECT max(id) FROM step WHERE redoes = s.id), 0)`

/** @returns the step that undo would take back: the last one that stands, or null */
export const undoTarget = (connection: Connection): Target | null => connection.prepare<[], Target>(`
  SELECT id, operation, summary FROM step AS s
  WHERE undoes IS NULL AND redoes IS NULL AND id > ${FIRST_STEP} AND NOT ${IS_UNDONE}
  ORDER BY id DESC LIMIT 1`).get() ?? null

/**
 * @returns the step that redo would do again, and the undo step by which it was taken back, or null. Only what was undone after
 * the last new step: a new step puts an end to what could be done again.
 */
export const redoTarget = (connection: Connection): (Target & { undoneBy: number }) | null =>
  connection.prepare<[], Target & { undoneBy: number }>(`
    SELECT s.id, s.operation, s.summary, u.id AS undoneBy FROM step AS u JOIN step AS s ON s.id = u.undoes
    WHERE u.id > (SELECT max(id) FROM step WHERE undoes IS NULL AND redoes IS NULL)
      AND u.id > coalesce((SELECT max(id) FROM step WHERE redoes = s.id), 0)
    ORDER BY u.id DESC LIMIT 1`).get() ?? null

/** Takes back the changes of a step. @param connection inside a transaction */
export const undoStep = (connection: Connection, target: Target): void => takeBack(connection, target.id)

/** Does a step again, by taking back the step that undid it: there is only one way of applying changes. */
export const redoStep = (connection: Connection, target: { undoneBy: number }): void => takeBack(connection, target.undoneBy)
