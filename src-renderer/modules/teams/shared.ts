import type { OutputOf } from '../../../src-main/contract/operations.ts'
import type { TeamNames } from '../../../src-main/words/teams.ts'

export type Posting = OutputOf<'teams.get'>
export type TeamLine = Posting['teams'][number]
export type PostedCommunity = Posting['communities'][number]

const PERCENT = 100
/** A share as it is shown beside others of its kind. */
export const percentOf = (share: number): string => `${(PERCENT * share).toFixed(2)}%`
/** Work per officer in points with one decimal; nothing where there is nobody. */
export const pointsEach = (tenths: number, officers: number): string => (officers === 0 ? '' : (tenths / officers / 10).toFixed(1))
/** Names of bureaus and communities for sentences about demands. */
export function namesOf({ settings, communities }: Pick<Posting, 'settings' | 'communities'>): TeamNames {
  const names = new Map(communities.map((each) => [each.key, each.name]))
  return { bureaus: settings.bureaus, nameOf: (key) => names.get(key) ?? key }
}
