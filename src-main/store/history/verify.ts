import { createHash } from 'node:crypto'
import type { Connection } from '../sqlite.ts'
import { type ChangeRow, hashing, NO_HASH, type StepRow } from './hash.ts'
import type { Portions } from '../../shared/turns.ts'
import { columnsOf } from './triggers.ts'

/**
 * What a check of the history finds. 'altered': the step or one of its changes is not what was written. 'missing': a step is gone.
 * 'content': all steps are as written, but this row of the plan is not what they lead to (or the last steps were cut off).
 */
export type HistoryFinding =
  | { whole: true; steps: number }
  | { whole: false; kind: 'altered' | 'missing'; step: number }
  | { whole: false; kind: 'content'; table: string; row: string }

/**
 * Checks the chain of hashes from the first step on, and that the plan is exactly what the steps lead to.
 * @param connection nobody changes the plan meanwhile, as far as it can see: in a transaction of its own where others have turns
 * @param tracked the tables of the plan
 * @returns the first thing that is wrong, or that all is whole
 */
export function* verifying(connection: Connection, tracked: readonly string[]): Portions<HistoryFinding> {
  return (
    (yield* verifyingChain(connection)) ??
    (yield* verifyingContent(connection, tracked)) ?? {
      whole: true,
      steps: connection.prepare<[], number>('SELECT count(*) FROM step').pluck().get() ?? 0,
    }
  )
}

/** @returns how many pieces `verifying` looks at where all is whole: each change twice, each row once */
export const piecesOf = (connection: Connection, tracked: readonly string[]): number => {
  const count = (table: string): number => connection.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  return 2 * count('change') + tracked.reduce((sum, table) => sum + count(table), 0)
}

function* verifyingChain(connection: Connection): Portions<HistoryFinding | null> {
  let previous = NO_HASH
  let expected = 1
  for (const step of connection.prepare<[], StepRow>('SELECT * FROM step ORDER BY id').iterate()) {
    if (step.id !== expected) return { whole: false, kind: 'missing', step: expected }
    if (step.previous_hash !== previous || step.hash !== (yield* hashing(connection, step)))
      return { whole: false, kind: 'altered', step: step.id }
    previous = step.hash
    expected += 1
  }
  // Changes without a step: the steps they belonged to were cut off.
  const stray = connection.prepare<[number], number>('SELECT min(step_id) FROM change WHERE step_id >= ?').pluck().get(expected)
  return stray ? { whole: false, kind: 'missing', step: stray } : null
}

function* verifyingContent(connection: Connection, tracked: readonly string[]): Portions<HistoryFinding | null> {
  const expected = yield* lastStates(connection)
  for (const table of tracked) {
    const { key } = columnsOf(connection, table)
    for (const row of connection.prepare<[], Row>(`SELECT * FROM "${table}"`).iterate()) {
      const name = nameOf(
        table,
        key.map((column) => row[column]),
      )
      const state = expected.get(name)
      if (state === undefined || !fits(state, row)) return differs(name)
      expected.delete(name)
      yield 1
    }
  }
  const [lost] = expected.keys()
  return lost === undefined ? null : differs(lost)
}

type Row = Record<string, unknown>

/** A row's name within the plan: its table and the values of its key. */
const nameOf = (table: string, key: unknown): string => JSON.stringify([table, key])
const differs = (name: string): HistoryFinding => {
  const [table, key] = JSON.parse(name) as [string, unknown]
  return { whole: false, kind: 'content', table, row: JSON.stringify(key) }
}

/** For each row that should exist: the columns that were recorded, and a digest of their values; short, for there may be many. */
interface State {
  columns: string[]
  digest: string
}
const digest = (values: unknown[]): string => createHash('sha256').update(JSON.stringify(values)).digest('base64')

function* lastStates(connection: Connection): Portions<Map<string, State>> {
  const states = new Map<string, State>()
  const keys = new Map<string, string[]>()
  for (const change of connection.prepare<[], ChangeRow>('SELECT * FROM change ORDER BY position').iterate()) {
    yield 1
    if (change.before !== null) states.delete(nameOf(change.table_name, JSON.parse(change.row_key)))
    if (change.after === null) continue
    const after = JSON.parse(change.after) as Row
    const key = keys.get(change.table_name) ?? columnsOf(connection, change.table_name).key
    keys.set(change.table_name, key)
    states.set(
      nameOf(
        change.table_name,
        key.map((column) => after[column]),
      ),
      { columns: Object.keys(after), digest: digest(Object.values(after)) },
    )
  }
  return states
}

/** Compares the columns that were recorded; those added by a later format are not looked at. */
const fits = (state: State, row: Row): boolean => state.digest === digest(state.columns.map((column) => row[column]))
