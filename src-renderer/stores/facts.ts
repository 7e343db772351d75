import { defineStore } from 'pinia'
import { call } from '../api/client.ts'
import { followed } from './followed.ts'

/** The communities of the year with their indicators. */
export const useFacts = defineStore('facts', () => {
  const { value: communities, problems, loading, load, follow } = followed(() => call('communities.list', {}))
  return { communities, problems, loading, load, follow }
})
