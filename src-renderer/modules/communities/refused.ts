import { defineStore } from 'pinia'
import { followed } from '../../stores/followed.ts'

/** What was entered or delivered for the year and not taken: kept in the plan, whichever page is open. */
export const useRefused = defineStore('refused', () => {
  const { value: entries, problems, loading, load, follow } = followed((call) => call('communities.refused', {}))
  return { entries, problems, loading, load, follow }
})
