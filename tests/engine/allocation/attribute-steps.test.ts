import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src-main/engine/index.ts'
import { exampleOf, standard, YUAN, type Row } from './worked-example.ts'

const amounts = (steps: object[], rows: Row[]): Array<number | null> =>
  evaluate(exampleOf(steps, rows)).communities.map((each) => (each.amountFen === null ? null : each.amountFen / YUAN))
const outcome = (steps: object[], row: Row): { amountFen: number | null; needs: string[]; trace: unknown[] } => {
  const { amountFen, needs, trace } = evaluate(exampleOf(steps, [row])).communities[0]!
  return { amountFen, needs, trace }
}
const unknownFor = (...needs: string[]) => ({ amountFen: null, needs, trace: [] })

describe('by attribute', () => {
  const byPlace = { kind: 'attribute', indicator: 'place', amountsFen: { town: 0, edge: 300 * YUAN, land: 500 * YUAN } }
  const byBase = { kind: 'attribute', indicator: 'base', amountsFen: { no: 0, yes: 150 * YUAN } }

  test('each option of a category adds its amount, and yes and no of a flag', () => {
    expect(
      amounts(
        [standard, byPlace],
        [
          { own: 'A', place: 'town' },
          { own: 'A', place: 'edge' },
          { own: 'B', place: 'land' },
        ],
      ),
    ).toEqual([1000, 1300, 2500])
    expect(
      amounts(
        [standard, byBase],
        [
          { own: 'A', base: 0 },
          { own: 'A', base: 1 },
        ],
      ),
    ).toEqual([1000, 1150])
  })
  test('for some classes only', () =>
    expect(
      amounts(
        [standard, { ...byPlace, classes: ['B'] }],
        [
          { own: 'A', place: 'land' },
          { own: 'B', place: 'land' },
        ],
      ),
    ).toEqual([1000, 2500]))
  test('an unknown option leaves the amount open, and is asked for', () => {
    expect(outcome([standard, byPlace], { own: 'A' })).toEqual(unknownFor('place'))
    expect(outcome([standard, byBase], { own: 'A' })).toEqual(unknownFor('base'))
    expect(outcome([standard, { ...byPlace, classes: ['B'] }], { own: 'A' })).toMatchObject({ amountFen: 1000 * YUAN, needs: [] })
  })
})

describe('where a condition holds', () => {
  const compare = (indicator: string, operator: string, value: number) => ({ kind: 'compare', indicator, operator, value })
  const base = { kind: 'flag', indicator: 'base', value: true }
  const addOn = (when: object, more: object = {}) => ({ kind: 'addOn', when, amountFen: 200 * YUAN, ...more })

  test('an old revolutionary base gets more, others do not', () => {
    expect(
      amounts(
        [standard, addOn(base)],
        [
          { own: 'A', base: 1 },
          { own: 'A', base: 0 },
        ],
      ),
    ).toEqual([1200, 1000])
  })
  test('a cohort is a range of an indicator: both ends as they are written', () => {
    const cohort = { kind: 'range', indicator: 'people', from: 2018, to: 2020, toIncluded: true }
    expect(
      amounts(
        [standard, addOn(cohort)],
        [2017, 2018, 2020, 2021].map((people) => ({ own: 'A', people })),
      ),
    ).toEqual([1000, 1200, 1200, 1000])
  })
  test('several add up, each with its own line in the trace', () => {
    const { trace } = outcome([standard, addOn(base), addOn(compare('people', '>', 5))], { own: 'A', base: 1, people: 9 })
    expect(trace).toEqual([
      { step: 's0', fen: 1000 * YUAN },
      { step: 's1', fen: 200 * YUAN },
      { step: 's2', fen: 200 * YUAN },
    ])
  })
  test('a condition that can’t be decided leaves the amount open and names only what can decide it', () => {
    expect(outcome([standard, addOn(base)], { own: 'A' })).toEqual(unknownFor('base'))
    const either = { kind: 'any', of: [compare('people', '>', 5), { kind: 'category', indicator: 'place', anyOf: ['land'] }] }
    expect(outcome([standard, addOn({ kind: 'all', of: [either, base] })], { own: 'A', people: 9 })).toEqual(unknownFor('base'))
    expect(outcome([standard, addOn({ kind: 'all', of: [either, base] })], { own: 'A', people: 1 })).toEqual(unknownFor('place', 'base'))
    // Nobody needs to know more where one part is enough.
    expect(outcome([standard, addOn({ kind: 'all', of: [either, base] })], { own: 'A', base: 0 })).toMatchObject({
      amountFen: 1000 * YUAN,
      needs: [],
    })
  })
  test('what a derived indicator rests on is asked for, not the formula', () => {
    expect(outcome([standard, addOn(compare('crowding', '>', 5))], { own: 'A', people: 9 })).toEqual(unknownFor('base'))
  })
})

describe('by bands', () => {
  const bands = {
    kind: 'bands',
    indicator: 'people',
    bands: [
      { from: 100, amountFen: 50 * YUAN },
      { from: 200, amountFen: 80 * YUAN },
      { from: 300, amountFen: 60 * YUAN },
    ],
  }

  test('a value of just the bound is in the band, one less is not; below the first band nothing; a later band may give less', () => {
    const people = [0, 99, 100, 199, 200, 299, 300, 9999]
    expect(
      amounts(
        [standard, bands],
        people.map((each) => ({ own: 'A', people: each })),
      ),
    ).toEqual([1000, 1000, 1050, 1050, 1080, 1080, 1060, 1060])
  })
  test('an unknown value leaves the amount open', () => expect(outcome([standard, bands], { own: 'A' })).toEqual(unknownFor('people')))
  test('what they add after a cap comes on top of it', () => {
    expect(
      amounts([standard, { kind: 'cap', amountFen: 900 * YUAN }, bands, { kind: 'round', unit: 'yuan' }], [{ own: 'A', people: 250 }]),
    ).toEqual([980])
  })
})
