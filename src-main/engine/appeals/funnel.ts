import type { Funnel, FunnelLimit, FunnelStanding } from '../../model/appeal-account.ts'
import type { Community } from '../../model/plan.ts'
import { chanceOfAtLeast, chanceOfAtMost, countLimits } from '../statistics/index.ts'

/** How sure the two limits are: beyond the first lies one community of twenty by chance alone, beyond the second two of a thousand. */
const USUAL = 0.95
const WIDE = 0.998
const THOUSAND = 1000
const CURVE_POINTS = 80

/** A community as it stands in the funnel. received null: a month is missing. */
export interface FunnelPoint {
  community: Community
  residents: number | null
  received: number | null
}

/** How a count stands to what so many residents would have at the average of all: by the exact chance of so many, or so few. */
export function standingOf(received: number, expected: number): FunnelStanding {
  if (expected <= 0) return 'within'
  const isBeyond = (chance: number, confidence: number): boolean => chance <= (1 - confidence) / 2
  if (received >= expected) {
    const chance = received === 0 ? 1 : chanceOfAtLeast(received, expected)
    return isBeyond(chance, WIDE) ? 'muchMore' : isBeyond(chance, USUAL) ? 'more' : 'within'
  }
  const chance = chanceOfAtMost(received, expected)
  return isBeyond(chance, WIDE) ? 'muchFewer' : isBeyond(chance, USUAL) ? 'fewer' : 'within'
}

function limitCurve(average: number, sizes: readonly number[], confidence: number): FunnelLimit[] {
  return sizes.map((residents) => {
    const { low, high } = countLimits(average * residents, confidence)
    return { residents, low: low === null ? null : (THOUSAND * low) / residents, high: (THOUSAND * high) / residents }
  })
}

/**
 * Appeals per 1,000 residents against the number of residents, with the limits within which a community of that size would lie if all had
 * the average (D. J. Spiegelhalter, Statistics in Medicine 24, 2005; here with the Poisson distribution itself). Who has no residents, or
 * lacks a month, is left out and named.
 */
export function funnelOf(points: readonly FunnelPoint[]): { funnel: Funnel; standings: ReadonlyMap<string, FunnelStanding> } {
  const withoutResidents = points.filter(({ residents }) => residents === null || residents <= 0)
  const others = points.filter((each) => !withoutResidents.includes(each))
  const inside = others.filter((each) => each.received !== null)
  const [residents, received] = [
    inside.reduce((sum, each) => sum + each.residents!, 0),
    inside.reduce((sum, each) => sum + each.received!, 0),
  ]
  const average = received === 0 ? null : received / residents
  // Closer together where communities are small, for there the limits bend.
  const [least, most] = [Math.min(...inside.map((each) => each.residents!)), Math.max(...inside.map((each) => each.residents!))]
  const sizes = Array.from({ length: CURVE_POINTS + 1 }, (_, at) => least + (most - least) * (at / CURVE_POINTS) ** 2)
  const curve = (confidence: number): FunnelLimit[] => (average === null ? [] : limitCurve(average, [...new Set(sizes)], confidence))
  return {
    funnel: {
      average: average === null ? null : THOUSAND * average,
      counted: inside.length,
      withoutResidents: withoutResidents.map((each) => each.community),
      withoutMonths: others.filter((each) => each.received === null).map((each) => each.community),
      limits: { usual: curve(USUAL), wide: curve(WIDE) },
    },
    standings: new Map(
      average === null ? [] : inside.map((each) => [each.community.key, standingOf(each.received!, average * each.residents!)]),
    ),
  }
}
