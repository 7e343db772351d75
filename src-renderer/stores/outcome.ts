import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { CommunityResult, Override } from '../../src-main/model/plan.ts'
import { followed } from './followed.ts'

/** Classes and amounts of the year, and the classes set by hand. */
export const useOutcome = defineStore('outcome', () => {
  const { value, problems, loading, load, follow } = followed(async (call) => {
    const [result, overrides] = await Promise.all([call('result.get', {}), call('overrides.list', {})])
    return { result, overrides: new Map<string, Override>(overrides.map((each) => [each.key, each])) }
  })
  const result = computed(() => value.value?.result ?? null)
  const overrides = computed(() => value.value?.overrides ?? new Map<string, Override>())
  const byKey = computed(() => new Map<string, CommunityResult>(result.value?.communities.map((each) => [each.key, each]) ?? []))
  return { result, overrides, byKey, problems, loading, load, follow }
})
