import type { Demand } from '../../../src-main/model/goal.ts'
import { numberIn } from '../../../src-main/model/value.ts'
import { parseMoney } from '../../format/money.ts'

export const DEMAND_KINDS = [
  'totalAtMost',
  'totalExactly',
  'classTimes',
  'classBetween',
  'lossAtMost',
  'classTotalAtLeast',
  'districtTotalAtLeast',
  'classOrder',
] as const
export type DemandKind = (typeof DEMAND_KINDS)[number]

/** What is typed for a demand; each kind uses some of the fields. Money in 万元, the share in percent. */
export interface TypedDemand {
  kind: DemandKind
  money: string
  least: string
  most: string
  share: string
  times: string
  class: string
  of: string
  district: string
  order: string
}

export const emptyDemand = (kind: DemandKind, classes: readonly string[]): TypedDemand => ({
  kind,
  money: '',
  least: '',
  most: '',
  share: '10',
  times: '2',
  class: classes[1] ?? classes[0] ?? '',
  of: classes[0] ?? '',
  district: '',
  order: classes.join(' '),
})

const fenOf = (text: string): number | null => {
  const fen = parseMoney(text, 'wan')
  return fen === null || fen < 0 ? null : fen
}
/** @returns the demand as the contract has it, or null while something is missing or wrong */
export function readDemand(typed: TypedDemand): Demand | null {
  switch (typed.kind) {
    case 'totalAtMost':
    case 'totalExactly': {
      const fen = fenOf(typed.money)
      return fen === null ? null : { kind: typed.kind, fen }
    }
    case 'classTimes': {
      const times = numberIn(typed.times, 'plain')
      return times === null || times <= 0 || typed.class === typed.of
        ? null
        : { kind: 'classTimes', class: typed.class, of: typed.of, times }
    }
    case 'classBetween': {
      const [minFen, maxFen] = [typed.least, typed.most].map((text) => (text.trim() === '' ? undefined : fenOf(text)))
      if (minFen === null || maxFen === null || (minFen === undefined && maxFen === undefined)) return null
      return { kind: 'classBetween', class: typed.class, ...(minFen !== undefined && { minFen }), ...(maxFen !== undefined && { maxFen }) }
    }
    case 'lossAtMost': {
      const share = numberIn(typed.share, 'percent')
      return share === null || share < 0 || share > 1 ? null : { kind: 'lossAtMost', share }
    }
    case 'classTotalAtLeast': {
      const fen = fenOf(typed.money)
      return fen === null ? null : { kind: 'classTotalAtLeast', class: typed.class, fen }
    }
    case 'districtTotalAtLeast': {
      const fen = fenOf(typed.money)
      return fen === null || typed.district === '' ? null : { kind: 'districtTotalAtLeast', district: typed.district, fen }
    }
    case 'classOrder': {
      const classes = typed.order.split(/[\s、,，>]+/).filter((key) => key !== '')
      return classes.length < 2 ? null : { kind: 'classOrder', classes }
    }
  }
}
