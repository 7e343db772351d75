import type { OutputOf } from '../../../src-main/contract/operations.ts'
import type { TeamNames } from '../../../src-main/words/teams.ts'

export type Posting = OutputOf<'teams.get'>
export type TeamLine = Posting['teams'][number]
export type PostedCommunity = Posting['communities'][number]

/** Names of bureaus and communities for sentences about demands. */
export function namesOf({ settings, communities }: Pick<Posting, 'settings' | 'communities'>): TeamNames {
  const names = new Map(communities.map((each) => [each.key, each.name]))
  return { bureaus: settings.bureaus, nameOf: (key) => names.get(key) ?? key }
}
