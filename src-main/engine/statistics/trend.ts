import { TREND_POINTS } from '../../model/appeal-account.ts'

export type Trend = 'rising' | 'falling' | 'none'
const CHANCE = 0.05

/** In how many orders of n different numbers so many pairs stand the wrong way round, from none to all. */
function ordersByInversions(n: number): number[] {
  let ways = [1]
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(ways.length + size - 1).fill(0)
    for (const [inversions, count] of ways.entries()) for (let more = 0; more < size; more++) next[inversions + more]! += count
    ways = next
  }
  return ways
}

/**
 * Whether a series rises or falls: Kendall's test of its pairs against their order in time (H. B. Mann, Econometrica 13, 1945), exact,
 * at 5 % on both sides together. Equal points count for neither side, so that a trend is rather not seen than made up.
 * @returns null where there are fewer than six points
 */
export function trendOf(points: readonly number[]): Trend | null {
  const n = points.length
  if (n < TREND_POINTS) return null
  let score = 0
  for (let later = 1; later < n; later++)
    for (let before = 0; before < later; before++) score += Math.sign(points[later]! - points[before]!)
  const pairs = (n * (n - 1)) / 2
  const ways = ordersByInversions(n)
  const all = ways.reduce((sum, each) => sum + each, 0)
  // Pairs the wrong way round, were there no equal ones: half of what the score lacks to all pairs.
  const least = Math.floor((pairs - Math.abs(score)) / 2 + 0.5)
  const asFar = ways.slice(0, least + 1).reduce((sum, each) => sum + each, 0)
  if ((2 * asFar) / all > CHANCE) return 'none'
  return score > 0 ? 'rising' : 'falling'
}
