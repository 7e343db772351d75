import type { HistoryStep } from '../../model/history.ts'
import { saidOf } from '../../words/summaries.ts'
import type { ChangeRow } from '../history/hash.ts'
import { CHANGES_COMMUNITY, changesField } from '../history/fields.ts'
import { IS_UNDONE, redoTarget, undoTarget, type Target } from '../history/undo.ts'
import type { Connection } from '../sqlite.ts'
import type { TrackedTable } from './tracked.ts'

type StepOfChange = Pick<Row, 'id' | 'at' | 'operator' | 'operation' | 'summary' | 'message' | 'undone'>
type Row = Omit<HistoryStep, 'undone' | 'said'> & { undone: number; message: string | null }

/** One changed row of a step. `key` are the values of the row's primary key; before or after is null where the row was not there. */
export interface Change {
  table: TrackedTable
  key: (string | number)[]
  before: Record<string, string | number | null> | null
  after: Record<string, string | number | null> | null
}

/** Which steps; `communities` are all keys under which one community was known, `years` all years of the plan. Times are ISO, in UTC. */
export interface StepFilter {
  limit: number
  before?: number | undefined
  communities?: { keys: readonly string[]; years: readonly number[] } | undefined
  field?: string | undefined
  from?: string | undefined
  to?: string | undefined
  operator?: string | undefined
  operation?: string | undefined
}

/** The conditions of a filter as SQL over a step `s`, with the values of their gaps. */
const conditionsOf = ({
  communities,
  field,
  from,
  to,
  operator,
  operation,
}: StepFilter): { sql: string; values: Record<string, string> } => {
  const ofChange = [...(communities === undefined ? [] : [CHANGES_COMMUNITY]), ...(field === undefined ? [] : [changesField(field)])]
  const values: Record<string, string> = {}
  // One community's changes are looked up all at once; those of a field step by step, from the newest on, until there are enough.
  const [inSteps, isOne] = communities === undefined ? ['EXISTS (SELECT 1', 'c.step_id = s.id AND '] : ['s.id IN (SELECT c.step_id', '']
  const conditions = ofChange.length === 0 ? [] : [`${inSteps} FROM change AS c WHERE ${isOne}${ofChange.join(' AND ')})`]
  if (communities !== undefined) Object.assign(values, { keys: JSON.stringify(communities.keys), years: JSON.stringify(communities.years) })
  const ask = (condition: string, name: string, value: string | undefined): void => {
    if (value === undefined) return
    conditions.push(condition)
    values[name] = value
  }
  ask('s.at >= @from', 'from', from)
  ask('s.at <= @to', 'to', to)
  ask('s.operator = @operator', 'operator', operator)
  ask('s.operation = @operation', 'operation', operation)
  return { sql: conditions.map((each) => ` AND ${each}`).join(''), values }
}

