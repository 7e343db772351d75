import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestOrder,
  byRule,
  HORIZON,
  ordered,
  ownCosts,
  schedule,
  yearlyNeed,
  type Lot,
  type Money,
} from '../../../src-main/engine/renovation/index.ts'
import type { RenovationOrder } from '../../../src-main/model/renovation.ts'

const WAN = 1_000_000
const lot = (given: Partial<Lot> = {}): Lot => ({
  kind: 'old',
  count: 8,
  unitFen: 30 * WAN,
  aid: { kind: 'none' },
  priceRise: 0,
  worsens: 0,
  ...given,
})
const inOrder = (lots: readonly Lot[], money: Money, order: RenovationOrder = 'kinds') => schedule(ordered(lots, money, order).turns, money)
const yearly = (wan: number, startFen = 0): Money => ({ startFen, yearlyFen: wan * WAN })

describe('courtyards year by year', () => {
  it('makes twelve years eight: eight courtyards at 30 万元, 20 against 30 万元 a year', () => {
    const [before, after] = [inOrder([lot()], yearly(20)), inOrder([lot()], yearly(30))]
    expect([before.finished, after.finished]).toEqual([12, 8])
    expect(before.years.map((each) => each.done)).toEqual([0, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1])
    expect([before.courtyardYears, after.courtyardYears]).toEqual([2 + 3 + 5 + 6 + 8 + 9 + 11 + 12, 36])
  })

  it.each([
    [22.5, 9, 6],
    [30, 12, 8],
    [37.5, 15, 10],
  ])('is 2c/15 years sooner: c = %s 万元', (c, before, after) => {
    const lots = [lot({ unitFen: c * WAN })]
    expect([inOrder(lots, yearly(20)).finished, inOrder(lots, yearly(30)).finished]).toEqual([before, after])
    expect(before - after).toBe((2 * c) / 15)
  })

  it('saves up for a courtyard that costs more than a year brings, and none overtakes it', () => {
    const lots = [lot({ kind: 'dear', count: 1, unitFen: 50 * WAN }), lot({ kind: 'small', count: 2, unitFen: 5 * WAN })]
    const plan = inOrder(lots, yearly(20))
    expect(plan.years.map(({ spentFen, leftFen }) => [spentFen / WAN, leftFen / WAN])).toEqual([
      [0, 20],
      [0, 40],
      [60, 0],
    ])
    expect(inOrder(lots, yearly(20), 'cheapest').done).toEqual([
      { kind: 'small', year: 1, count: 2 },
      { kind: 'dear', year: 3, count: 1 },
    ])
  })

  it('counts what is there already, and what others pay: a share of the price of that year, or a fixed sum', () => {
    expect(inOrder([lot({ count: 1 })], yearly(10, 20 * WAN)).finished).toBe(1)
    expect(ownCosts(lot({ aid: { kind: 'share', share: 3333 } }))[0]).toBe(30 * WAN - 9_999_000)
    expect(ownCosts(lot({ aid: { kind: 'sum', fen: 10 * WAN }, priceRise: 1000 })).slice(0, 3)).toEqual([20 * WAN, 23 * WAN, 26.3 * WAN])
    expect(inOrder([lot({ aid: { kind: 'share', share: 10_000 } })], yearly(0)).finished).toBe(1)
  })

  it('adds what waiting and prices add, each year to the fen', () => {
    expect(ownCosts(lot({ unitFen: 101, priceRise: 100, worsens: 200 })).slice(0, 3)).toEqual([101, 104, 107])
    // 101 x 1.01 = 102.01, x 1.02 = 104.04; 104 x 1.01 = 105.04, x 1.02 = 107.1
  })

  it('says that it is not within the horizon, also where costs run away', () => {
    expect(inOrder([lot()], yearly(0))).toMatchObject({ finished: null, courtyardYears: 8 * HORIZON })
    expect(inOrder([lot({ count: 61 })], yearly(30)).finished).toBeNull()
    expect(inOrder([lot({ count: 60 })], yearly(30)).finished).toBe(60)
    const runaway = inOrder([lot({ unitFen: 10_000_000_000, worsens: 2000, priceRise: 2000 })], yearly(30))
    expect(runaway.finished).toBeNull()
    expect(runaway.years).toHaveLength(HORIZON)
  })

  it('has nothing to do without courtyards', () => {
    expect(inOrder([], yearly(20))).toMatchObject({ finished: 0, years: [], total: 0, courtyardYears: 0 })
    expect(inOrder([lot({ count: 0 })], yearly(20))).toMatchObject({ finished: 0, years: [] })
  })
})

