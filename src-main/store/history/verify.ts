import { createHash } from 'node:crypto'
import type { Connection } from '../sqlite.ts'
import { type ChangeRow, hashing, NO_HASH, type StepRow } from './hash.ts'
import type { Portions } from '../../shared/turns.ts'
import { columnsOf } from './triggers.ts'

/**
 * What a check of the history finds. 'altered': the step or one of its changes is not what was written. 'missing': a step is gone.
 * 'content': all steps are as written, but this row of the plan is not what they lead to (or the last steps were cut off). halved: steps
 * that are as written, but for a sign that an earlier version of the program had cut in two before the disk replaced it.
 */
export type HistoryFinding =
  | { whole: true; steps: number; halved?: number[] }
  | { whole: false; kind: 'altered' | 'missing'; step: number }
  | { whole: false; kind: 'content'; table: string; row: string }

/**
 * Checks the chain of hashes from the first step on, and that the plan is exactly what the steps lead to.
 * @param connection nobody changes the plan meanwhile, as far as it can see: in a transaction of its own where others have turns
 * @param tracked the tables of the plan
 * @returns the first thing that is wrong, or that all is whole
 */
export function* verifying(connection: Connection, tracked: readonly string[]): Portions<HistoryFinding> {
  const halved: number[] = []
  return (
    (yield* verifyingChain(connection, halved)) ??
    (yield* verifyingContent(connection, tracked)) ?? {
      whole: true,
      steps: connection.prepare<[], number>('SELECT count(*) FROM step').pluck().get() ?? 0,
      ...(halved.length > 0 && { halved }),
    }
  )
}

/** @returns how many pieces `verifying` looks at where all is whole: each change twice, each row once */
export const piecesOf = (connection: Connection, tracked: readonly string[]): number => {
  const count = (table: string): number => connection.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
  return 2 * count('change') + tracked.reduce((sum, table) => sum + count(table), 0)
}

function* verifyingChain(connection: Connection, halved: number[]): Portions<HistoryFinding | null> {
  let previous = NO_HASH
  let expected = 1
  for (const step of connection.prepare<[], StepRow>('SELECT * FROM step ORDER BY id').iterate()) {
    if (step.id !== expected) return { whole: false, kind: 'missing', step: expected }
    if (step.previous_hash !== previous) return { whole: false, kind: 'altered', step: step.id }
    if (step.hash !== (yield* hashing(connection, step))) {
      if (!(yield* wasHalved(connection, step))) return { whole: false, kind: 'altered', step: step.id }
      halved.push(step.id)
    }
    previous = step.hash
    expected += 1
  }
  // Changes without a step: the steps they belonged to were cut off.
  const stray = connection.prepare<[number], number>('SELECT min(step_id) FROM change WHERE step_id >= ?').pluck().get(expected)
  return stray ? { whole: false, kind: 'missing', step: stray } : null
}

/** What SQLite puts in the place of half a sign, and the halves that a cut left in front: https://www.unicode.org/faq/utf_bom.html#utf16-7 */
const REPLACEMENT = '\u{fffd}'
const [FIRST_HALF, LAST_HALF] = [0xd800, 0xdbff]
/** Steps whose summary was ever cut change a row or two; what is larger was altered. */
const MOST_CHANGES = 1000

/**
 * Versions up to 0.2.0 cut summaries without regard to signs that consist of two units (𠮷): the hash was made of the half, and the disk
 * kept a replacement sign. So such a step looks altered for ever, although nobody touched it.
 * @returns whether the step has the hash of its summary with half a sign in the place of a replacement sign
 */
function* wasHalved(connection: Connection, step: StepRow): Portions<boolean> {
  if (step.changes > MOST_CHANGES) return false
  const { summary } = step
  for (let at = summary.indexOf(REPLACEMENT); at >= 0; at = summary.indexOf(REPLACEMENT, at + 1))
    for (let half = FIRST_HALF; half <= LAST_HALF; half++) {
      const written = summary.slice(0, at) + String.fromCharCode(half) + summary.slice(at + 1)
      if (step.hash === (yield* hashing(connection, { ...step, summary: written }))) return true
    }
  return false
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
