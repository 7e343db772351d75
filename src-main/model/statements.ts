import type { Community } from './plan.ts'

/** Whose statements are printed, as the address of the print view has it. Nothing of it: the first community's. */
export interface StatementChoice {
  community?: string | undefined
  district?: string | undefined
  subdistrict?: string | undefined
  class?: string | undefined
  /** Whatever it says: every community. */
  all?: string | undefined
}
type Placed = Pick<Community, 'key' | 'district' | 'subdistrict'> & { class: string | null }

/** One file holds so many at most: 416 take a minute, and 2,000 were not done after four. More are printed by district or subdistrict. */
export const MOST_STATEMENTS = 500

/** @returns whether a choice means several communities, even where only one is found */
export const isForMany = ({ community, district, subdistrict, class: chosen, all }: StatementChoice): boolean =>
  community === undefined && [district, subdistrict, chosen, all].some((each) => each !== undefined)

/** @returns the communities that are chosen, in their order; who is in the district and the subdistrict and the class that are named */
export function chosenForStatements<C extends Placed>(communities: readonly C[], choice: StatementChoice): C[] {
  if (choice.community !== undefined) return communities.filter((each) => each.key === choice.community)
  if (!isForMany(choice)) return communities.slice(0, 1)
  const { district, subdistrict, class: chosen } = choice
  return communities.filter(
    (each) =>
      (district === undefined || each.district === district) &&
      (subdistrict === undefined || each.subdistrict === subdistrict) &&
      (chosen === undefined || each.class === chosen),
  )
}
