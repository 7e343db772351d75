import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Indicator } from '../../../src-main/model/indicator.ts'
import type { CommunityFacts } from '../../../src-main/model/plan.ts'
import { checkRelations } from '../../../src-main/engine/indicators/validity.ts'
import { mergeFacts } from '../../../src-main/engine/units/merge.ts'
import { shareWithin, sumOf } from '../../../src-main/engine/units/quantity.ts'
import { splitFacts } from '../../../src-main/engine/units/split.ts'
import { conservation } from '../../../src-main/engine/units/conservation.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'

const indicator = (key: string, more: object = {}): Indicator =>
  Indicator.parse({ key, label: { zh: key }, kind: 'number', group: 'g', ...more })
const INDICATORS = [
  indicator('unmanaged', { notAbove: ['old'] }),
  indicator('old', { notAbove: ['courtyards'] }),
  indicator('courtyards'),
  indicator('residents'),
  indicator('area', { step: 0.01 }),
  indicator('change', { range: { min: -1000 } }),
  indicator('paid', { kind: 'share' }),
  indicator('open', { kind: 'flag' }),
  indicator('kind', {
    kind: 'category',
    options: [
      { key: 'a', label: { zh: '甲' } },
      { key: 'b', label: { zh: '乙' } },
    ],
  }),
  indicator('density', { formula: 'residents / area' }),
]
const COUNTED = ['unmanaged', 'old', 'courtyards', 'residents', 'area', 'change']

const values = fc
  .record({
    courtyards: fc.nat(40),
    oldShare: fc.double({ min: 0, max: 1, noNaN: true }),
    unmanagedShare: fc.double({ min: 0, max: 1, noNaN: true }),
    residents: fc.nat(50_000),
    area: fc.nat(5000).map((hundredths) => hundredths / 100),
    change: fc.integer({ min: -1000, max: 1000 }),
    kind: fc.constantFrom('a', 'b'),
    open: fc.constantFrom(0, 1),
    paid: fc.constantFrom(0.1, 0.5),
  })
  .map(({ oldShare, unmanagedShare, ...rest }) => {
    const old = Math.floor(rest.courtyards * oldShare)
    return { ...rest, old, unmanaged: Math.floor(old * unmanagedShare) }
  })
const communities = (missing: boolean) =>
  fc
    .array(
      fc.record({ values, fen: fc.option(fc.nat(100_000_000)), without: missing ? fc.subarray(COUNTED) : fc.constant<string[]>([]) }),
      { minLength: 2, maxLength: 5 },
    )
    .map((all) =>
      all.map(({ values: own, fen, without }, position): CommunityFacts => ({
        key: `k${position}`,
        code: '',
        name: `社区${position}`,
        district: '区',
        subdistrict: '',
        previousFen: fen,
        previousClass: null,
        values: Object.fromEntries(Object.entries(own).filter(([key]) => !without.includes(key))),
      })),
    )

const total = (key: string, all: readonly { values: CommunityFacts['values'] }[]): number =>
  sumOf(
    INDICATORS.find((each) => each.key === key)!,
    all.map((each) => each.values[key] as number),
  )

describe('merging', () => {
  it('conserves every fen and everything that can be counted', () => {
    fc.assert(
      fc.property(communities(false), (all) => {
        const merged = mergeFacts(all, INDICATORS)
        for (const key of COUNTED) expect([key, merged.values[key]]).toEqual([key, total(key, all)])
        expect(merged.previousFen ?? 0).toBe(all.reduce((sum, each) => sum + (each.previousFen ?? 0), 0))
        expect(checkRelations(merged.values, INDICATORS, () => ({}))).toEqual([])
      }),
    )
  })

  it('never makes a number out of what is missing, and says so', () => {
    fc.assert(
      fc.property(communities(true), (all) => {
        const merged = mergeFacts(all, INDICATORS)
        for (const key of COUNTED) {
          const known = all.filter((each) => each.values[key] !== undefined)
          const isDoubtful = known.length > 0 && known.length < all.length
          if (known.length < all.length) expect(merged.values).not.toHaveProperty(key)
          expect(merged.problems.some((each) => each.code === 'plan.unitValueMissing' && each.place.indicator === key)).toBe(isDoubtful)
        }
        for (const key of ['kind', 'open', 'paid']) {
          const isEqual = all.every((each) => each.values[key] === all[0]!.values[key])
          expect(merged.values[key]).toBe(isEqual ? all[0]!.values[key] : undefined)
          expect(merged.problems.some((each) => each.code === 'plan.unitValueUnknown' && each.place.indicator === key)).toBe(!isEqual)
        }
        expect(merged.values).not.toHaveProperty('density')
      }),
    )
  })
})

