import { computed, watch, type ComputedRef } from 'vue'
import { followed, type Followed } from '../../stores/followed.ts'
import { useWords } from '../../locales/words.ts'
import { useChecks } from './checks.ts'
import { useRules } from '../../stores/rules.ts'
import { useSession } from '../../stores/session.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { gridRow } from './grid-content.ts'

interface LastYear {
  /** null: there is none. */
  year: ComputedRef<number | null>
  /** The second lines of a community; null as long as they are not there. */
  linesOf: ComputedRef<((key: string) => Record<string, string>) | null>
}

/** Last year's values as second lines, read while they are wanted. */
export function useLastYear(wanted: () => boolean): LastYear {
  const session = useSession()
  const checks = useChecks()
  const rules = useRules()
  const { t, words } = useWords()
  const year = computed(() => checks.source?.lastYear ?? null)
  const facts = computed<Followed<CommunityFacts[]> | null>(() => {
    const last = year.value
    return last === null ? null : followed((call) => call('communities.list', { year: last }))
  })

  watch(
    () => (wanted() ? { facts: facts.value, moment: session.moment } : null),
    async (now) => {
      await now?.facts?.follow()
      const found = now?.facts?.problems.value ?? []
      if (found.length > 0) session.problems = found
    },
    { immediate: true },
  )

  const linesOf = computed(() => {
    const { dictionary } = rules
    const last = facts.value?.value.value ?? null
    if (last === null || dictionary === null) return null
    const textOf = (cells: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(dictionary.indicators.map(({ key }) => [key, (cells[key] ?? '') === '' ? t('grid.lastYearNone') : cells[key]!]))
    const none = textOf({})
    const byKey = new Map(last.map((each) => [each.key, textOf(gridRow(each, dictionary, words.value).cells)]))
    return (key: string) => byKey.get(key) ?? none
  })
  return { year, linesOf }
}
