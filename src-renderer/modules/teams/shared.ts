import type { OutputOf } from '../../../src-main/contract/operations.ts'
import type { TeamNames } from '../../../src-main/words/teams.ts'

export type Posting = OutputOf<'teams.get'>
export type TeamLine = Posting['teams'][number]
export type PostedCommunity = Posting['communities'][number]

/** Whether teams are posted today, so that there is something to compare with. */
export const hasToday = ({ communities }: Pick<Posting, 'communities'>): boolean => communities.some((each) => each.today !== null)
/** Chosen in the place of a team: the communities that have none. */
export const NO_TEAM = 0
/** Communities that no team serves. */
export const unserved = ({ communities }: Pick<Posting, 'communities'>): PostedCommunity[] =>
  communities.filter((each) => each.team === null)
/** What communities come to together. */
export const sumOf = (own: readonly PostedCommunity[], part: 'work' | 'visits'): number => own.reduce((sum, each) => sum + each[part], 0)
/** Names of bureaus and communities for sentences about demands. */
export function namesOf({ settings, communities }: Pick<Posting, 'settings' | 'communities'>): TeamNames {
  const names = new Map(communities.map((each) => [each.key, each.name]))
  return { bureaus: settings.bureaus, nameOf: (key) => names.get(key) ?? key }
}
