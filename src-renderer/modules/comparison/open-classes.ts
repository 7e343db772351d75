import type { Comparison, ComparedPlan } from '../../../src-main/model/comparison.ts'
import { sumOfKnown } from '../../../src-main/model/places.ts'

/** Communities that have no class: none was delivered for last year, or it is undecided under a plan. */
export type OpenClass = 'noClass' | 'undecided'
/**
 * Their number and money on every side, and the change that counts under them, in fen; null: there are some, and of none the
 * amount is known.
 */
export interface OpenRow {
  key: OpenClass
  sides: Array<{ count: number; amountFen: number | null }>
  changeFen: number | null
}

/** @returns why a community has no class on this side */
export const openClassOn = ({ reference }: Pick<ComparedPlan, 'reference'>): OpenClass =>
  reference.kind === 'lastYear' ? 'noClass' : 'undecided'

/**
 * @param against the side that is set against the first one
 * @returns a row for each kind that there is on some side; with those of the classes they are the whole of every plan
 */
export function openRows(comparison: Comparison, against: number): OpenRow[] {
  const { byClass, shift } = comparison.versus[against - 1]!
  // What is undecided has no amount, so that what is left of the change belongs to communities without a class last year that are gone.
  const rest = shift.netFen - Object.values(byClass).reduce((sum, each) => sum + each.changeFen, 0)
  return (['noClass', 'undecided'] as const).flatMap((key) => {
    const sides = comparison.sides.map((plan, side) => {
      const own =
        openClassOn(plan) === key
          ? comparison.communities.map((each) => each.sides[side]!).filter((each) => each.present && each.class === null)
          : []
      return { count: own.length, amountFen: sumOfKnown(own.map((each) => each.amountFen)) }
    })
    return sides.every((each) => each.count === 0) ? [] : [{ key, sides, changeFen: key === 'noClass' ? rest : null }]
  })
}
