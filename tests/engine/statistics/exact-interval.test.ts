import { describe, expect, it } from 'vitest'
import { exactInterval, neededAtMost } from '../../../src-main/engine/statistics/index.ts'

describe('the exact interval', () => {
  // Published tables of exact limits of the binomial at 95 %, in per cent; the last four are those that Newcombe (1998) compares methods by.
  it.each([
    [0, 10, 0, 30.85],
    [1, 10, 0.25, 44.5],
    [5, 10, 18.71, 81.29],
    [10, 10, 69.15, 100],
    [1, 20, 0.13, 24.87],
    [4, 20, 5.73, 43.66],
    [20, 20, 83.16, 100],
    [0, 100, 0, 3.62],
    [5, 100, 1.64, 11.28],
    [50, 100, 39.83, 60.17],
    [81, 263, 25.27, 36.76],
    [15, 148, 5.78, 16.17],
    [0, 20, 0, 16.84],
    [1, 29, 0.09, 17.76],
  ])('of %d of %d is that of the tables', (k, n, low, high) => {
    const found = exactInterval(k, n, 0.95)
    expect(found.low * 100).toBeCloseTo(low, 2)
    expect(found.high * 100).toBeCloseTo(high, 2)
  })

  it('has ends of which the binomial itself, in whole numbers, says that no more than 2.5 % lie beyond', () => {
    const scale = 10n ** 12n
    /** P(X ≤ k) of n at p = share / 10^12, as a fraction of 10^(12n). */
    const atMost = (k: number, n: number, share: bigint): bigint => {
      let [ways, sum] = [1n, 0n]
      for (let i = 0; i <= k; i++) {
        sum += ways * share ** BigInt(i) * (scale - share) ** BigInt(n - i)
        ways = (ways * BigInt(n - i)) / BigInt(i + 1)
      }
      return sum
    }
    for (const [k, n] of [
      [0, 7],
      [3, 17],
      [11, 60],
      [59, 60],
      [40, 200],
    ] as const) {
      const { high } = exactInterval(k, n, 0.95)
      const [inside, beyond] = [BigInt(Math.floor((high - 1e-10) * 1e12)), BigInt(Math.ceil((high + 1e-10) * 1e12))]
      const limit = (25n * scale ** BigInt(n)) / 1000n
      expect(atMost(k, n, inside) > limit).toBe(true)
      expect(atMost(k, n, beyond) <= limit).toBe(true)
    }
  })

  it('narrows with the sample, also where the terms of the binomial are smaller than any number', () => {
    const { low, high } = exactInterval(50_000, 1_000_000, 0.95)
    expect([low, high].map((each) => each.toFixed(5))).toEqual(['0.04957', '0.05043'])
  })
})

describe('the smallest sample', () => {
  it('that proves 95 % is 72 persons without a missed one: twenty never do', () => {
    expect(exactInterval(0, 20, 0.95).high).toBeGreaterThan(0.05)
    expect(neededAtMost(0, 0.05, 0.95)).toBe(72)
    expect(exactInterval(0, 72, 0.95).high).toBeLessThanOrEqual(0.05)
    expect(exactInterval(0, 71, 0.95).high).toBeGreaterThan(0.05)
  })

  it.each([
    [1, 0.05],
    [3, 0.1],
    [12, 0.05],
    [40, 0.2],
  ])('with %d cases for at most %f is where the interval begins to say so', (k, most) => {
    const n = neededAtMost(k, most, 0.95)!
    expect(exactInterval(k, n, 0.95).high).toBeLessThanOrEqual(most)
    expect(exactInterval(k, n - 1, 0.95).high).toBeGreaterThan(most)
  })

  it('is none for a share of nothing', () => {
    expect(neededAtMost(0, 0, 0.95)).toBeNull()
    expect(neededAtMost(3, 1, 0.95)).toBe(4)
  })
})