export const historyReads = (connection: Connection) => {
  const changes = connection.prepare<[number], ChangeRow>('SELECT * FROM change WHERE step_id = ? ORDER BY position')
  const revision = connection.prepare<[], number>('SELECT coalesce(max(id), 0) FROM step').pluck()
  const operators = connection.prepare<[], string>('SELECT DISTINCT operator FROM step ORDER BY 1').pluck()
  const operations = connection.prepare<[], string>('SELECT DISTINCT operation FROM step ORDER BY 1').pluck()
  const lastPlace = connection
    .prepare<[string], string | null>(
      `
    SELECT coalesce(after, before) ->> '$.name' FROM change WHERE table_name = 'community' AND row_key = json_array(?)
      ORDER BY position DESC LIMIT 1`,
    )
    .pluck()
  const standing = connection.prepare<[string], { id: number; at: string }>(`
    SELECT id, at FROM step AS s
    WHERE undoes IS NULL AND redoes IS NULL AND operation NOT IN (SELECT value FROM json_each(?)) AND NOT ${IS_UNDONE} ORDER BY id DESC`)
  const lastOf = connection.prepare<[string, string], { operator: string; at: string }>(`
    SELECT operator, at FROM change AS c JOIN step AS s ON s.id = c.step_id
    WHERE c.table_name = ? AND c.row_key = ? AND undoes IS NULL AND redoes IS NULL AND NOT ${IS_UNDONE} ORDER BY c.position DESC LIMIT 1`)
  const forms = connection
    .prepare<[string, string], string>(
      `
    SELECT after FROM change AS c JOIN step AS s ON s.id = c.step_id
    WHERE c.table_name = ? AND c.row_key = ? AND after IS NOT NULL AND undoes IS NULL AND redoes IS NULL AND NOT ${IS_UNDONE}
      ORDER BY c.position`,
    )
    .pluck()
  const ofYear = connection.prepare<{ step: number; from: string; to: string }, { position: number; row_key: string }>(`
    SELECT position, row_key FROM change WHERE step_id = @step AND +table_name = 'community_year' AND +row_key >= @from AND +row_key < @to`)
  const ofRow = connection.prepare<[string, string], ChangeRow & StepOfChange>(`
    SELECT c.*, s.id, s.at, s.operator, s.operation, s.summary, s.message, ${IS_UNDONE} AS undone
    FROM change AS c JOIN step AS s ON s.id = c.step_id WHERE c.table_name = ? AND c.row_key = ? ORDER BY c.position DESC`)
  const tables = connection.prepare<[number], string>('SELECT DISTINCT table_name FROM change WHERE step_id = ?').pluck()
  const delivering = connection
    .prepare<[number, string], string>(
      `
    SELECT after ->> '$.file' FROM change
    WHERE step_id = ? AND table_name = 'delivery' AND instr(after ->> '$.communities', json_quote(?)) > 0 LIMIT 1`,
    )
    .pluck()
  const changesFacts = connection
    .prepare<[number], number>("SELECT before ->> '$.facts' IS NOT after ->> '$.facts' FROM change WHERE position = ?")
    .pluck()
  const parsed = (json: string | null): Change['before'] => (json === null ? null : (JSON.parse(json) as Change['before']))
  const toChange = (row: ChangeRow): Change => ({
    table: row.table_name as TrackedTable,
    key: JSON.parse(row.row_key) as Change['key'],
    before: parsed(row.before),
    after: parsed(row.after),
  })
  return {
    /** @returns steps that meet the filter, newest first; `before`: only those with a lower number */
    list: (filter: StepFilter): HistoryStep[] => {
      const { sql, values } = conditionsOf(filter)
      const { before = Number.MAX_SAFE_INTEGER, limit } = filter
      return connection
        .prepare<[Record<string, string | number>], Row>(
          `
        SELECT id, at, operator, operation, summary, message, changes, ${IS_UNDONE} AS undone FROM step AS s
        WHERE id < @before${sql} ORDER BY id DESC LIMIT @limit`,
        )
        .all({ ...values, before, limit })
        .map(({ message, ...row }) => ({ ...row, said: saidOf(row.summary, message), undone: row.undone === 1 }))
    },
    /** @returns the rows that a step changed, in the order in which it did; empty for a step that does not exist */
    changes: (step: number): Change[] => changes.all(step).map(toChange),
    /** The same one by one, for a step may have changed a hundred thousand rows. */
    eachChange: function* (step: number): Generator<Change> {
      for (const row of changes.iterate(step)) yield toChange(row)
    },
    /** @returns every change of one row with its step, the newest first */
    changesOfRow: (table: TrackedTable, key: readonly (string | number)[]) =>
      ofRow
        .all(table, JSON.stringify(key))
        .map(({ id, at, operator, operation, summary, message, undone, ...row }) => ({
          step: { id, at, operator, operation, said: saidOf(summary, message), undone: undone === 1 },
          change: toChange(row),
        })),
    /** @returns the tables of which a step changed rows */
    tablesOf: (step: number): string[] => tables.all(step),
    /** @returns the file that delivered a community in a step, or undefined */
    deliveringFile: (step: number, key: string): string | undefined => delivering.get(step, key),
    /** @returns everybody who ever worked on the plan and everything that was ever done, for filters */
    facets: (): { operators: string[]; operations: string[] } => ({ operators: operators.all(), operations: operations.all() }),
    /** @returns the name that a community had when the log last spoke of it, or undefined */
    lastName: (key: string): string | undefined => lastPlace.get(key) ?? undefined,
    /** @returns who last changed a row of a table in a step that stands, and when (ISO time), or undefined */
    lastChange: (table: string, key: readonly (string | number)[]): { operator: string; at: string } | undefined =>
      lastOf.get(table, JSON.stringify(key)),
    /** @returns what a row of a table was made by each step that stands, oldest first */
    formsOf: (table: string, key: readonly (string | number)[]): NonNullable<Change['after']>[] =>
      forms.all(table, JSON.stringify(key)).map((json) => parsed(json)!),
    /**
     * @param keys communities that are asked about
     * @param without operations that do not count as a delivery
     * @returns for each of them of which facts were delivered or edited in the year, the ISO time of the last such step that stands
     */
    deliveries: (year: number, keys: readonly string[], without: readonly string[]): Map<string, string> => {
      const open = new Set(keys)
      const found = new Map<string, string>()
      for (const { id, at } of standing.all(JSON.stringify(without))) {
        if (open.size === 0) break
        for (const { position, row_key } of ofYear.all({ step: id, from: `[${year},`, to: `[${year}-` })) {
          const [, key] = JSON.parse(row_key) as [number, string]
          if (!open.has(key) || changesFacts.get(position) !== 1) continue
          found.set(key, at)
          open.delete(key)
        }
      }
      return found
    },
    /** @returns the number of the last step; it goes up with every committed change */
    revision: (): number => revision.get() ?? 0,
    /** @returns what undo would take back, or null */
    nextUndo: (): Target | null => undoTarget(connection),
    /** @returns what redo would do again, or null */
    nextRedo: (): Target | null => redoTarget(connection),
  }
}
