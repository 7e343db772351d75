import { computed, shallowRef } from 'vue'
import type { CellEntry, CellMark, GridRow } from '../../components/grid/grid-types.ts'
import { sayProblem } from '../../format/problem-words.ts'
import { useWords } from '../../locales/words.ts'
import { useSession } from '../../stores/session.ts'

/** What was typed and can't be taken: it stays at its cell with the reason until it is put right. */
export function useRefusedCells() {
  const session = useSession()
  const { t, words } = useWords()
  const refused = shallowRef(new Map<string, CellEntry & { reason: string }>())
  const at = ({ rowKey, columnKey }: CellEntry): string => `${rowKey}\n${columnKey}`

  return {
    marks: computed(() => {
      const all = new Map<string, Map<string, CellMark>>()
      for (const { rowKey, columnKey, reason } of refused.value.values())
        all.set(rowKey, (all.get(rowKey) ?? new Map<string, CellMark>()).set(columnKey, { level: 'error', reason }))
      return all
    }),
    /** @returns the row with what was typed into it and refused */
    withTyped: (row: GridRow): GridRow => {
      const typed = [...refused.value.values()]
        .filter((each) => each.rowKey === row.key)
        .map((each) => [each.columnKey, each.text] as const)
      return typed.length === 0 ? row : { ...row, cells: { ...row.cells, ...Object.fromEntries(typed) } }
    },
    /**
     * @param work takes the entries over; null where they are refused, with the reasons in the session
     * @returns whether they were taken over
     */
    enter: async (entries: readonly CellEntry[], work: () => Promise<unknown>): Promise<boolean> => {
      const left = new Map(refused.value)
      for (const each of entries) left.delete(at(each))
      refused.value = left
      if (entries.length === 0) return false
      if ((await work()) !== null) return true
      const reason = session.problems.map((each) => sayProblem(each, words.value).what).join(t('common.semicolon'))
      refused.value = new Map([...left, ...entries.map((each) => [at(each), { ...each, reason }] as const)])
      return false
    },
  }
}
