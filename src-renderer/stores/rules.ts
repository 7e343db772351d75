import { defineStore } from 'pinia'
import { computed } from 'vue'
import { policyFor } from '../../src-main/model/own-policy.ts'
import type { PolicySource } from '../../src-main/words/policies.ts'
import { followed } from './followed.ts'

/** What everything is measured with: the dictionary of indicators, the policy of the year, and those that districts have of their own. */
export const useRules = defineStore('rules', () => {
  const {
    value: source,
    problems,
    loading,
    load,
    follow,
  } = followed(async (call) => {
    const [policy, dictionary, own] = await Promise.all([call('policy.get', {}), call('dictionary.get', {}), call('policy.own', {})])
    return { policy, dictionary, own }
  })
  const policy = computed(() => source.value?.policy ?? null)
  const dictionary = computed(() => source.value?.dictionary ?? null)
  /** The policy under which a community stands, with the dictionary. */
  const sourceFor = (place: { district: string }): PolicySource | null => {
    if (source.value === null) return null
    const { policy: general, dictionary: indicators, own } = source.value
    return { policy: policyFor(general, own, place), dictionary: indicators }
  }
  const classes = computed(() => policy.value?.classes ?? [])
  return { source, sourceFor, policy, dictionary, classes, problems, loading, load, follow }
})
