import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOfKnown } from '../../src-main/model/places.ts'
import { groupByPlace, sumOf } from '../../src-renderer/format/grouping.ts'
import { numbered } from '../../src-renderer/print/numbered.ts'
import { wordsIn } from '../../src-renderer/locales/words.ts'
import { placeBlocks } from '../../src-renderer/modules/results/print/place-blocks.ts'
import type { ShownAmounts } from '../../src-renderer/print/displayed.ts'
import { allocationRows } from '../../src-renderer/modules/results/allocation/allocation-rows.ts'
import { community } from './results.ts'

const cities = fc
  .array(
    fc.record({
      place: fc.constantFrom('东区/甲街', '东区/乙街', '西区/甲街', '西区/'),
      amount: fc.option(fc.integer({ min: 0, max: 50 })),
      previous: fc.option(fc.integer({ min: 0, max: 50 })),
    }),
    { maxLength: 30 },
  )
  .map((made) => made.map(({ place, amount, previous }, position) => community(`社区${position}`, place, { amount, previous })))

describe('groups of communities', () => {
  it('have sums that add up, from subdistrict to district to total', () => {
    fc.assert(
      fc.property(cities, (all) => {
        const total = sumOf(all)
        const districts = groupByPlace(all)
        for (const key of ['count', 'undecided', 'amountFen', 'previousFen'] as const) {
          // What is known of nobody in a group is not zero there, and adds nothing to the group above.
          expect(sumOfKnown(districts.map((each) => each.sums[key]))).toBe(total[key])
          for (const each of districts) expect(sumOfKnown(each.subdistricts.map((part) => part.sums[key]))).toBe(each.sums[key])
        }
        // A change is the difference of the two sums beside it, or is not told.
        for (const { amountFen, previousFen, changeFen } of [total, ...districts.map((each) => each.sums)])
          if (changeFen !== null) expect(amountFen! - previousFen!).toBe(changeFen)
        const isComparable = all.every((each) => (each.amountFen === null) === (each.previousFen === null))
        if (isComparable && total.amountFen !== null) expect(total.changeFen).not.toBeNull()
      }),
    )
  })
  it('count an unknown amount as left out and not as zero', () => {
    expect(sumOf([community('甲', '东区/甲街'), community('乙', '东区/甲街', { class: null, amount: null })])).toMatchObject({
      count: 2,
      undecided: 1,
      amountFen: 15_000_000,
      previousFen: 40_000_000,
      changeFen: null,
    })
  })
  it('show no zero where nothing is known of anybody', () => {
    const nobody = { class: null, amount: null, previous: null }
    expect(sumOf([community('甲', '东区/甲街', nobody), community('乙', '东区/甲街', nobody)])).toEqual({
      count: 2,
      undecided: 2,
      amountFen: null,
      previousFen: null,
      changeFen: null,
      cityFen: null,
      districtFen: null,
    })
    expect(sumOf([])).toMatchObject({ count: 0, amountFen: 0, previousFen: 0, changeFen: 0, cityFen: null })
  })
  it('keep two subdistricts of one name in two districts apart', () => {
    const groups = groupByPlace([community('甲', '东区/中心街'), community('乙', '西区/中心街'), community('丙', '东区/中心街')])
    expect(groups.map((each) => [each.district, each.subdistricts.map((part) => part.communities.length)])).toEqual([
      ['东区', [2]],
      ['西区', [1]],
    ])
  })
  it('are numbered through the whole printed table', () => {
    fc.assert(
      fc.property(cities, (all) => {
        const numbers = numbered(groupByPlace(all)).flatMap((each) =>
          each.subdistricts.flatMap((part) => part.lines.map((line) => line.number)),
        )
        expect(numbers).toEqual(all.map((_, position) => position + 1))
      }),
    )
  })
})

describe('the lines of the allocation table', () => {
  const groups = groupByPlace([
    community('甲', '东区/甲街', { amount: 10 }),
    community('乙', '东区/甲街', { amount: 30 }),
    community('丙', '西区/甲街'),
  ])
  const shown = (...of: Parameters<typeof allocationRows>) =>
    allocationRows(...of)
      .map((row) => (row.kind === 'group' ? row.name : row.community.name))
      .join(' ')
  it.each([
    ['district', '东区 西区'],
    ['subdistrict', '东区 甲街 西区 甲街'],
    ['community', '东区 甲街 甲 乙 西区 甲街 丙'],
  ] as const)('down to the %s', (level, lines) => expect(shown(groups, level, new Set(), 'code')).toBe(lines))
  it('open and close a single group', () => {
    expect(shown(groups, 'community', new Set(['东区']), 'code')).toBe('东区 西区 甲街 丙')
    expect(shown(groups, 'district', new Set(['西区']), 'code')).toBe('东区 西区 甲街')
  })
  it('a single district has none of its own: its sums are the total', () => {
    const one = groupByPlace([community('甲', '东区/甲街', { amount: 10 }), community('乙', '东区/乙街', { amount: 30 })])
    expect(shown(one, 'community', new Set(), 'code')).toBe('甲街 甲 乙街 乙')
    expect(shown(one, 'district', new Set(), 'code')).toBe('甲街 乙街')
    const none = { columns: {}, rounded: false } as unknown as ShownAmounts
    const kinds = (groups: ReturnType<typeof groupByPlace>): string[] =>
      placeBlocks(numbered(groups), none, () => ({}), wordsIn('zh')).flatMap((block) => block.lines.map((line) => line.kind))
    expect(kinds(one)).toEqual(['place', 'line', 'subtotal', 'line', 'subtotal', 'grand-total'])
    expect(kinds(groups).filter((each) => each === 'district-total')).toHaveLength(2)
  })
  it('sort within their group only', () => expect(shown(groups, 'community', new Set(), 'amount')).toBe('东区 甲街 乙 甲 西区 甲街 丙'))
})
