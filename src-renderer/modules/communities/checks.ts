import { defineStore } from 'pinia'
import { call } from '../../api/client.ts'
import { followed } from '../../stores/followed.ts'

/** What is wrong or unusual among the values of the year. */
export const useChecks = defineStore('checks', () => {
  const { value: source, problems, loading, load, follow } = followed(() => call('communities.check', {}))
  return { source, problems, loading, load, follow }
})
