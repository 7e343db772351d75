import { computed, type ComputedRef } from 'vue'
import { districtsOf } from '../../../../../src-main/model/places.ts'
import { keepFresh } from '../../../../stores/fresh.ts'
import { useFacts } from '../../../../stores/facts.ts'

/** The districts of the year's communities, in the order of the plan. */
export function useDistricts(): ComputedRef<string[]> {
  const facts = useFacts()
  keepFresh(facts)
  return computed(() => districtsOf(facts.communities ?? []))
}
