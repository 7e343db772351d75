import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src-main/engine/index.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { component, exampleOf, perPerson, standard, YUAN, type Row } from './worked-example.ts'

/** Amounts are 10 元 a person, so that people and last year's amount say who gains. */
const row = (amount: number, last?: number): Row => ({ own: 'A', people: amount / 10, ...(last !== undefined && { last }) })
const financed = (loss: number, more: object = {}) => ({ kind: 'protect', loss, financed: true, ...more })
const amounts = (steps: object[], list: Row[]): Array<number | null> =>
  evaluate(exampleOf(steps, list)).communities.map((each) => (each.amountFen === null ? null : each.amountFen / YUAN))
const code = (position: number): string => `63010200100${position}`

test('the guarantee is paid for by the highest gains: all who pay keep the same share of last year’s amount', () => {
  // The first falls from 1000 to 700 and is raised to 900. The others gain 100 %, 40 % and 10 % of 500: capped at 60 % the second
  // alone pays the 200.
  const list = [row(700, 1000), row(1000, 500), row(700, 500), row(550, 500)]
  const { communities, totals, guarantees, transfers } = evaluate(exampleOf([perPerson, financed(0.1)], list))
  expect(communities.map((each) => each.amountFen! / YUAN)).toEqual([900, 800, 700, 550])
  expect(guarantees).toEqual([{ step: 's1', costFen: 200 * YUAN, highestGain: 0.6 }])
  expect(transfers).toEqual([{ step: 's1', from: code(1), to: code(0), fen: 200 * YUAN }])
  expect(totals.amountFen).toBe(2950 * YUAN)
})

test('a lower level takes from more of them', () => {
  // 400 are needed. Capped at 30 % of 500 the second pays 350 of its gain and the third 50; the fourth gains less than that.
  const list = [row(500, 1000), row(1000, 500), row(700, 500), row(550, 500)]
  const { communities, guarantees, transfers } = evaluate(exampleOf([perPerson, financed(0.1)], list))
  expect(communities.map((each) => each.amountFen! / YUAN)).toEqual([900, 650, 650, 550])
  expect(guarantees![0]).toMatchObject({ costFen: 400 * YUAN, highestGain: 0.3 })
  expect(transfers!.map((each) => [each.from, each.fen / YUAN])).toEqual([
    [code(1), 350],
    [code(2), 50],
  ])
})

test('several who pay and several who receive: every margin is exact, odd fen by largest remainder', () => {
  const list = [row(0, 0.01), row(0, 0.01), row(20, 10), row(20, 10), row(20, 10)]
  const { communities, transfers } = evaluate(exampleOf([perPerson, financed(0)], list))
  expect(communities.map((each) => each.amountFen)).toEqual([1, 1, 2000, 1999, 1999])
  expect(transfers).toEqual([
    { step: 's1', from: code(3), to: code(0), fen: 1 },
    { step: 's1', from: code(4), to: code(1), fen: 1 },
  ])
})

test('nobody loses more than allowed: nothing is taken', () => {
  const { guarantees, transfers, communities } = evaluate(exampleOf([perPerson, financed(0.5)], [row(600, 1000), row(900, 100)]))
  expect([guarantees, transfers, communities.map((each) => each.trace[1]!.fen)]).toEqual([
    [{ step: 's1', costFen: 0, highestGain: null }],
    [],
    [0, 0],
  ])
})

test('gains that don’t pay for the guarantee are named, with what is missing', () => {
  const { problem } = outcomeOf(exampleOf([perPerson, financed(0.1)], [row(500, 1000), row(650, 500)]))
  expect(problem).toMatchObject({
    code: 'allocation.guaranteeNotFinanced',
    params: { totalFen: 400 * YUAN, limitFen: 150 * YUAN, byFen: 250 * YUAN },
    place: { path: 's1' },
  })
  expect(amounts([perPerson, financed(0.1)], [row(750, 1000), row(650, 500)])).toEqual([900, 500])
})

