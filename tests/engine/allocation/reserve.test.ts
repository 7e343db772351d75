import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src-main/engine/index.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { component, exampleOf, perPerson, standard, YUAN, type Row } from './worked-example.ts'

const met = { kind: 'flag', indicator: 'base', value: true }
const reserve = (more: object = {}) => ({ kind: 'reserve', share: 0.1, when: met, shareOut: 'equal', released: false, ...more })
const rows: Row[] = [
  { own: 'A', base: 1 },
  { own: 'B', base: 1 },
  { own: 'B', base: 0 },
]
const amounts = (steps: object[], list: Row[] = rows): Array<number | null> =>
  evaluate(exampleOf(steps, list)).communities.map((each) => (each.amountFen === null ? null : each.amountFen / YUAN))

describe('while it is held back', () => {
  test('each amount is lowered by the share, and the sum is told', () => {
    const { communities, totals, districts } = evaluate(exampleOf([standard, reserve()], rows))
    expect(communities.map((each) => [each.amountFen! / YUAN, each.reserveFen! / YUAN])).toEqual([
      [900, 100],
      [1800, 200],
      [1800, 200],
    ])
    expect([totals.amountFen, totals.reserveFen, districts[0]!.reserveFen]).toEqual([4500 * YUAN, 500 * YUAN, 500 * YUAN])
    expect(communities[0]!.trace.at(-1)).toEqual({ step: 's1', fen: -100 * YUAN })
  })
  test('half a fen is held back whole', () => {
    const { communities } = evaluate(exampleOf([{ ...perPerson, rateFen: 1 }, reserve({ share: 0.5 })], [{ own: 'A', people: 3, base: 1 }]))
    expect([communities[0]!.amountFen, communities[0]!.reserveFen]).toEqual([1, 2])
  })
  test('who meets the standard need not be known yet', () => expect(amounts([standard, reserve()], [{ own: 'A' }])).toEqual([900]))
  test('for some classes only; a floor before it is about the amount before it', () => {
    expect(amounts([standard, { kind: 'floor', amountFen: 1500 * YUAN }, reserve({ classes: ['A'] })])).toEqual([1350, 2000, 2000])
  })
  test('a fixed total is amounts and reserve together', () => {
    const { totals } = evaluate(
      exampleOf([standard, { kind: 'fit', totalFen: 1000 * YUAN }, { kind: 'round', unit: 'yuan' }, reserve({ share: 0.333333 })], rows),
    )
    expect(totals.amountFen + totals.reserveFen!).toBe(1000 * YUAN)
  })
  test('each component holds back for itself', () => {
    const { totals } = evaluate(
      exampleOf([standard, reserve()], rows, { components: [component('more', [standard, reserve({ share: 0.5 })])] }),
    )
    expect([totals.amountFen, totals.reserveFen]).toEqual([7000 * YUAN, 3000 * YUAN])
  })
  test('an unknown amount holds back an unknown sum, not nothing', () => {
    const { communities, totals } = evaluate(
      exampleOf(
        [{ ...perPerson, rateFen: 1000 * YUAN }, reserve()],
        [
          { own: 'A', base: 1 },
          { own: 'A', people: 1, base: 1 },
        ],
      ),
    )
    expect(communities.map((each) => [each.amountFen, each.reserveFen])).toEqual([
      [null, null],
      [900 * YUAN, 100 * YUAN],
    ])
    expect(totals.reserveFen).toBe(100 * YUAN)
  })
})

describe('once it is released', () => {
  test('it goes in equal parts to those who meet the standard', () => {
    expect(amounts([standard, reserve({ released: true })])).toEqual([1150, 2050, 1800])
    expect(evaluate(exampleOf([standard, reserve({ released: true })], rows)).totals).toMatchObject({
      amountFen: 5000 * YUAN,
      reserveFen: 0,
    })
  })
  test('or in proportion to the amounts before it, to the fen', () => {
    const { communities, totals } = evaluate(exampleOf([standard, reserve({ released: true, shareOut: 'amount' })], rows))
    // 500 元 at 1000 : 2000
    expect(communities.map((each) => each.amountFen)).toEqual([90_000 + 16_667, 180_000 + 33_333, 180_000])
    expect(totals.amountFen).toBe(5000 * YUAN)
  })
  test('of an odd fen the earlier code gets more', () => {
    expect(
      amounts(
        [{ ...perPerson, rateFen: 1 }, reserve({ share: 1, released: true })],
        [
          { own: 'A', people: 1, base: 1 },
          { own: 'A', people: 2, base: 1 },
        ],
      ),
    ).toEqual([0.02, 0.01])
  })
  test('that nobody meets the standard is said, with the sum; so is a sum in proportion to nothing', () => {
    expect(outcomeOf(exampleOf([standard, reserve({ released: true })], [{ own: 'A', base: 0 }])).problem).toMatchObject({
      code: 'allocation.reserveUnclaimed',
      params: { byFen: 100 * YUAN },
      place: { path: 's1' },
    })
    const poor: Row[] = [
      { own: 'A', people: 0, base: 1 },
      { own: 'A', people: 9, base: 0 },
    ]
    expect(outcomeOf(exampleOf([perPerson, reserve({ released: true, shareOut: 'amount' })], poor)).problem).toMatchObject({
      code: 'allocation.nothingToShare',
      params: { byFen: 9 * YUAN },
    })
  })
  test('while it is unknown who meets the standard nobody’s part is known, and only those who surely don’t have an amount', () => {
    const { communities, problems } = evaluate(exampleOf([standard, reserve({ released: true })], [...rows, { own: 'A' }]))
    expect(communities.map((each) => [each.amountFen, each.needs])).toEqual([
      [null, []],
      [null, []],
      [1800 * YUAN, []],
      [null, ['base']],
    ])
    expect(problems).toMatchObject([{ code: 'allocation.undecided', level: 'warning', params: { count: 1 }, place: { path: 's1' } }])
  })
  test('while one amount is unknown the sum is unknown', () => {
    const { communities } = evaluate(
      exampleOf(
        [{ ...perPerson, rateFen: 1000 * YUAN }, reserve({ released: true })],
        [
          { own: 'A', base: 0 },
          { own: 'A', people: 1, base: 1 },
          { own: 'A', people: 1, base: 0 },
        ],
      ),
    )
    expect(communities.map((each) => each.amountFen)).toEqual([null, null, 900 * YUAN])
  })
})
