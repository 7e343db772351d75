import type { ComparedCommunity, ComparedPlan, Comparison } from '../../../src-main/model/comparison.ts'
import { addedUp, sumOfKnown } from '../../../src-main/model/places.ts'

/** Communities that have no class: none was delivered for last year, or it is undecided under a plan. */
export type OpenClass = 'noClass' | 'undecided'

/** What members of a class get before and now, over those of whom both are known, in fen. */
export interface Members {
  count: number
  baseFen: number
  withFen: number
  changeFen: number
}
/** Their number and money on every side, in fen; null: there are some, and of none the amount is known. */
export interface OpenRow {
  key: OpenClass
  sides: Array<{ count: number; amountFen: number | null }>
  members: Members
}

/** @returns why a community has no class on this side */
export const openClassOn = ({ reference }: Pick<ComparedPlan, 'reference'>): OpenClass =>
  reference.kind === 'lastYear' ? 'noClass' : 'undecided'

/** Who has no class on the chosen side (or had none, if they vanished), and for what reason. */
function openMembers({ sides, communities }: Comparison, against: number, key: OpenClass): Members {
  const fenOn = (community: ComparedCommunity, side: number): number | null =>
    community.sides[side]!.present ? community.sides[side]!.amountFen : 0
  const own = communities.flatMap((community) => {
    const side = community.sides[against]!.present ? against : 0
    const { present, class: reached } = community.sides[side]!
    if (!present || reached !== null || openClassOn(sides[side]!) !== key) return []
    const [baseFen, withFen] = [fenOn(community, 0), fenOn(community, against)]
    return baseFen === null || withFen === null ? [] : [{ baseFen, withFen }]
  })
  const [baseFen, withFen] = [addedUp(own.map((each) => each.baseFen)), addedUp(own.map((each) => each.withFen))]
  return { count: own.length, baseFen, withFen, changeFen: withFen - baseFen }
}

/**
 * @param against the side that is set against the first one
 * @returns a row for each kind that there is on some side; with those of the classes they are the whole of every plan
 */
export function openRows(comparison: Comparison, against: number): OpenRow[] {
  return (['noClass', 'undecided'] as const).flatMap((key) => {
    const sides = comparison.sides.map((plan, side) => {
      const own =
        openClassOn(plan) === key
          ? comparison.communities.map((each) => each.sides[side]!).filter((each) => each.present && each.class === null)
          : []
      return { count: own.length, amountFen: sumOfKnown(own.map((each) => each.amountFen)) }
    })
    return sides.every((each) => each.count === 0) ? [] : [{ key, sides, members: openMembers(comparison, against, key) }]
  })
}

/** A line of the tables by class: a class, or those without one. */
export interface ClassLine {
  key: string
  isOpen: boolean
  sides: OpenRow['sides']
  members: Members
}

/** The lines of the tables by class, classes in the given order; together they are the whole of every plan, and all members. */
export function classLines(comparison: Comparison, against: number, order: readonly string[]): ClassLine[] {
  const { byClass } = comparison.versus[against - 1]!
  const place = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return [
    ...Object.entries(byClass)
      .sort(([a], [b]) => place(a) - place(b))
      .map(([key, own]): ClassLine => ({
        key,
        isOpen: false,
        sides: comparison.sides.map((side) => side.totals.byClass[key] ?? { count: 0, amountFen: 0 }),
        members: { count: own.members, baseFen: own.membersBaseFen, withFen: own.membersWithFen, changeFen: own.changeFen },
      })),
    ...openRows(comparison, against).map((row): ClassLine => ({ ...row, isOpen: true })),
  ]
}

/** @returns how many communities of both plans have an amount that is not known in one of them */
export const leftOutOf = ({ communities }: Comparison, against: number): number =>
  communities.filter(({ sides }) => [sides[0]!, sides[against]!].some((side) => side.present && side.amountFen === null)).length
