import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generalPayers } from '../../../src-main/model/fund.ts'
import type { Payer, PayerRule, Policy, PolicyDocument } from '../../../src-main/model/policy.ts'
import { multiplyDivide } from '../../../src-main/engine/allocation/largest-remainder.ts'
import { paidBy } from '../../../src-main/engine/allocation/payers.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { exampleOf, standard, YUAN, type Row } from './worked-example.ts'
import { evaluate } from '../../../src-main/engine/index.ts'
import { outcomeOf } from '../../support/outcome.ts'

const DISTRICTS = ['东', '西', '南']
const rows = fc.array(
  fc.record({ fen: fc.option(fc.integer({ min: 0, max: 10_000_000_000 }), { nil: Number.NaN }), district: fc.constantFrom(...DISTRICTS) }),
  { maxLength: 12 },
)
const sum = (list: number[]): number => list.reduce((before, each) => before + each, 0)
const payer = (key: string, pays: PayerRule, byDistrict: Record<string, PayerRule> = {}): Payer => ({
  key,
  name: { zh: key, en: '' },
  pays,
  byDistrict,
})

describe('city and district', () => {
  const ratio = fc.record({ city: fc.nat(99), district: fc.integer({ min: 1, max: 99 }) })
  const cityParts = (amounts: Float64Array, districts: string[], split: Policy['allocation']['split']): Float64Array =>
    paidBy(amounts, districts, generalPayers({ allocation: { steps: [], split } })!, '/allocation')[0]!

  test('the city pays its ratio of each district’s sum to the fen, and never more than an amount', () => {
    fc.assert(
      fc.property(rows, ratio, ratio, (list, general, east) => {
        const parts = cityParts(
          Float64Array.from(list, (each) => each.fen),
          list.map((each) => each.district),
          { ratio: general, byDistrict: { 东: east } },
        )
        list.forEach(({ fen }, row) =>
          expect(Number.isNaN(fen) ? Number.isNaN(parts[row]!) : parts[row]! >= 0 && parts[row]! <= fen).toBe(true),
        )
        for (const district of DISTRICTS) {
          const own = list.flatMap((each, row) => (each.district === district && !Number.isNaN(each.fen) ? [row] : []))
          const { city, district: rest } = district === '东' ? east : general
          expect(sum(own.map((row) => parts[row]!))).toBe(multiplyDivide(sum(own.map((row) => list[row]!.fen)), city, city + rest))
        }
      }),
    )
  })

  test('three communities of one fen at 1 : 1 give the city two of three, not three', () => {
    expect([...cityParts(Float64Array.of(1, 1, 1), ['东', '东', '东'], { ratio: { city: 1, district: 1 }, byDistrict: {} })]).toEqual([
      1, 1, 0,
    ])
  })
})

