import { defineStore } from 'pinia'
import { communitiesIn } from '../../src-main/model/areas.ts'
import { withRows } from '../../src-main/model/keyed-rows.ts'
import { followed } from './followed.ts'
import { useSession } from './session.ts'

/** The communities of the year with their indicators. Of a change only the communities are read again that it touched. */
export const useFacts = defineStore('facts', () => {
  const session = useSession()
  const {
    value: communities,
    problems,
    loading,
    load,
    follow,
  } = followed(
    (call) => call('communities.list', {}),
    async (before, changed, call) => {
      const keys = session.plan === null ? null : communitiesIn(changed, session.plan.year)
      if (keys === null) return null
      const now = new Map((await call('communities.list', { keys })).map((each) => [each.key, each]))
      return withRows(before, keys, (key) => now.get(key))
    },
  )
  return { communities, problems, loading, load, follow }
})
