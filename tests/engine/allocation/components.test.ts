import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../src-main/engine/index.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { component, exampleOf, perPerson, standard, YUAN, type Row } from './worked-example.ts'

const rows: Row[] = [
  { own: 'A', people: 5 },
  { own: 'B', people: 15 },
]
const inYuan = (fen: Record<string, number> | null | undefined): Record<string, number> | null | undefined =>
  fen ? Object.fromEntries(Object.entries(fen).map(([key, each]) => [key, each / YUAN])) : fen

describe('components', () => {
  test('each has its own steps, bounds, total and rounding; the amount is the sum, the trace has every step', () => {
    const heads = component('heads', [
      perPerson,
      { kind: 'cap', amountFen: 100 * YUAN },
      { kind: 'fit', totalFen: 120 * YUAN },
      { kind: 'round', unit: 'yuan' },
    ])
    const { communities, totals, districts } = evaluate(exampleOf([standard], rows, { components: [heads] }))
    expect(communities.map((each) => each.amountFen! / YUAN)).toEqual([1040, 2080])
    expect(communities.map((each) => inYuan(each.componentFen))).toEqual([
      { main: 1000, heads: 40 },
      { main: 2000, heads: 80 },
    ])
    expect(communities[1]!.trace).toEqual(
      [
        ['s0', 2000],
        ['heads0', 150],
        ['heads1', -50],
        ['heads2', -20],
        ['heads3', 0],
      ].map(([step, yuan]) => ({ step, fen: (yuan as number) * YUAN })),
    )
    expect([inYuan(totals.componentFen), inYuan(districts[0]!.componentFen)]).toEqual([
      { main: 3000, heads: 120 },
      { main: 3000, heads: 120 },
    ])
  })

  test('one unnamed component tells its sum in the totals only; a name tells it everywhere', () => {
    const [unnamed, named] = [
      evaluate(exampleOf([standard], rows)),
      evaluate(exampleOf([standard], rows, { component: { name: { zh: '基本经费' }, budgetCode: '2080208' } })),
    ]
    expect([unnamed.communities[0]!.componentFen, inYuan(unnamed.totals.componentFen)]).toEqual([undefined, { main: 3000 }])
    expect([inYuan(named.communities[0]!.componentFen), inYuan(named.totals.componentFen)]).toEqual([{ main: 1000 }, { main: 3000 }])
  })

  test('a community whose part of one component is unknown has no amount and no parts, and is in no sum', () => {
    const { communities, totals } = evaluate(
      exampleOf([standard], [{ own: 'A' }, rows[1]!], {
        components: [component('heads', [perPerson])],
        split: { ratio: { city: 1, district: 1 } },
      }),
    )
    expect(communities[0]).toMatchObject({ amountFen: null, componentFen: null, paid: null, trace: [], needs: ['people'] })
    expect([totals.amountUnknown, totals.amountFen / YUAN, inYuan(totals.componentFen), inYuan(totals.paid)]).toEqual([
      1,
      2150,
      { main: 2000, heads: 150 },
      { city: 1075, district: 1075 },
    ])
  })
})

describe('a protection is about the whole fund', () => {
  const protect = (more: object) => component('heads', [perPerson, { kind: 'protect', ...more }])
  const amounts = (people: number, last: number, more: object): number =>
    evaluate(exampleOf([standard], [{ own: 'A', people, last }], { components: [protect(more)] })).communities[0]!.amountFen! / YUAN

  test('what earlier components give counts towards both of its bounds', () => {
    expect(amounts(5, 1200, { loss: 0.1 })).toBe(1080)
    expect(amounts(5, 1100, { loss: 0.1 })).toBe(1050)
    expect(amounts(50, 1200, { gain: 0.1 })).toBe(1320)
    expect(amounts(50, 1200, { gain: 0.5 })).toBe(1500)
    // Exactly what it allows is given already: nothing more, and no reason to refuse.
    expect(amounts(5, 800, { gain: 0.25 })).toBe(1000)
  })
  test('more than it allows, given already by earlier components, is named', () => {
    const { problem } = outcomeOf(exampleOf([standard], [{ own: 'A', people: 5, last: 500 }], { components: [protect({ gain: 0.2 })] }))
    expect(problem).toMatchObject({
      code: 'allocation.gainPassed',
      params: { byFen: 400 * YUAN },
      place: { path: 'heads1', community: '630102001000' },
    })
  })
  test('what can’t be known of earlier components can’t be compared', () => {
    const input = exampleOf([perPerson], [{ own: 'A', last: 10 }], {
      components: [component('more', [standard, { kind: 'protect', loss: 0 }, { kind: 'fit', totalFen: 1000 }])],
    })
    expect(evaluate(input).communities[0]).toMatchObject({ amountFen: null, needs: ['people'] })
  })
})

test('a component with payers of its own is paid by them, the others together by the general ones', () => {
  const own = component('heads', [perPerson], {
    payers: [
      { key: 'province', name: { zh: '省级' }, pays: { ratio: 1 } },
      { key: 'city', name: { zh: '市级' }, pays: { ratio: 4 } },
    ],
  })
  const more = component('more', [{ kind: 'bands', indicator: 'people', bands: [{ from: 10, amountFen: 100 * YUAN }] }])
  const { communities, totals } = evaluate(
    exampleOf([standard], rows, { components: [own, more], split: { ratio: { city: 6, district: 4 } } }),
  )
  expect(communities.map((each) => inYuan(each.paid))).toEqual([
    { city: 600 + 40, district: 400, province: 10 },
    { city: 1260 + 120, district: 840, province: 30 },
  ])
  expect([inYuan(totals.paid), totals.cityFen! / YUAN, totals.districtFen! / YUAN]).toEqual([
    { city: 2020, district: 1240, province: 40 },
    2020,
    1240,
  ])
})

test('a community whose amount is unknown has no part in what payers of one component share', () => {
  const payers = ['city', 'county'].map((key) => ({ key, name: { zh: key }, pays: { ratio: 1 } }))
  const own = component('more', [{ kind: 'standard', amountsFen: { A: 1, B: 1 } }], { payers })
  const { communities, totals } = evaluate(exampleOf([perPerson], [{ own: 'A' }, { own: 'A', people: 0 }], { components: [own], payers }))
  // Of one fen at 1 : 1 the city pays the half rounded up; of two, one of which is not known yet, it would have paid the other one.
  expect([communities.map((each) => each.paid), totals.paid]).toEqual([[null, { city: 1, county: 0 }], { city: 1, county: 0 }])
})

test('money of all components together beyond every whole number is refused by name', () => {
  const many = { ...perPerson, rateFen: Number.MAX_SAFE_INTEGER }
  expect(outcomeOf(exampleOf([many], [{ own: 'A', people: 1 }], { components: [component('more', [many])] })).problem).toMatchObject({
    code: 'allocation.tooLarge',
    place: { path: 'more0' },
  })
})
