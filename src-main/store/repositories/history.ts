import type { OutputOf } from '../../contract/operations.ts'
import type { ChangeRow } from '../history/hash.ts'
import { IS_UNDONE, redoTarget, undoTarget, type Target } from '../history/undo.ts'
import type { Connection } from '../sqlite.ts'

export type HistoryStep = OutputOf<'history.list'>[number]
type Row = Omit<HistoryStep, 'undone'> & { undone: number }

/** One changed row of a step. `key` are the values of the row's primary key; before or after is null where the row was not there. */
export interface Change {
  table: string
  key: (string | number)[]
  before: Record<string, string | number | null> | null
  after: Record<string, string | number | null> | null
}

export const historyReads = (connection: Connection) => {
  const list = connection.prepare<[number, number], Row>(`
    SELECT id, at, operator, operation, summary, changes, ${IS_UNDONE} AS undone FROM step AS s WHERE id < ? ORDER BY id DESC LIMIT ?`)
  const changes = connection.prepare<[number], ChangeRow>('SELECT * FROM change WHERE step_id = ? ORDER BY position')
  const revision = connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM step').pluck()
  const parsed = (json: string | null): Change['before'] => (json === null ? null : JSON.parse(json) as Change['before'])
  return {
    /** @returns steps newest first; `before`: only those with a lower number */
    list: ({ limit, before = Number.MAX_SAFE_INTEGER }: { limit: number; before?: number | undefined }): HistoryStep[] =>
      list.all(before, limit).map((row) => ({ ...row, undone: row.undone === 1 })),
    /** @returns the rows that a step changed, in the order in which it did; empty for a step that does not exist */
    changes: (step: number): Change[] => changes.all(step).map((row) => ({
      table: row.table_name, key: JSON.parse(row.row_key) as Change['key'], before: parsed(row.before), after: parsed(row.after),
    })),
    /** @returns the number of the last step; it goes up with every committed change */
    revision: (): number => revision.get() ?? 0,
    /** @returns what undo would take back, or null */
    nextUndo: (): Target | null => undoTarget(connection),
    /** @returns what redo would do again, or null */
    nextRedo: (): Target | null => redoTarget(connection),
  }
}
