import { computed, type ComputedRef } from 'vue'
import { keepFresh } from '../../../../stores/fresh.ts'
import { useFacts } from '../../../../stores/facts.ts'

/** The districts of the year's communities, in the order of the plan. */
export function useDistricts(): ComputedRef<string[]> {
  const facts = useFacts()
  keepFresh(facts)
  return computed(() => [...new Set((facts.communities ?? []).map((each) => each.district))])
}
