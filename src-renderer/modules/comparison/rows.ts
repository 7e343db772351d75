import type { ComparedCommunity } from '../../../src-main/model/comparison.ts'

/**
 * A community on all sides, and how it fares on the side that is set against the base. Money in fen; changeFen null where an
 * amount is unknown.
 */
export interface ComparedRow extends ComparedCommunity {
  /** neither: only a third side has it. */
  standing: 'both' | 'founded' | 'vanished' | 'neither'
  from: string | null
  to: string | null
  changeFen: number | null
}

/** What a community gets on a side; nothing where it is not there, null where it is not known. */
const fenOn = ({ sides }: ComparedCommunity, side: number): number | null => (sides[side]!.present ? sides[side]!.amountFen : 0)

/** @returns the change of a side against the first one, in fen */
export function changeOn(community: ComparedCommunity, side: number): number | null {
  const [base, fen] = [fenOn(community, 0), fenOn(community, side)]
  return base === null || fen === null ? null : fen - base
}

/** @param against the side that is set against the first one */
export const rowsOf = (communities: readonly ComparedCommunity[], against: number): ComparedRow[] =>
  communities.map((each) => {
    const [base, now] = [each.sides[0]!, each.sides[against]!]
    return {
      ...each,
      from: base.class,
      to: now.class,
      changeFen: changeOn(each, against),
      standing: base.present ? (now.present ? 'both' : 'vanished') : now.present ? 'founded' : 'neither',
    }
  })

export const SHOWN = ['changed', 'moved', 'gain', 'loss', 'founded', 'vanished', 'unknown', 'byHand', 'all'] as const
export type Shown = (typeof SHOWN)[number]

/**
 * Which communities are listed. `from`, `to`: the class in the base and on the other side, of communities that both have; `on`:
 * the class on any side.
 */
export interface RowFilter {
  shown: Shown
  from?: string | null
  to?: string | null
  on?: { side: number; class: string | null }
  /** All that a side has; all that the base or the other side has. */
  present?: number
  either?: true
  /** The side on which the amount is not known. */
  unknown?: number
  district?: string
  subdistrict?: string
}

function isShown(row: ComparedRow, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'founded':
      return row.standing === 'founded'
    case 'vanished':
      return row.standing === 'vanished'
    case 'moved':
      return row.standing === 'both' && row.from !== row.to
    case 'gain':
      return (row.changeFen ?? 0) > 0
    case 'loss':
      return (row.changeFen ?? 0) < 0
    case 'unknown':
      return row.sides.some((side) => side.present && side.amountFen === null)
    case 'byHand':
      return row.sides.some((side) => side.overridden)
    case 'changed':
      return (
        row.standing === 'founded' ||
        row.standing === 'vanished' ||
        (row.standing === 'both' && row.from !== row.to) ||
        (row.changeFen ?? 0) !== 0
      )
  }
}

export function passes(row: ComparedRow, filter: RowFilter): boolean {
  const { from, to, on, present, unknown, district, subdistrict } = filter
  return (
    isShown(row, filter.shown) &&
    (from === undefined || (row.standing !== 'founded' && row.standing !== 'neither' && row.from === from)) &&
    (to === undefined || (row.standing !== 'vanished' && row.standing !== 'neither' && row.to === to)) &&
    (on === undefined || (row.sides[on.side]!.present && row.sides[on.side]!.class === on.class)) &&
    (filter.either !== true || row.standing !== 'neither') &&
    (unknown === undefined || (row.sides[unknown]!.present && row.sides[unknown]!.amountFen === null)) &&
    (present === undefined || row.sides[present]!.present) &&
    (district === undefined || row.district === district) &&
    (subdistrict === undefined || row.subdistrict === subdistrict)
  )
}
