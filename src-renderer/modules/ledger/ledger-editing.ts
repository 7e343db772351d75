import { computed, shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { CellEntry, CellMark } from '../../components/grid/grid-types.ts'
import { sayProblem } from '../../format/problem-words.ts'
import { useWords } from '../../locales/words.ts'
import { useSession } from '../../stores/session.ts'
import type { LedgerEdit } from '../../../src-main/model/ledger.ts'
import { problem } from '../../../src-main/model/problem.ts'
import { readAmountText, TYPED } from '../../../src-main/model/value.ts'
import type { Refused } from '../communities/index.ts'

const cellKey = (entry: CellEntry): string => `${entry.rowKey}\n${entry.columnKey}`

/** Reads a batch of texts in 元, as last year's amount is read; what is no amount is refused with its text. */
export function readAmounts(entries: readonly CellEntry[]): { edits: LedgerEdit[]; refused: Refused[] } {
  const edits: LedgerEdit[] = []
  const refused: Refused[] = []
  for (const entry of entries) {
    const reading = readAmountText(entry.text, TYPED)
    if ('value' in reading) edits.push({ key: entry.rowKey, field: entry.columnKey as LedgerEdit['field'], fen: reading.value })
    else
      refused.push({ entry, problem: problem(reading.code, { value: entry.text.trim(), ...reading.params }, { community: entry.rowKey }) })
  }
  return { edits, refused }
}

/** Takes batches of amounts to the plan file, one batch one step. What is no amount stays at its cell with the reason. */
export function useLedgerEditing(upToDate: () => Promise<void>): {
  refused: ShallowRef<ReadonlyMap<string, Refused>>
  pending: ShallowRef<ReadonlyMap<string, CellEntry>>
  texts: ComputedRef<ReadonlyMap<string, Readonly<Record<string, string>>>>
  marks: ComputedRef<ReadonlyMap<string, ReadonlyMap<string, CellMark>>>
  enter(entries: readonly CellEntry[]): Promise<void>
} {
  const session = useSession()
  const { t, words } = useWords()
  const refused = shallowRef<ReadonlyMap<string, Refused>>(new Map())
  /** Amounts on their way: shown at once, so that typing never waits. */
  const pending = shallowRef<ReadonlyMap<string, CellEntry>>(new Map())

  let queue = Promise.resolve()
  async function write(entries: readonly CellEntry[]): Promise<void> {
    const last = new Map(entries.map((entry) => [cellKey(entry), entry]))
    const { edits, refused: unreadable } = readAmounts([...last.values()])
    const kept = [...refused.value].filter(([key]) => !last.has(key))
    refused.value = new Map([...kept, ...unreadable.map((each) => [cellKey(each.entry), each] as const)])
    if (edits.length === 0) return
    pending.value = new Map([...last].filter(([key]) => !refused.value.has(key)))
    const done = await session.perform('ledger.update', { edits })
    await upToDate()
    pending.value = new Map()
    if (done !== null) session.say(t('ledger.saved', { count: edits.length }))
  }

  const standing = computed(() => [
    ...[...pending.value.values()].map((entry) => ({ entry, mark: { level: 'pending', reason: t('communities.saving') } as CellMark })),
    ...[...refused.value.values()].map(({ entry, problem: why }) => ({
      entry,
      mark: { level: 'error', reason: sayProblem(why, words.value).what } as CellMark,
    })),
  ])
  const byRow = <T>(valueOf: (each: { entry: CellEntry; mark: CellMark }) => T): Map<string, Map<string, T>> => {
    const rows = new Map<string, Map<string, T>>()
    for (const each of standing.value)
      rows.set(each.entry.rowKey, (rows.get(each.entry.rowKey) ?? new Map<string, T>()).set(each.entry.columnKey, valueOf(each)))
    return rows
  }

  return {
    refused,
    pending,
    texts: computed(() => new Map([...byRow(({ entry }) => entry.text)].map(([key, cells]) => [key, Object.fromEntries(cells)]))),
    marks: computed(() => byRow(({ mark }) => mark)),
    /** One batch after the other, in the order in which they were made. */
    enter: (entries) => (queue = queue.then(() => write(entries))),
  }
}
