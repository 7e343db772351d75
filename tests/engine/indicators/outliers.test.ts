import { describe, expect, it } from 'vitest'
import { Indicator } from '../../../src-main/model/indicator.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { differsNotably, outliersAgainstLastYear, outliersWithinClass, usualBounds } from '../../../src-main/engine/indicators/outliers.ts'

const indicator = (key: string, more: object = {}): Indicator =>
  Indicator.parse({ key, label: { zh: `${key}数`, en: key }, kind: 'number', group: 'people', ...more })
const people = indicator('people')
const share = indicator('share', { kind: 'share' })
const money = indicator('money', { unit: { zh: '元', en: 'yuan' } })
const area = indicator('area', { step: 0.01 })
const facts = (key: string, values: CommunityFacts['values']): CommunityFacts => ({
  key,
  code: '',
  name: `${key}社区`,
  district: '区',
  subdistrict: '街道',
  values,
  previousFen: null,
  previousClass: null,
})

describe('a change against last year', () => {
  it.each([
    ['exactly half is not more than half', people, 150, 100, false],
    ['a little more than half', people, 151, 100, true],
    ['less than half of what it was', people, 49, 100, true],
    ['ten people', people, 12, 2, false],
    ['eleven people', people, 13, 2, true],
    ['from nothing', people, 11, 0, true],
    ['five points of a share', share, 0.06, 0.01, false],
    ['twenty points of a share', share, 0.3, 0.1, true],
    ['thousands of yuan', money, 9000, 1000, false],
    ['tens of thousands of yuan', money, 30_000, 1000, true],
    ['a tenth of a square kilometre is ten steps', area, 0.15, 0.06, false],
    ['two tenths', area, 0.3, 0.06, true],
  ])('%s', (_, each, value, last, notable) => expect(differsNotably(each, value, last)).toBe(notable))

  it('is told at its cell with both values', () => {
    const last = { year: 2025, facts: new Map([['a', facts('a', { people: 100, share: 0.1 })]]) }
    expect(outliersAgainstLastYear([facts('a', { people: 1000, share: 0.35 })], [people, share], last)).toMatchObject([
      {
        code: 'plan.outlierLastYear',
        level: 'warning',
        params: { heading: 'people数', headingEn: 'people', value: '1000', last: '2025', lastValue: '100' },
        place: { community: 'a社区', key: 'a', indicator: 'people' },
      },
      { params: { value: '35%', lastValue: '10%' }, place: { indicator: 'share' } },
    ])
  })

  it('compares nothing that is unknown, new or derived', () => {
    const last = {
      year: 2025,
      facts: new Map([
        ['a', facts('a', { people: null, total: 1 })],
        ['b', facts('b', { people: 5 })],
      ]),
    }
    const total = indicator('total', { formula: 'people * 2' })
    expect(
      outliersAgainstLastYear(
        [facts('a', { people: 900, total: 1800 }), facts('b', { people: null }), facts('c', { people: 900 })],
        [people, total],
        last,
      ),
    ).toEqual([])
  })
})

describe('the usual bounds', () => {
  it('are the quartiles and three times their distance', () =>
    expect(usualBounds([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ low: 3 - 12, high: 7 + 12 }))
  it('don’t depend on the order', () => expect(usualBounds([9, 1, 8, 2, 7, 3, 6, 4, 5])).toEqual(usualBounds([1, 2, 3, 4, 5, 6, 7, 8, 9])))
  it('are not drawn from a few values', () => expect(usualBounds([1, 2, 3, 4, 5, 6, 7])).toBeNull())
  it('are not drawn where half of the values are the same', () => expect(usualBounds([0, 0, 0, 0, 0, 0, 0, 0, 5])).toBeNull())
})

describe('a value within its class', () => {
  const members = Array.from({ length: 9 }, (_, position) => facts(`m${position}`, { people: 100 + position }))
  const classes = new Map([...members.map((each) => [each.key, 'A'] as const), ['far', 'A'], ['other', 'B']])

  it('is told when it is far from the others, with the bounds cut to what is possible', () => {
    const found = outliersWithinClass([...members, facts('far', { people: 500 })], [indicator('people', { range: { min: 95 } })], classes)
    expect(found).toMatchObject([
      {
        code: 'plan.outlierClass',
        level: 'warning',
        params: { value: '500', class: 'A', low: '95' },
        place: { key: 'far', indicator: 'people' },
      },
    ])
  })
  it('is measured only with communities of its own class, and not without a class', () => {
    expect(
      outliersWithinClass([...members, facts('other', { people: 500 }), facts('undecided', { people: 500 })], [people], classes),
    ).toEqual([])
  })
})
