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
}

type Compared = Pick<CommunityResult, 'amountFen' | 'previousFen'>

const isKnown = (fen: number | null): fen is number => fen !== null
/** @returns this year less last year, null where one of them is unknown */
export const changeOf = ({ amountFen, previousFen }: Compared): number | null =>
  amountFen === null || previousFen === null ? null : amountFen - previousFen
/** @returns the sum of the known amounts; null where all of several are unknown */
export const sumOfKnown = (fens: readonly (number | null)[]): number | null =>
  fens.length > 0 && !fens.some(isKnown) ? null : fens.filter(isKnown).reduce((sum, fen) => sum + fen, 0)

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
    undecided: amounts.length - amounts.filter(isKnown).length,
    previousFen: sumOfKnown(before),
    withoutPrevious: before.length - before.filter(isKnown).length,
    changeFen: sumOfKnown(changes),
    compared: changes.filter(isKnown).length,
  }
}

/** A row for each name: those given first, in their order, then the others in the order of their first community. */
export function comparedRows<C extends Compared>(
  communities: readonly C[],
  nameOf: (community: C) => string,
  names: readonly string[] = [],
): ComparedRow[] {
  const groups = new Map(names.map((name): [string, C[]] => [name, []]))
  for (const each of communities) {
    const name = nameOf(each)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [each])
    else group.push(each)
  }
  return [...groups].map(([name, group]) => comparedRow(name, group))
}