describe('any payers', () => {
  const rule = fc.oneof(fc.record({ ratio: fc.nat(9) }), fc.record({ fixedFen: fc.nat(5_000_000_000) })) as fc.Arbitrary<PayerRule>
  const lists = fc
    .array(fc.tuple(rule, fc.dictionary(fc.constantFrom(...DISTRICTS), rule)), { minLength: 1, maxLength: 5 })
    .map((list) => list.map(([pays, byDistrict], i) => payer(`p${i}`, pays, byDistrict)))

  test('parts add up to the amount in every community, ratios hold in every district to the fen, fixed amounts come first', () => {
    let refused = 0
    fc.assert(
      fc.property(rows, lists, (list, payers) => {
        const amounts = list.map((each) => each.fen)
        let parts: Float64Array[]
        try {
          parts = paidBy(
            Float64Array.from(amounts),
            list.map((each) => each.district),
            payers,
            '/allocation',
          )
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          const { code, params } = error.problems[0]!
          const rules = payers.map((each) => each.byDistrict[params.district!] ?? each.pays)
          expect([code, rules.some((each) => 'ratio' in each && each.ratio > 0)]).toEqual(['allocation.payersTooSmall', false])
          const fixed = sum(rules.map((each) => ('fixedFen' in each ? each.fixedFen : 0)))
          expect(params.byFen).toBe(
            sum(list.filter((each) => each.district === params.district && each.fen > fixed).map((each) => each.fen - fixed)),
          )
          refused++
          return
        }
        amounts.forEach((fen, row) => {
          const own = parts.map((part) => part[row]!)
          if (Number.isNaN(fen)) return expect(own.every(Number.isNaN)).toBe(true)
          expect(own.every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true)
          expect(sum(own)).toBe(fen)
        })
        for (const district of DISTRICTS) {
          const own = list.flatMap((each, row) => (each.district === district && !Number.isNaN(each.fen) ? [row] : []))
          const rules = payers.map((each) => each.byDistrict[district] ?? each.pays)
          const left = own.map((row) => amounts[row]!)
          rules.forEach((each, i) => {
            if ('ratio' in each) return
            own.forEach((row, position) => {
              expect(parts[i]![row]).toBe(Math.min(each.fixedFen, left[position]!))
              left[position]! -= parts[i]![row]!
            })
          })
          const ratios = rules.map((each) => ('ratio' in each ? each.ratio : 0))
          rules.forEach((each, i) => {
            if (!('ratio' in each) || sum(ratios) === 0) return
            const exact = (sum(left) / sum(ratios)) * each.ratio
            expect(Math.abs(sum(own.map((row) => parts[i]![row]!)) - exact)).toBeLessThan(1.001)
          })
        }
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(5)
  })

  const rowsOf = (...list: Array<[people: number, district: string]>): Row[] =>
    list.map(([people, district]) => ({ own: 'A', people, district }))
  const paidFor = (payers: object[], list: Row[]): Array<Record<string, number> | null> => {
    const { communities } = evaluate(exampleOf([standard], list, { payers: payers as PolicyDocument['allocation']['payers'] }))
    return communities.map((each) =>
      each.paid === null ? null : Object.fromEntries(Object.entries(each.paid!).map(([key, fen]) => [key, fen / YUAN])),
    )
  }
  const [province, city, county] = [
    { key: 'province', name: { zh: '省级' } },
    { key: 'city', name: { zh: '市级' } },
    { key: 'county', name: { zh: '县级' } },
  ]

  test('the province gives 300 to each, city and county share the other 700 at 3 : 2, in one district at 1 : 1', () => {
    const payers = [
      { ...province, pays: { fixedFen: 300 * YUAN } },
      { ...city, pays: { ratio: 3 }, byDistrict: { 南: { ratio: 1 } } },
      { ...county, pays: { ratio: 2 }, byDistrict: { 南: { ratio: 1 } } },
    ]
    expect(paidFor(payers, rowsOf([1, '东'], [1, '南']))).toEqual([
      { province: 300, city: 420, county: 280 },
      { province: 300, city: 350, county: 350 },
    ])
  })
  test('fixed amounts are paid in their order and never exceed what is left', () => {
    const payers = [
      { ...city, pays: { fixedFen: 800 * YUAN } },
      { ...province, pays: { fixedFen: 300 * YUAN } },
      { ...county, pays: { ratio: 1 } },
    ]
    expect(paidFor(payers, rowsOf([1, '东']))).toEqual([{ city: 800, province: 200, county: 0 }])
  })
  test('where fixed amounts are not enough and nobody pays by ratio, district and sum are named', () => {
    const payers = [{ ...city, pays: { fixedFen: 600 * YUAN }, byDistrict: { 南: { ratio: 1 } } }]
    const input = exampleOf([standard], rowsOf([1, '东'], [1, '东'], [1, '南']), { payers })
    expect(outcomeOf(input).problem).toMatchObject({
      code: 'allocation.payersTooSmall',
      params: { district: '东', byFen: 800 * YUAN },
      place: { path: '/allocation' },
    })
  })
  test('the city’s and the district’s parts are those of the payers with these keys, and unknown where there are none', () => {
    const totals = (payers: Array<{ key: string; name: { zh: string }; pays: PayerRule }>) =>
      evaluate(exampleOf([standard], rowsOf([1, '东']), { payers })).totals
    expect(
      totals([
        { ...city, pays: { ratio: 3 } },
        { ...county, pays: { ratio: 1 } },
      ]),
    ).toMatchObject({ cityFen: 750 * YUAN, districtFen: null, paid: { city: 750 * YUAN, county: 250 * YUAN } })
    expect(evaluate(exampleOf([standard], rowsOf([1, '东']))).totals).toMatchObject({ cityFen: null, districtFen: null, paid: null })
  })
  test('an unknown amount has no payers, and the known ones are paid exactly without it', () => {
    const found = evaluate(
      exampleOf(
        [standard],
        [
          { own: null, people: null, district: '东' },
          { own: 'A', people: 1, district: '东' },
        ],
        { split: { ratio: { city: 1, district: 3 } } },
      ),
    )
    expect(found.communities.map((each) => each.paid)).toEqual([null, { city: 250 * YUAN, district: 750 * YUAN }])
    expect(found.totals).toMatchObject({ cityFen: 250 * YUAN, districtFen: 750 * YUAN, paid: { city: 250 * YUAN, district: 750 * YUAN } })
  })
})