const anyAid = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.record({ kind: fc.constant('share' as const), share: fc.integer({ min: 0, max: 10_000 }) }),
  fc.record({ kind: fc.constant('sum' as const), fen: fc.integer({ min: 0, max: 3000 }) }),
)
const anyLots = (most: number, rises = true) =>
  fc
    .array(
      fc.record({
        count: fc.integer({ min: 0, max: most }),
        unitFen: fc.integer({ min: 1, max: 5000 }),
        aid: anyAid,
        worsens: rises ? fc.integer({ min: 0, max: 2000 }) : fc.constant(0),
      }),
      { maxLength: 3 },
    )
    .chain((lots) =>
      (rises ? fc.integer({ min: 0, max: 2000 }) : fc.constant(0)).map((priceRise) =>
        lots.map((each, at): Lot => ({ ...each, kind: `k${at}`, priceRise })),
      ),
    )
const anyMoney = fc.record({ startFen: fc.integer({ min: 0, max: 5000 }), yearlyFen: fc.integer({ min: 0, max: 3000 }) })
const anyOrder = fc.constantFrom<RenovationOrder>('kinds', 'cheapest', 'dearest', 'best')

/** Every order of the courtyards, one by one. */
function permutations(lots: readonly Lot[]): Lot[][] {
  const single = lots.flatMap((each) => Array.from({ length: each.count }, () => each))
  const from = (rest: readonly Lot[]): Lot[][] =>
    rest.length === 0
      ? [[]]
      : [...new Set(rest)].flatMap((first) => {
          const others = [...rest]
          others.splice(others.indexOf(first), 1)
          return from(others).map((each) => [first, ...each])
        })
  return from(single)
}

