import type { Connection } from '../sqlite.ts'

/** A step that can be taken back or done again by taking back the changes of the step `from`, so many. */
export interface Target {
  id: number
  operation: string
  summary: string
  message: string | null
  from: number
  changes: number
}

/** The first step made the plan itself and can't be taken back. */
const FIRST_STEP = 1

/** SQL: a step that changed the plan. Until 0.2.0 it was a step too to look at another year; to take that back would change nothing. */
const IS_CHANGE = "operation <> 'plan.useYear'"

/** SQL: the step `s` is taken back at present: it was undone, and not redone since. */
export const IS_UNDONE = `
  coalesce((SELECT max(id) FROM step WHERE undoes = s.id), 0) > coalesce((SELECT max(id) FROM step WHERE redoes = s.id), 0)`

/** Operations that undo does not cross: an adoption is taken back with a reason, not as if it had never been. */
const BARRIERS = `('plan.adopt', 'plan.takeBack')`

/** SQL: the last adoption that stands, or taking back of one; 0 where there is none. */
const LAST_BARRIER = `
  coalesce((SELECT max(s.id) FROM step AS s WHERE operation IN ${BARRIERS} AND undoes IS NULL AND redoes IS NULL AND NOT ${IS_UNDONE}), 0)`

/** @returns whether it is an adoption, or its taking back, that keeps undo from going further back */
export const isUndoBarred = (connection: Connection): boolean => connection.prepare<[], number>(`SELECT ${LAST_BARRIER}`).pluck().get()! > 0

/** @returns the step that undo would take back: the last one that stands, after the last adoption; or null */
export const undoTarget = (connection: Connection): Target | null =>
  connection
    .prepare<[], Target>(
      `
  SELECT id, operation, summary, message, id AS "from", changes FROM step AS s
  WHERE undoes IS NULL AND redoes IS NULL AND id > ${FIRST_STEP} AND id > ${LAST_BARRIER} AND ${IS_CHANGE} AND NOT ${IS_UNDONE}
  ORDER BY id DESC LIMIT 1`,
    )
    .get() ?? null

/**
 * @returns the step that redo would do again, by taking back the step that undid it (there is only one way of applying changes), or null.
 * Only what was undone after the last new step: a new step puts an end to what could be done again.
 */
export const redoTarget = (connection: Connection): Target | null =>
  connection
    .prepare<[], Target>(
      `
    SELECT s.id, s.operation, s.summary, s.message, u.id AS "from", u.changes FROM step AS u JOIN step AS s ON s.id = u.undoes
    WHERE u.id > (SELECT max(id) FROM step WHERE undoes IS NULL AND redoes IS NULL AND ${IS_CHANGE})
      AND u.id > coalesce((SELECT max(id) FROM step WHERE redoes = s.id), 0)
    ORDER BY u.id DESC LIMIT 1`,
    )
    .get() ?? null
