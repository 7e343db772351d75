import { PERCENT_PARTS } from '../../model/renovation.ts'

/** As many years are looked at; what is not done by then is not done "within 60 years". */
export const HORIZON = 60

/** What others pay of a courtyard: nothing, a share of its price in the year it is done (hundredths of a percent), or a fixed sum (fen). */
export type Aid = { kind: 'none' } | { kind: 'share'; share: number } | { kind: 'sum'; fen: number }

/** Courtyards of one kind that cost the same. Rises in hundredths of a percent a year, never below 0: waiting makes none cheaper. */
export interface Lot {
  kind: string
  count: number
  unitFen: number
  aid: Aid
  /** How prices rise, for everyone. */
  priceRise: number
  /** How much more it costs for each year that it waits. */
  worsens: number
}

/** Beyond it products would not be exact any more; nobody saves so much up within the horizon. */
const BEYOND_REACH = 500_000_000_000

const dividedBy = (fen: number, parts: number): number => (fen - (fen % parts)) / parts
/** Half a fen rounds up. */
const raised = (fen: number, rise: number): number => dividedBy(fen * (PERCENT_PARTS + rise) + PERCENT_PARTS / 2, PERCENT_PARTS)

function ownPart(totalFen: number, aid: Aid): number {
  if (aid.kind === 'none') return totalFen
  return aid.kind === 'sum' ? Math.max(0, totalFen - aid.fen) : totalFen - dividedBy(totalFen * aid.share, PERCENT_PARTS)
}

/**
 * What one courtyard of a lot costs the community itself in each year of the horizon, in fen. The price and what waiting adds rise once a
 * year, each to the whole fen. Infinity: beyond anybody's reach.
 */
export function ownCosts({ unitFen, aid, priceRise, worsens }: Lot): number[] {
  const costs: number[] = []
  let total = unitFen
  for (let year = 0; year < HORIZON; year++) {
    costs.push(total > BEYOND_REACH ? Number.POSITIVE_INFINITY : ownPart(total, aid))
    if (total <= BEYOND_REACH) total = raised(raised(total, priceRise), worsens)
  }
  return costs
}

/** Whether a lot costs the same in every year. */
export const isSteady = ({ priceRise, worsens }: Lot): boolean => priceRise === 0 && worsens === 0
