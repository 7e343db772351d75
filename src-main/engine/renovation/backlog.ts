import {
  PERCENT_PARTS,
  type RenovationGap,
  type RenovationLot,
  type RenovationMoney,
  type RenovationOrder,
  type RenovationSettings,
  type Schedule,
} from '../../model/renovation.ts'
import { ownCosts, type Lot } from './costs.ts'
import { ordered } from './order.ts'
import { schedule } from './schedule.ts'

/** What a community has to do, and its money beside its amount. `gaps`: what is missing to say more; the lots are those that are known. */
export interface Backlog {
  lots: readonly Lot[]
  gaps: readonly RenovationGap[]
  startFen: number
  /** What comes every year beside the amount. */
  addedFen: number
  /** Of the amount, in hundredths of a percent. */
  share: number
}

/**
 * The backlog of a community from what was entered. What is said of the money counts; of what nothing is said there is none.
 * @param rows its lots
 */
export function backlogOf(settings: RenovationSettings, rows: readonly RenovationLot[], money: RenovationMoney | undefined): Backlog {
  const gaps = new Set<RenovationGap>()
  const byKind = new Map(rows.map((each) => [each.kind, each]))
  const lots = settings.kinds.flatMap((kind): Lot[] => {
    const row = byKind.get(kind.key)
    if (row === undefined || row.count === 0) return []
    const unitFen = row.unitFen ?? kind.unitFen
    if (row.count === null) gaps.add('count')
    else if (unitFen === null) gaps.add('unit')
    if (row.count === null || unitFen === null) return []
    const { aidShare, aidFen, count } = row
    const aid: Lot['aid'] =
      aidShare !== null ? { kind: 'share', share: aidShare } : aidFen !== null ? { kind: 'sum', fen: aidFen } : { kind: 'none' }
    return [{ kind: kind.key, count, unitFen, aid, priceRise: settings.priceRise, worsens: kind.worsens }]
  })
  return {
    lots,
    gaps: [...gaps],
    startFen: money?.startFen ?? 0,
    addedFen: (money?.fixedFen ?? 0) + (money?.otherFen ?? 0),
    share: money?.share ?? settings.share,
  }
}

/** The share of an amount, down to the fen; of both parts, so that no product is too large to be exact. */
const shareOf = (fen: number, share: number): number => {
  const rest = fen % PERCENT_PARTS
  return ((fen - rest) / PERCENT_PARTS) * share + Math.floor((rest * share) / PERCENT_PARTS)
}

/** @returns the money a year in fen; null where the amount is unknown and counts */
export const yearlyOf = ({ share, addedFen }: Backlog, amountFen: number | null): number | null =>
  share === 0 ? addedFen : amountFen === null ? null : shareOf(amountFen, share) + addedFen

/** @returns what all courtyards cost the community itself at the prices of the first year; of the lots that are known */
export const ownFenOf = ({ lots }: Backlog): number => lots.reduce((sum, lot) => sum + lot.count * ownCosts(lot)[0]!, 0)

export const courtyardsOf = ({ lots }: Backlog): number => lots.reduce((sum, { count }) => sum + count, 0)

/** @returns the years of a backlog with so much money a year; null where something is missing */
export function scheduleWith(backlog: Backlog, order: RenovationOrder, yearlyFen: number | null): Schedule | null {
  if (yearlyFen === null || backlog.gaps.length > 0) return null
  const money = { startFen: backlog.startFen, yearlyFen }
  return schedule(ordered(backlog.lots, money, order).turns, money)
}
