import { defineStore } from 'pinia'
import { computed } from 'vue'
import { followed } from './followed.ts'

/** What everything is measured with: the dictionary of indicators and the policy of the year. */
export const useRules = defineStore('rules', () => {
  const {
    value: source,
    problems,
    loading,
    load,
    follow,
  } = followed(async (call) => {
    const [policy, dictionary] = await Promise.all([call('policy.get', {}), call('dictionary.get', {})])
    return { policy, dictionary }
  })
  const policy = computed(() => source.value?.policy ?? null)
  const dictionary = computed(() => source.value?.dictionary ?? null)
  const classes = computed(() => policy.value?.classes ?? [])
  return { source, policy, dictionary, classes, problems, loading, load, follow }
})
