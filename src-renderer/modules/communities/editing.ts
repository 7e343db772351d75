import { computed, shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import { problemsOf } from '../../api/problem-error.ts'
import type { CellEntry, CellMark } from '../../components/grid/grid-types.ts'
import { sayProblem } from '../../format/problem-words.ts'
import { useWords } from '../../locales/words.ts'
import type { Problem } from '../../../src-main/model/problem.ts'
import type { RefusedEntry } from '../../../src-main/model/refused.ts'
import { useFacts } from '../../stores/facts.ts'
import { useRules } from '../../stores/rules.ts'
import { useSession } from '../../stores/session.ts'
import { useRefused } from './refused.ts'
import { readEntries, refusedBy, type Edit, type Refused } from './entries.ts'

type RefusedCell = RefusedEntry & { key: string; field: string }
/** The question about the adoption, or about the name, was answered with no: what was typed is nothing to be put right later. */
const isGivenUp = (problems: readonly Problem[]): boolean =>
  problems.some(({ code }) => code === 'plan.frozen' || code === 'task.cancelled')
const cellKey = (entry: CellEntry): string => `${entry.rowKey}\n${entry.columnKey}`

/**
 * Takes batches of entries to the plan file, one batch one step of the history. What can't be written is kept in the plan too, at its
 * cell and with the reason, until it is corrected or given up.
 */
export function useEditing() {
  const session = useSession()
  const rules = useRules()
  const facts = useFacts()
  const kept = useRefused()
  const { t, words } = useWords()

  /** Entries on their way: shown at once, so that typing never waits. */
  const pending = shallowRef<ReadonlyMap<string, CellEntry>>(new Map())
  /** Why entries could neither be written nor kept. */
  const problems = shallowRef<readonly Problem[]>([])
  /** What waits at a cell of the year; whole rows of files are listed where they can be dealt with. */
  const refused = computed(() => (kept.entries ?? []).filter((each): each is RefusedCell => each.key !== null && each.field !== null))

  /** Sends what the plan file takes, and beside it what it does not. @returns how many entries it took */
  async function send(edits: Edit[], unreadable: Refused[], texts: ReadonlyMap<string, CellEntry>): Promise<number> {
    const entryOf = (edit: Edit): CellEntry => texts.get(`${edit.key}\n${edit.field}`)!
    const refused = [...unreadable]
    let left = edits
    for (;;) {
      try {
        await call('indicators.update', {
          edits: left,
          refused: refused.map(({ entry, problem }) => ({ key: entry.rowKey, field: entry.columnKey, text: entry.text, problem })),
        })
        return left.length
      } catch (error) {
        // Where nothing is left to be sorted out, or she has thought better of it, it is not the entries that are at fault.
        if (left.length === 0 || isGivenUp(problemsOf(error))) throw error
        const { refused: some, rest } = refusedBy(problemsOf(error), left, entryOf)
        refused.push(...some)
        left = rest
      }
    }
  }

  let queue = Promise.resolve()
  async function write(entries: readonly CellEntry[]): Promise<void> {
    if (rules.dictionary === null || rules.policy === null) return
    const texts = new Map(entries.map((entry) => [cellKey(entry), entry]))
    const { edits, refused: unreadable } = readEntries([...texts.values()], rules.dictionary, rules.policy)
    pending.value = new Map([...pending.value, ...texts])
    session.busy++
    try {
      const saved = await send(edits, unreadable, texts)
      // The reply has told the session what was touched; here it is waited for until that is shown.
      await Promise.all([facts.follow(), kept.follow()])
      if (saved > 0) session.say(t('communities.saved', { count: saved }))
    } catch (error) {
      problems.value = isGivenUp(problemsOf(error)) ? [] : problemsOf(error)
    } finally {
      pending.value = new Map([...pending.value].filter(([key, entry]) => texts.get(key) !== entry))
      session.busy--
    }
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
    for (const { key, field, problem } of refused.value) {
      const entry = { rowKey: key, columnKey: field, text: '' }
      if (!pending.value.has(cellKey(entry))) put(entry, { level: 'error', reason: sayProblem(problem, words.value).what })
    }
    return byRow
  })

  /** Texts that stand in place of the stored values: on their way, or refused. */
  const texts = computed(() => {
    const byRow = new Map<string, Record<string, string>>()
    const waiting = refused.value.map(({ key, field, text }): CellEntry => ({ rowKey: key, columnKey: field, text }))
    for (const entry of [...waiting, ...pending.value.values()]) {
      byRow.set(entry.rowKey, { ...byRow.get(entry.rowKey), [entry.columnKey]: entry.text })
    }
    return byRow
  })

  return {
    refused,
    marks,
    texts,
    enter,
    problems,
    /** Everything that waits, whole rows too. */
    all: computed(() => kept.entries ?? []),
    discard: async (ids: number[]): Promise<void> => {
      await call('communities.dropRefused', { ids })
    },
  }
}
