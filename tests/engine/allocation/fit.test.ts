import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scaleWithin } from '../../../src-main/engine/allocation/fit.ts'

const community = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 60 }), { nil: Infinity }))
  .map(([amount, lower, more]) => ({ amount, lower, upper: lower + more }))
const communities = fc.array(community, { minLength: 1, maxLength: 7 })
const total = (list: number[]): number => list.reduce((sum, each) => sum + each, 0)
const clamp = (value: number, { lower, upper }: { lower: number; upper: number }): number => Math.min(upper, Math.max(lower, value))

/** The common factor, found the slow way: the sum of the clamped amounts grows with it, so halving the interval meets the total. */
function factorFor(list: Array<{ amount: number; lower: number; upper: number }>, wanted: number): number {
  let [low, high] = [0, 1e6]
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2
    if (total(list.map((each) => clamp(each.amount * middle, each))) < wanted) low = middle
    else high = middle
  }
  return high
}

const fit = (list: Array<{ amount: number; lower: number; upper: number }>, wanted: number): number[] | null =>
  scaleWithin(
    list.map((each) => each.amount),
    list.map((each) => each.lower),
    list.map((each) => each.upper),
    wanted,
  )

describe('fit to a total', () => {
  test('one factor for all: whoever is not at a bound has its share of it, within one fen', () => {
    let met = 0
    fc.assert(
      fc.property(communities, fc.integer({ min: 0, max: 400 }), (list, wanted) => {
        const least = total(list.map((each) => each.lower))
        const most = total(list.map((each) => (each.amount > 0 ? each.upper : each.lower)))
        fc.pre(least <= wanted)
        const fitted = fit(list, wanted)
        if (wanted > most) {
          expect(fitted).toBeNull()
          return
        }
        met++
        expect(total(fitted!)).toBe(wanted)
        const factor = factorFor(list, wanted)
        fitted!.forEach((fen, row) => {
          expect(Number.isSafeInteger(fen) && fen >= list[row]!.lower && fen <= list[row]!.upper).toBe(true)
          expect(Math.abs(fen - clamp(list[row]!.amount * factor, list[row]!))).toBeLessThan(1 + 1e-6)
        })
      }),
      { numRuns: 3000 },
    )
    expect(met).toBeGreaterThan(500)
  })

  test('no other whole amounts within the bounds are nearer to proportion', () => {
    const small = fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(3), fc.nat(6))
        .map(([amount, lower, more]) => ({ amount, lower, upper: lower + more })),
      { minLength: 2, maxLength: 3 },
    )
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 20 }), (list, wanted) => {
        const fitted = fit(list, wanted)
        if (fitted === null || total(fitted) !== wanted) return
        // Amounts in proportion to a, within bounds, are those that minimise the sum of x² / a (the continuous optimum, rounded).
        const factor = factorFor(list, wanted)
        const away = (amounts: number[]): number =>
          total(amounts.map((fen, row) => (fen - clamp(list[row]!.amount * factor, list[row]!)) ** 2))
        const every = list.reduce<number[][]>(
          (starts, { lower, upper }) =>
            starts.flatMap((start) => Array.from({ length: upper - lower + 1 }, (_, i) => [...start, lower + i])),
          [[]],
        )
        const best = Math.min(...every.filter((amounts) => total(amounts) === wanted).map(away))
        expect(away(fitted)).toBeLessThan(best + 1e-6)
      }),
      { numRuns: 500 },
    )
  })

  test('worked example: the floor keeps its holder, the cap its holder, the others share the rest 1 : 2', () => {
    const list = [
      { amount: 10, lower: 30, upper: Infinity },
      { amount: 100, lower: 0, upper: 40 },
      { amount: 20, lower: 0, upper: Infinity },
      { amount: 40, lower: 0, upper: Infinity },
    ]
    expect(fit(list, 130)).toEqual([30, 40, 20, 40])
  })

  test('what can not be divided goes by largest remainder, ties to the earlier code', () => {
    const alike = Array.from({ length: 3 }, () => ({ amount: 7, lower: 0, upper: Infinity }))
    expect(fit(alike, 100)).toEqual([34, 33, 33])
    expect(fit(alike, 101)).toEqual([34, 34, 33])
  })
})
