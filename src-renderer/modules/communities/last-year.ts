import { computed, shallowRef, watch, type Ref } from 'vue'
import { call } from '../../api/client.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useWords } from '../../locales/words.ts'
import { useChecks } from './checks.ts'
import { useRules } from '../../stores/rules.ts'
import { useSession } from '../../stores/session.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { gridRow } from './grid-content.ts'

/** Last year's values as second lines, read while they are wanted. */
export function useLastYear(wanted: () => boolean): { year: Ref<number | null>; linesOf(key: string): Record<string, string> | undefined } {
  const session = useSession()
  const checks = useChecks()
  const rules = useRules()
  const { t, words } = useWords()
  const year = computed(() => checks.source?.lastYear ?? null)
  const facts = shallowRef<CommunityFacts[] | null>(null)

  watch(
    () => (wanted() && year.value !== null ? `${year.value} ${session.moment}` : null),
    async (now) => {
      if (now === null) return void (facts.value = null)
      try {
        facts.value = await call('communities.list', { year: year.value! })
      } catch (error) {
        facts.value = null
        session.problems = problemsOf(error)
      }
    },
    { immediate: true },
  )

  const lines = computed(() => {
    const { dictionary } = rules
    if (facts.value === null || dictionary === null) return null
    const textOf = (cells: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(dictionary.indicators.map(({ key }) => [key, (cells[key] ?? '') === '' ? t('grid.lastYearNone') : cells[key]!]))
    return { none: textOf({}), byKey: new Map(facts.value.map((each) => [each.key, textOf(gridRow(each, dictionary, words.value).cells)])) }
  })
  return { year, linesOf: (key) => (lines.value === null ? undefined : (lines.value.byKey.get(key) ?? lines.value.none)) }
}
