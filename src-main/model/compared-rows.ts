import { sumOfKnown, unknownIn } from './places.ts'
import type { CommunityResult } from './plan.ts'

/**
 * Communities of one name, counted and added up, this year beside last year. An amount is null where there are communities and
 * none of theirs is known; where only some are unknown, the counts say how many are not in the amount.
 */
export interface ComparedRow {
  name: string
  count: number
  amountFen: number | null
  /** Communities whose amount of this year is unknown. */
  undecided: number
  previousFen: number | null
  /** Communities without an amount of last year. */
  withoutPrevious: number
  /** This year less last year, over the communities of which both are known. */
  changeFen: number | null
  /** Communities of which both are known. */
  compared: number
  /** amountFen less previousFen; null where a community is in one of the two only, because then they can't be compared. */
  differenceFen: number | null
}

type Compared = Pick<CommunityResult, 'amountFen' | 'previousFen'>

/** @returns this year less last year, null where one of them is unknown */
export const changeOf = ({ amountFen, previousFen }: Compared): number | null =>
  amountFen === null || previousFen === null ? null : amountFen - previousFen

/** @returns whether the amount of only one of the two years is known */
export const isInOneOnly = ({ amountFen, previousFen }: Compared): boolean => (amountFen === null) !== (previousFen === null)

/** One row for all these communities. */
export function comparedRow(name: string, communities: readonly Compared[]): ComparedRow {
  const [amounts, before, changes] = [
    communities.map((each) => each.amountFen),
    communities.map((each) => each.previousFen),
    communities.map(changeOf),
  ]
  return {
    name,
    count: communities.length,
    amountFen: sumOfKnown(amounts),
    undecided: unknownIn(amounts),
    previousFen: sumOfKnown(before),
    withoutPrevious: unknownIn(before),
    changeFen: sumOfKnown(changes),
    compared: changes.length - unknownIn(changes),
    differenceFen: communities.some(isInOneOnly) ? null : sumOfKnown(changes),
  }
}

/** A row for each name: those given first, in their order, then the others in the order of their first community. */
export function comparedRows<C extends Compared>(
  communities: readonly C[],
  nameOf: (community: C) => string,
  names: readonly string[] = [],
): ComparedRow[] {
  const groups = Map.groupBy(communities, nameOf)
  return [...new Set([...names, ...groups.keys()])].map((name) => comparedRow(name, groups.get(name) ?? []))
}
