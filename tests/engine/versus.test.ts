import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ComparedCommunity } from '../../src-main/model/comparison.ts'
import { versusFirst } from '../../src-main/engine/columns/versus.ts'

const CLASSES = ['A', 'B', 'C'] as const
const side = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ class: fc.constantFrom(...CLASSES, null), amountFen: fc.option(fc.nat(40_000_000)) })
      .map((each) => ({ ...each, present: true, overridden: false, decider: null })),
  },
  { weight: 1, arbitrary: fc.constant({ present: false, class: null, amountFen: null, overridden: false, decider: null }) },
)
const communities = fc
  .array(fc.tuple(side, side), { maxLength: 30 })
  .map((pairs) =>
    pairs.map((sides, row): ComparedCommunity => ({
      key: `k${row}`,
      code: '',
      name: `社区${row}`,
      district: '',
      subdistrict: '',
      people: row,
      sides,
    })),
  )

const sum = <T>(list: T[], of: (each: T) => number): number => list.reduce((whole, each) => whole + of(each), 0)
const countsOf = (list: ComparedCommunity[], side: number): Record<string, { count: number; amountFen: number }> =>
  Object.fromEntries(
    CLASSES.map((key) => {
      const own = list.filter((each) => each.sides[side]!.class === key)
      return [key, { count: own.length, amountFen: sum(own, (each) => each.sides[side]!.amountFen ?? 0) }]
    }),
  )

it('with founded and vanished communities the margins of the matrix are the totals of both plans, in communities and in fen', () => {
  fc.assert(
    fc.property(communities, (list) => {
      const found = versusFirst(list, 1, { base: countsOf(list, 0), other: countsOf(list, 1) })
      const placed = (key: string, side: number, apart: string[]): number =>
        list.filter((each) => apart.includes(each.key) && each.sides[side]!.class === key).length
      for (const key of CLASSES) {
        expect(
          sum(
            found.flows.filter((flow) => flow.from === key),
            (flow) => flow.count,
          ) + placed(key, 0, found.vanished),
        ).toBe(found.byClass[key]!.countBase)
        expect(
          sum(
            found.flows.filter((flow) => flow.to === key),
            (flow) => flow.count,
          ) + placed(key, 1, found.founded),
        ).toBe(found.byClass[key]!.countWith)
      }
      for (const own of Object.values(found.byClass)) expect(own.membersWithFen - own.membersBaseFen).toBe(own.changeFen)
      expect(sum(found.flows, (flow) => flow.count) + found.founded.length + found.vanished.length).toBe(
        list.filter((each) => each.sides.some((one) => one.present)).length,
      )
      expect(sum(found.flows, (flow) => flow.fen) + found.foundedFen - found.vanishedFen).toBe(found.shift.netFen)
      expect(found.shift.gainsFen - found.shift.lossesFen).toBe(found.shift.netFen)
      const known = list.every((each) => each.sides.every((one) => !one.present || one.amountFen !== null))
      if (known) expect(found.shift.netFen).toBe(sum(list, (each) => (each.sides[1]!.amountFen ?? 0) - (each.sides[0]!.amountFen ?? 0)))
    }),
    { numRuns: 300 },
  )
})
