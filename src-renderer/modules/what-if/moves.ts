import type { WhatIf, WhatIfBase } from '../../../src-main/model/scenario.ts'

/** A community in the base and as supposed. Money in fen; changeFen null where an amount is unknown. */
export interface Move {
  key: string
  code: string
  name: string
  district: string
  subdistrict: string
  from: string | null
  to: string | null
  overridden: boolean
  baseFen: number | null
  fen: number | null
  changeFen: number | null
  people: number | null
}

/** Puts the columns of an answer beside the communities of its base. */
export const movesOf = (base: WhatIfBase, found: WhatIf): Move[] =>
  base.communities.map((each, row) => {
    const fen = found.amounts[row]!
    return {
      key: each.key,
      code: each.code,
      name: each.name,
      district: each.district,
      subdistrict: each.subdistrict,
      from: each.class,
      to: found.classes[row]!,
      overridden: found.deciders[row] === 'override',
      baseFen: each.amountFen,
      fen,
      changeFen: fen === null || each.amountFen === null ? null : fen - each.amountFen,
      people: each.people,
    }
  })

export const MOVE_FILTERS = ['changed', 'moved', 'gain', 'loss', 'all'] as const
export type MoveFilter = (typeof MOVE_FILTERS)[number]

export function passes(move: Move, filter: MoveFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'moved':
      return move.from !== move.to
    case 'gain':
      return (move.changeFen ?? 0) > 0
    case 'loss':
      return (move.changeFen ?? 0) < 0
    case 'changed':
      return move.from !== move.to || (move.changeFen ?? 0) !== 0 || (move.baseFen === null) !== (move.fen === null)
  }
}