describe('bounds', () => {
  test('nobody pays out of a floor; the others pay the rest', () => {
    const floor = { kind: 'floor', amountFen: 600 * YUAN }
    expect(amounts([perPerson, floor, financed(0)], [row(600, 1000), row(600, 100), row(1500, 1000)])).toEqual([1000, 600, 1100])
    const { problem } = outcomeOf(exampleOf([perPerson, floor, financed(0)], [row(600, 1000), row(600, 100), row(1300, 1000)]))
    expect(problem).toMatchObject({ code: 'allocation.guaranteeNotFinanced', params: { byFen: 100 * YUAN } })
  })
  test('after a fixed total the total stays, and rounding keeps guarantee and cap', () => {
    const steps = [perPerson, { kind: 'fit', totalFen: 3000 * YUAN }, financed(0.05), { kind: 'round', unit: 'hundredYuan' }]
    expect(amounts(steps, [row(1000, 1500), row(1000, 800), row(1000, 500)])).toEqual([1500, 900, 600])
    expect(amounts(steps.slice(0, 3), [row(1000, 1500), row(1000, 800), row(1000, 500)])).toEqual([1425, 969.23, 605.77])
  })
  test('rounding to a unit goes below no guarantee, and above no cap, though others have smaller remainders', () => {
    const round = { kind: 'round', unit: 'hundredYuan' }
    // 1425, 975 and 1030: the hundred that is left would be the third one’s.
    expect(amounts([perPerson, financed(0.05), round], [row(1000, 1500), row(1400, 500), row(1030)])).toEqual([1500, 900, 1000])
    // 1400, 970 and 1030: it would be the second one’s.
    expect(amounts([perPerson, financed(0), round], [row(1000, 1400), row(1370, 500), row(1030)])).toEqual([1400, 900, 1100])
  })
  test('for some classes only: the others neither pay nor receive', () => {
    const list: Row[] = [
      { own: 'B', people: 10, last: 1000 },
      { own: 'A', people: 90, last: 1000 },
      { own: 'A', people: 200, last: 1000 },
    ]
    expect(amounts([perPerson, financed(0, { classes: ['A'] })], list)).toEqual([100, 1000, 1900])
  })
  test('whoever had nothing last year, or whose last year is unknown, is left alone', () => {
    expect(amounts([perPerson, financed(0)], [row(500), row(500, 0), row(900, 1000), row(1200, 1000)])).toEqual([500, 500, 1000, 1100])
  })
  test('it is about the whole fund: what an earlier component gives counts as a gain, but can’t be taken', () => {
    const main = [{ ...standard }]
    const list: Row[] = [
      { own: 'A', people: 10, last: 1500 },
      { own: 'B', people: 30, last: 1000 },
    ]
    const input = (people: number) =>
      exampleOf(main, [list[0]!, { ...list[1]!, people }], { components: [component('more', [perPerson, financed(0)])] })
    // 1000 + 100 against 1500: 400 are missing; the second may give all its 500 of this component, but not 200 only.
    expect(evaluate(input(50)).communities.map((each) => each.amountFen! / YUAN)).toEqual([1500, 2100])
    expect(outcomeOf(input(20)).problem).toMatchObject({
      code: 'allocation.guaranteeNotFinanced',
      params: { totalFen: 400 * YUAN, limitFen: 200 * YUAN, byFen: 200 * YUAN },
    })
  })
})

test('while one amount is unknown nobody who takes part has one', () => {
  const { communities, problems, guarantees } = evaluate(
    exampleOf([perPerson, financed(0)], [{ own: 'A', last: 10 }, row(900, 1000), row(500)]),
  )
  expect(communities.map((each) => [each.amountFen, each.needs])).toEqual([
    [null, ['people']],
    [null, []],
    [500 * YUAN, []],
  ])
  expect([problems, guarantees]).toMatchObject([[{ code: 'allocation.undecided', params: { count: 1 } }], []])
})
