import { defineStore } from 'pinia'
import { followed } from '../../stores/followed.ts'

/** What is wrong or unusual among the values of the year. */
export const useChecks = defineStore('checks', () => {
  const { value: source, problems, loading, load, follow } = followed((call) => call('communities.check', {}))
  return { source, problems, loading, load, follow }
})