describe('splitting', () => {
  it('conserves every fen and everything that can be counted, and keeps parts within their wholes', () => {
    const cuts = fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        values.filter((each) => each.residents > 0),
        cuts,
        fc.nat(100_000_000),
        (own, cut, fen) => {
          const borders = [0, ...cut.map((each) => Math.floor((own.residents * each) / 1000)).sort((a, b) => a - b), own.residents]
          const parts = borders.slice(1).map((border, position) => ({ amount: border - borders[position]!, values: {} }))
          const community: CommunityFacts = {
            key: 'k',
            code: '',
            name: '社区',
            district: '区',
            subdistrict: '',
            values: own,
            previousFen: fen,
            previousClass: null,
          }
          const split = splitFacts(community, 'residents', parts, INDICATORS)
          for (const key of COUNTED)
            expect([
              key,
              total(
                key,
                split.values.map((each) => ({ values: each })),
              ),
            ]).toEqual([key, (own as Record<string, number | string>)[key]])
          for (const each of split.values) {
            expect(checkRelations(each, INDICATORS, () => ({}))).toEqual([])
            expect(each).toMatchObject({ kind: own.kind, open: own.open })
            expect(each).not.toHaveProperty('paid')
          }
          expect(split.values.map((each) => each['residents'])).toEqual(parts.map((part) => part.amount))
          expect(split.money(fen).reduce<number>((sum, each) => sum + each!, 0)).toBe(fen)
          expect(split.money(null)).toEqual(parts.map(() => null))
        },
      ),
    )
  })

  it('lets what is given of some parts stand and divides the rest', () => {
    const community: CommunityFacts = {
      key: 'k',
      code: '',
      name: '社区',
      district: '区',
      subdistrict: '',
      values: { residents: 100, courtyards: 7, area: 0.07 },
      previousFen: 100,
      previousClass: null,
    }
    const split = (given: Array<Record<string, number | string | null>>) =>
      splitFacts(
        community,
        'residents',
        [50, 30, 20].map((amount, position) => ({ amount, values: given[position]! })),
        INDICATORS,
      )
    expect(split([{}, {}, {}]).values.map((each) => each['courtyards'])).toEqual([4, 2, 1])
    expect(split([{ courtyards: 1 }, {}, {}]).values.map((each) => each['courtyards'])).toEqual([1, 4, 2])
    expect(split([{ courtyards: 1 }, { courtyards: 2 }, { courtyards: 4 }]).values.map((each) => each['courtyards'])).toEqual([1, 2, 4])
    expect(split([{ old: 3 }, {}, {}]).values.map((each) => each['old'] ?? null)).toEqual([3, null, null])
    expect(split([{}, {}, {}]).values.map((each) => each['area'])).toEqual([0.04, 0.02, 0.01])
    expect(() => split([{ courtyards: 8 }, {}, {}])).toThrow(AppError)
    expect(() => split([{ courtyards: 1 }, { courtyards: 2 }, { courtyards: 3 }])).toThrow(AppError)
  })
})

it('sharing out within limits gives everything away where there is room, and nobody more than fits', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.nat(20), limit: fc.nat(30) }), { minLength: 1, maxLength: 6 }),
      fc.nat(100),
      (all, whole) => {
        const weights = all.map((each) => each.weight + 1)
        const limits = all.map((each) => each.limit)
        const parts = shareWithin(whole, weights, limits)
        expect(parts.reduce((sum, each) => sum + each, 0)).toBe(whole)
        if (limits.reduce((sum, each) => sum + each, 0) >= whole)
          parts.forEach((part, position) => expect(part).toBeLessThanOrEqual(limits[position]!))
      },
    ),
  )
})

describe('conservation', () => {
  const side = (key: string) => ({ key, code: '', name: key, district: '', subdistrict: '', previousFen: null })
  const change = (id: number, kind: 'merge' | 'split' | 'dissolve' | 'found', from: string[], to: string[], endedFen = 0) => ({
    id,
    year: 2,
    kind,
    date: '2026-01-01',
    document: '',
    note: '',
    from: from.map(side),
    to: to.map(side),
    endedFen,
  })
  const unit = (key: string, fen: number | null) => ({ key, name: key, fen })

  it('does not let one community pay for what another has lost', () => {
    const last = [unit('a', 10), unit('b', 20)]
    const found = conservation({ year: 2, from: 1, basis: 'adopted', last, now: [unit('a', 11), unit('b', 19)], changes: [] })
    expect(found.gaps).toEqual([
      { kind: 'money', keys: ['a'], names: ['a'], expectedFen: 10, foundFen: 11 },
      { kind: 'money', keys: ['b'], names: ['b'], expectedFen: 20, foundFen: 19 },
    ])
    // Once they are tied together, what stands for both is what counts.
    const now = [unit('a', 11), unit('c', 19)]
    expect(
      conservation({
        year: 2,
        from: 1,
        basis: 'adopted',
        last,
        now,
        changes: [change(1, 'merge', ['a', 'b'], ['a']), change(2, 'split', ['a'], ['a', 'c'])],
      }),
    ).toMatchObject({ holds: true, gaps: [] })
  })

  it('sees money that comes from nowhere, and a community that comes back after its end', () => {
    const last = [unit('a', 10)]
    expect(
      conservation({
        year: 2,
        from: 1,
        basis: 'ledger',
        last,
        now: [unit('a', 10), unit('n', 5)],
        changes: [change(1, 'found', [], ['n'])],
      }).gaps,
    ).toMatchObject([{ kind: 'money', keys: ['n'], expectedFen: 0, foundFen: 5 }])
    expect(
      conservation({ year: 2, from: 1, basis: 'ledger', last, now: [unit('a', 10)], changes: [change(1, 'dissolve', ['a'], [], 10)] }).gaps,
    ).toMatchObject([{ kind: 'unexplained', keys: ['a'] }])
    expect(
      conservation({ year: 2, from: 1, basis: 'ledger', last, now: [], changes: [change(1, 'dissolve', ['a'], [], 9)] }).gaps,
    ).toMatchObject([{ kind: 'money', expectedFen: 10, foundFen: 9 }])
  })

  it("compares no money where last year's is not known, but still the communities", () => {
    const last = [unit('a', null), unit('b', null)]
    expect(conservation({ year: 2, from: 1, basis: 'none', last, now: [unit('a', 3)], changes: [] })).toMatchObject({
      holds: false,
      gaps: [{ kind: 'lost', keys: ['b'], expectedFen: null }],
      money: { lastFen: null },
    })
  })
})
