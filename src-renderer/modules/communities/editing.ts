import { computed, shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import { problemsOf } from '../../api/problem-error.ts'
import type { CellEntry, CellMark } from '../../components/grid/grid-types.ts'
import { sayProblem } from '../../format/problem-words.ts'
import { useWords } from '../../locales/words.ts'
import { useFacts } from '../../stores/facts.ts'
import { useRules } from '../../stores/rules.ts'
import { useSession } from '../../stores/session.ts'
import { readEntries, refusedBy, type Edit, type Refused } from './entries.ts'

const cellKey = (entry: CellEntry): string => `${entry.rowKey}\n${entry.columnKey}`

/**
 * Takes batches of entries to the plan file, one batch one step of the history. What can't be written stays at its cell with
 * the reason, until it is corrected or given up.
 */
export function useEditing() {
  const session = useSession()
  const rules = useRules()
  const facts = useFacts()
  const { t, words } = useWords()

  const refused = shallowRef<ReadonlyMap<string, Refused>>(new Map())
  /** Entries on their way: shown at once, so that typing never waits. */
  const pending = shallowRef<ReadonlyMap<string, CellEntry>>(new Map())

  /** Sends what the plan file takes. @returns the entries it refused, and how many it took */
  async function send(edits: Edit[], texts: ReadonlyMap<string, CellEntry>): Promise<{ answered: Refused[]; saved: number }> {
    const entryOf = (edit: Edit): CellEntry => texts.get(`${edit.key}\n${edit.field}`)!
    const answered: Refused[] = []
    let left = edits
    while (left.length > 0) {
      try {
        await call('indicators.update', { edits: left })
        break
      } catch (error) {
        const { refused: some, rest } = refusedBy(problemsOf(error), left, entryOf)
        answered.push(...some)
        left = rest
      }
    }
    return { answered, saved: left.length }
  }

  let queue = Promise.resolve()
  async function write(entries: readonly CellEntry[]): Promise<void> {
    if (rules.dictionary === null || rules.policy === null) return
    const texts = new Map(entries.map((entry) => [cellKey(entry), entry]))
    const { edits, refused: unreadable } = readEntries([...texts.values()], rules.dictionary, rules.policy)
    const kept = new Map(refused.value)
    for (const key of texts.keys()) kept.delete(key)
    for (const each of unreadable) kept.set(cellKey(each.entry), each)
    refused.value = kept
    const sent = new Map(edits.map((edit) => [`${edit.key}\n${edit.field}`, texts.get(`${edit.key}\n${edit.field}`)!]))
    pending.value = new Map([...pending.value, ...sent])
    session.busy++
    const { answered, saved } = await send(edits, texts)
    if (answered.length > 0) refused.value = new Map([...refused.value, ...answered.map((each) => [cellKey(each.entry), each] as const)])
    // The reply has told the session what was touched; here it is waited for until that is shown.
    await facts.follow()
    pending.value = new Map([...pending.value].filter(([key, entry]) => sent.get(key) !== entry))
    session.busy--
    if (saved > 0) session.say(t('communities.saved', { count: saved }))
  }

  /** One batch after the other, in the order in which they were made. */
  const enter = (entries: readonly CellEntry[]): Promise<void> => (queue = queue.then(() => write(entries)))

  const marks = computed(() => {
    const byRow = new Map<string, Map<string, CellMark>>()
    const put = (entry: CellEntry, mark: CellMark): void => {
      const row = byRow.get(entry.rowKey) ?? new Map<string, CellMark>()
      byRow.set(entry.rowKey, row.set(entry.columnKey, mark))
    }
    for (const entry of pending.value.values()) put(entry, { level: 'pending', reason: t('communities.saving') })
    for (const { entry, problem } of refused.value.values()) {
      put(entry, { level: 'error', reason: sayProblem(problem, words.value).what })
    }
    return byRow
  })

  /** Texts that stand in place of the stored values: on their way, or refused. */
  const texts = computed(() => {
    const byRow = new Map<string, Record<string, string>>()
    for (const entry of [...pending.value.values(), ...[...refused.value.values()].map((each) => each.entry)]) {
      byRow.set(entry.rowKey, { ...byRow.get(entry.rowKey), [entry.columnKey]: entry.text })
    }
    return byRow
  })

  return {
    refused,
    marks,
    texts,
    enter,
    discard: () => {
      refused.value = new Map()
    },
  }
}
