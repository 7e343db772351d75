import { computed } from 'vue'
import { useRoute } from 'vue-router'

/** @returns the value of the address, where it is one of these; else the first */
export function useTab<Tab extends string>(tabs: readonly [Tab, ...Tab[]]) {
  const route = useRoute()
  return computed((): Tab => tabs.find((each) => each === route.query['tab']) ?? tabs[0])
}
