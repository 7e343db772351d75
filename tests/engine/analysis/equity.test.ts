import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { inequalityOf, type Portion } from '../../../src-main/engine/analysis/equity.ts'
import { PUBLISHED, STATES, YEARS } from './regional-incomes.ts'

const portion = (amountFen: number, weight = 1, group = 'one'): Portion => ({ amountFen, weight, group })

describe('published values', () => {
  it.each(YEARS)('incomes of %i', (year) => {
    const { gini, theil } = inequalityOf(STATES.map(({ incomes, region }) => portion(incomes[YEARS.indexOf(year)]!, 1, region)))!
    const published = PUBLISHED[year]
    if (published.gini !== null) expect(gini).toBeCloseTo(published.gini, 10)
    expect(theil.total).toBeCloseTo(published.total, 7)
    expect(theil.within).toBeCloseTo(published.within, 7)
    expect(theil.between).toBeCloseTo(published.between, 7)
  })

  it('worked by hand: 1, 2, 3, 4, 5', () =>
    expect(inequalityOf([1, 2, 3, 4, 5].map((each) => portion(each)))!.gini).toBeCloseTo(4 / 15, 12))

  it('worked by hand: one of four gets everything', () => {
    const { gini, theil } = inequalityOf([portion(0), portion(0), portion(0), portion(80)])!
    expect(gini).toBeCloseTo(3 / 4, 12)
    expect(theil.total).toBeCloseTo(Math.log(4), 12)
  })
})

/** The definition, word for word: every pair of units of weight. */
function giniByPairs(portions: Portion[]): number {
  const [weight, money] = [portions.reduce((sum, each) => sum + each.weight, 0), portions.reduce((sum, each) => sum + each.amountFen, 0)]
  const pairs = portions.flatMap((a) =>
    portions.map((b) => a.weight * b.weight * Math.abs(a.amountFen / a.weight - b.amountFen / b.weight)),
  )
  return pairs.reduce((sum, each) => sum + each, 0) / (2 * weight * money)
}
const portions = fc
  .array(
    fc.record({
      amountFen: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 5, arbitrary: fc.integer({ min: 1, max: 60_000_000 }) }),
      weight: fc.integer({ min: 1, max: 30_000 }),
      group: fc.constantFrom('东区', '西区', '南县'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .filter((list) => list.some((each) => each.amountFen > 0))

describe('for any amounts and weights', () => {
  const everywhere = (property: (list: Portion[]) => void): void => fc.assert(fc.property(portions, property), { numRuns: 500 })

  test("Gini's coefficient is that of its definition, between 0 and 1", () =>
    everywhere((list) => {
      const { gini } = inequalityOf(list)!
      expect(gini).toBeCloseTo(giniByPairs(list), 10)
      expect(gini).toBeGreaterThanOrEqual(0)
      expect(gini).toBeLessThan(1)
    }))

  test('the parts of T add up to what T is without groups', () =>
    everywhere((list) => {
      const { theil } = inequalityOf(list)!
      const { theil: alone } = inequalityOf(list.map((each) => ({ ...each, group: 'one' })))!
      expect(alone.between).toBeCloseTo(0, 12)
      expect(theil.within + theil.between).toBeCloseTo(alone.total, 10)
      expect(theil.total).toBe(theil.within + theil.between)
      for (const part of ['weightShare', 'moneyShare'] as const)
        expect(theil.groups.reduce((sum, each) => sum + each[part], 0)).toBeCloseTo(1, 12)
    }))

  test('ten times the money, or ten times the people, change nothing', () =>
    everywhere((list) => {
      const { gini, theil } = inequalityOf(list)!
      for (const scaled of [
        list.map((each) => ({ ...each, amountFen: each.amountFen * 10 })),
        list.map((each) => ({ ...each, weight: each.weight * 10 })),
      ]) {
        expect(inequalityOf(scaled)!.gini).toBeCloseTo(gini, 10)
        expect(inequalityOf(scaled)!.theil.total).toBeCloseTo(theil.total, 10)
      }
    }))

  test('a community counted as two of half the size changes nothing', () =>
    everywhere((list) => {
      const halves = list.flatMap((each) =>
        [each, each].map((half) => ({ ...half, amountFen: each.amountFen / 2, weight: each.weight / 2 })),
      )
      expect(inequalityOf(halves)!.gini).toBeCloseTo(inequalityOf(list)!.gini, 10)
      expect(inequalityOf(halves)!.theil.within).toBeCloseTo(inequalityOf(list)!.theil.within, 10)
    }))

  test('the same for everybody is no inequality', () =>
    everywhere((list) => {
      const { gini, theil } = inequalityOf(list.map((each) => ({ ...each, amountFen: each.weight * 731 })))!
      for (const figure of [gini, theil.total, theil.within, theil.between]) expect(figure).toBeCloseTo(0, 12)
    }))
})

it('has nothing to say where there is nobody, or no money', () => {
  expect(inequalityOf([])).toBeNull()
  expect(inequalityOf([portion(0), portion(0, 5)])).toBeNull()
})