describe('of any backlog', () => {
  it('no fen is lost or made, and the account is never below zero', () => {
    fc.assert(
      fc.property(anyLots(8), anyMoney, anyOrder, (lots, money, order) => {
        const plan = inOrder(lots, money, order)
        let left = money.startFen
        const costs = new Map(lots.map((each) => [each.kind, ownCosts(each)]))
        for (const each of plan.years) {
          const own = plan.done.filter(({ year }) => year === each.year)
          expect(each.spentFen).toBe(own.reduce((sum, { kind, year, count }) => sum + count * costs.get(kind)![year - 1]!, 0))
          expect(each.leftFen).toBe(left + each.inFen - each.spentFen)
          expect(each.leftFen).toBeGreaterThanOrEqual(0)
          left = each.leftFen
        }
        const done = plan.done.reduce((sum, { count }) => sum + count, 0)
        expect(done + (plan.years.at(-1)?.waiting ?? 0)).toBe(plan.total)
      }),
    )
  })

  it('more money is never later', () => {
    fc.assert(
      fc.property(anyLots(6), anyMoney, anyOrder, fc.integer({ min: 1, max: 500 }), (lots, money, order, more) => {
        const end = (plan: ReturnType<typeof inOrder>): number => plan.finished ?? HORIZON + 1
        for (const richer of [
          { ...money, yearlyFen: money.yearlyFen + more },
          { ...money, startFen: money.startFen + more },
        ]) {
          expect(inOrder(lots, richer, order).courtyardYears).toBeLessThanOrEqual(inOrder(lots, money, order).courtyardYears)
          if (order !== 'best') expect(end(inOrder(lots, richer, order))).toBeLessThanOrEqual(end(inOrder(lots, money, order)))
        }
      }),
    )
  })

  it('the best order is never worse than a rule, and with steady costs it is the cheapest first', () => {
    fc.assert(
      fc.property(anyLots(6), anyMoney, (lots, money) => {
        const best = inOrder(lots, money, 'best').courtyardYears
        for (const rule of ['kinds', 'cheapest', 'dearest'] as const)
          expect(best).toBeLessThanOrEqual(schedule(byRule(lots, rule), money).courtyardYears)
      }),
    )
  })

  it.each([true, false])('no other order of all of them is better (rising costs: %s)', (rises) => {
    fc.assert(
      fc.property(anyLots(2, rises), anyMoney, (lots, money) => {
        const all = permutations(lots).map((order) =>
          schedule(
            order.map((each) => ({ lot: each, count: 1 })),
            money,
          ),
        )
        const { turns, proof } = bestOrder(lots, money, 'waiting')
        expect(proof).not.toBe('rulesOnly')
        expect(schedule(turns, money).courtyardYears).toBe(Math.min(...all.map((each) => each.courtyardYears)))
        const end = (plan: (typeof all)[number]): number => plan.finished ?? HORIZON + 1
        expect(end(schedule(bestOrder(lots, money, 'finish').turns, money))).toBe(Math.min(...all.map(end)))
      }),
      { numRuns: 150 },
    )
  })

  it('a dear courtyard comes first where costs rise so that the cheapest first is worse', () => {
    const lots = [lot({ kind: 'a', count: 1, unitFen: 100, priceRise: 2000 }), lot({ kind: 'b', count: 1, unitFen: 1000, priceRise: 2000 })]
    const money = { startFen: 880, yearlyFen: 120 }
    expect(inOrder(lots, money, 'cheapest').finished).toBeNull()
    expect(inOrder(lots, money, 'best').done).toEqual([
      { kind: 'b', year: 1, count: 1 },
      { kind: 'a', year: 2, count: 1 },
    ])
  })

  it('says that only rules were tried where there are too many ways', () => {
    const many = ['a', 'b', 'c', 'd'].map((kind, at) => lot({ kind, count: 12, unitFen: 100 + at, priceRise: 100 }))
    expect(bestOrder(many, { startFen: 0, yearlyFen: 500 }, 'waiting').proof).toBe('rulesOnly')
  })
})

describe('the money a year to be done by a year', () => {
  it('is 40 万元 for eight courtyards in six years, and one fen less is not enough', () => {
    const need = yearlyNeed([lot()], 'kinds', 0, 6)
    expect(need.yearlyFen).toBe(40 * WAN)
    expect([need.at.finished, need.below?.finished]).toEqual([6, 7])
  })

  it('is nothing where what is there suffices', () => {
    expect(yearlyNeed([lot({ count: 1 })], 'kinds', 30 * WAN, 1)).toMatchObject({ yearlyFen: 0, below: null })
    expect(yearlyNeed([], 'best', 0, 1)).toMatchObject({ yearlyFen: 0, below: null })
  })

  it('is the smallest of all sums', () => {
    fc.assert(
      fc.property(anyLots(3), fc.integer({ min: 0, max: 3000 }), anyOrder, fc.integer({ min: 1, max: 12 }), (lots, startFen, order, by) => {
        const { yearlyFen, at, below } = yearlyNeed(lots, order, startFen, by)
        expect(at).toMatchObject({ yearlyFen })
        expect(at.finished).not.toBeNull()
        expect(at.finished!).toBeLessThanOrEqual(by)
        if (below === null) expect(yearlyFen).toBe(0)
        else expect(below.finished ?? HORIZON + 1).toBeGreaterThan(by)
      }),
      { numRuns: 60 },
    )
  })
})
