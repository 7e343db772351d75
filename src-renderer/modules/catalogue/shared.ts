import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { CatalogueItem } from '../../../src-main/model/catalogue.ts'
import { withRegisterCounts } from '../../../src-main/words/target-fields.ts'
import { followed } from '../../stores/followed.ts'
import { keepFresh } from '../../stores/fresh.ts'
import { useOutcome } from '../../stores/outcome.ts'
import { useRules } from '../../stores/rules.ts'

/** The catalogue with the rules and the outcome of the year, as every page of it needs them. */
export function useCatalogue() {
  const rules = useRules()
  const outcome = useOutcome()
  const catalogue = followed((call) => call('catalogue.get', {}))
  keepFresh(catalogue, rules, outcome)
  const byId = computed(() => new Map<string, CatalogueItem>(catalogue.value.value?.items.map((each) => [each.id, each]) ?? []))
  const source = computed(() =>
    rules.source === null
      ? null
      : {
          classes: rules.source.policy.classes.map((each) => each.key),
          indicators: withRegisterCounts([...rules.source.dictionary.indicators, ...rules.source.policy.indicators]),
        },
  )
  const retry = (): void => {
    for (const part of [catalogue, rules, outcome]) void part.load()
  }
  const ready = computed(() => catalogue.value.value !== null && rules.source !== null && outcome.result !== null)
  const problems = computed(() => [...rules.problems, ...catalogue.problems.value])
  return { catalogue, byId, rules, outcome, source, retry, ready, problems }
}

/** The community that is looked at stands in the address, so that it is still chosen after another page. */
export function useChosenCommunity() {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => (typeof route.query['community'] === 'string' ? route.query['community'] : ''),
    set: (key: string) => void router.replace({ query: { ...route.query, community: key || undefined } }),
  })
}
