import { describe, expect, it } from 'vitest'
import { chanceOfAtLeast, chanceOfAtMost, countLimits, trendOf } from '../../../src-main/engine/statistics/index.ts'

/** The sum of the Poisson distribution's own terms, term by term. */
function atMost(k: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), Math.exp(-mean)]
  for (let i = 1; i <= k; i++) {
    term *= mean / i
    sum += term
  }
  return sum
}

/** Exact limits at 95 % of the mean of which k were counted (F. Garwood, Biometrika 28, 1936). */
const GARWOOD: ReadonlyArray<[number, number | null, number]> = [
  [1, 0.0253, 5.5716],
  [2, 0.2422, 7.2247],
  [3, 0.6187, 8.7673],
  [5, 1.6235, 11.6683],
  [10, 4.7954, 18.3904],
  [20, 12.2165, 30.8884],
  [50, 37.111, 65.9188],
  [100, 81.364, 121.6271],
]

describe('chances of counts', () => {
  it('are those of the distribution, term by term', () => {
    for (const mean of [0.05, 0.7, 3, 9.5, 40, 217, 600])
      for (const share of [0, 0.3, 0.8, 1, 1.2, 2]) {
        const k = Math.round(mean * share)
        expect(chanceOfAtMost(k, mean)).toBeCloseTo(atMost(k, mean), 10)
        if (k > 0) expect(chanceOfAtLeast(k, mean)).toBeCloseTo(1 - atMost(k - 1, mean), 10)
      }
  })

  it('are those of published tables: at the limits of Garwood they are 2.5 %', () => {
    for (const [k, low, high] of GARWOOD) {
      expect(chanceOfAtLeast(k, low!)).toBeCloseTo(0.025, 4)
      expect(chanceOfAtMost(k, high)).toBeCloseTo(0.025, 4)
    }
    // None in the time: the mean is at most 3.689.
    expect(chanceOfAtMost(0, 3.6889)).toBeCloseTo(0.025, 5)
  })

  it('are as exact for the thousands of a district as for a few', () => {
    // 10,000 expected: a count of 10,200 or more. Halves by the normal distribution to three places, since nothing else is left there.
    expect(chanceOfAtLeast(10_200, 10_000)).toBeCloseTo(0.0231, 3)
    expect(chanceOfAtLeast(10_200, 10_000) + chanceOfAtMost(10_199, 10_000)).toBeCloseTo(1, 10)
  })
})

describe('limits of a count', () => {
  it('are such that every whole count beyond has at most half of the chance left, and every one within more', () => {
    for (const mean of [0.4, 2, 8.3, 12, 55, 480])
      for (const confidence of [0.95, 0.998]) {
        const { low, high } = countLimits(mean, confidence)
        const chance = (1 - confidence) / 2
        const first = Math.ceil(high)
        expect(1 - atMost(first - 1, mean)).toBeLessThanOrEqual(chance)
        expect(1 - atMost(first - 2, mean)).toBeGreaterThan(chance)
        if (low === null) expect(Math.exp(-mean)).toBeGreaterThan(chance)
        else {
          expect(atMost(Math.floor(low), mean)).toBeLessThanOrEqual(chance)
          expect(atMost(Math.floor(low) + 1, mean)).toBeGreaterThan(chance)
        }
      }
  })

  it('say of a place of 200 that twice the average is chance, and of one of 20,000 that it is not', () => {
    const perHead = 0.02
    expect(countLimits(200 * perHead, 0.998).high).toBeGreaterThan(2 * 200 * perHead)
    expect(countLimits(20_000 * perHead, 0.998).high).toBeLessThan(2 * 20_000 * perHead)
  })
})

describe('a trend', () => {
  it('takes six points', () => expect(trendOf([1, 2, 3, 4, 5])).toBeNull())

  it.each([
    ['rising', [1, 2, 3, 4, 5, 6]],
    ['falling', [60, 50, 41, 42, 30, 20]],
    // 3 of 15 pairs the wrong way round: 2 x (1 + 5 + 14 + 29) of 720 orders are as far from even.
    ['none', [3, 1, 2, 4, 6, 5]],
    ['none', [5, 5, 5, 5, 5, 5]],
    ['none', [1, 9, 2, 8, 3, 7, 4, 6]],
    ['rising', [10, 10, 11, 12, 12, 13, 14, 15, 15, 16, 17, 18]],
  ] as const)('is %s in %j', (trend, points) => expect(trendOf(points)).toBe(trend))

  it('is that of all orders of six points, counted one by one', () => {
    const orders = (rest: number[]): number[][] =>
      rest.length === 0 ? [[]] : rest.flatMap((each) => orders(rest.filter((other) => other !== each)).map((more) => [each, ...more]))
    const all = orders([1, 2, 3, 4, 5, 6])
    const seen = all.filter((each) => trendOf(each) !== 'none')
    expect(all).toHaveLength(720)
    expect(seen.length / all.length).toBeLessThanOrEqual(0.05)
    // With one pair more the wrong way round it would be more than 5 %: 2 x (1 + 5 + 14) = 40 of 720 are 5.6 %.
    expect(seen).toHaveLength(12)
  })
})
