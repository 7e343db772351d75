import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommunityResult } from '../../src-main/contract/plan.ts'
import { compare } from '../../src-main/engine/index.ts'
import { outcomeOf } from '../support/outcome.ts'
import { policies, randomPlans } from '../support/random-plan.ts'

/** Two plans: the same facts under two policies, of which each leaves out some communities. */
const pairs = randomPlans({ missing: 6, communities: { min: 2, max: 8 } })
  .chain((base) => fc.record({ base: fc.constant(base), policy: policies({}, base.facts.length), gone: fc.subarray(base.facts), founded: fc.subarray(base.facts) }))
  .map(({ base, policy, gone, founded }) => [
    outcomeOf({ ...base, facts: base.facts.filter((each) => !founded.includes(each)), overrides: [] }).result?.communities,
    outcomeOf({ ...base, policy, facts: base.facts.filter((each) => !gone.includes(each)), overrides: [] }).result?.communities,
  ] as const)
  .filter((pair): pair is readonly [CommunityResult[], CommunityResult[]] => pair[0] !== undefined && pair[1] !== undefined)
const sum = <T>(list: T[], of: (element: T) => number | null): number => list.reduce((before, each) => before + (of(each) ?? 0), 0)

test('every subtotal is the sum of its rows, and every grouping gives the same total', () => {
  fc.assert(fc.property(pairs, ([base, other]) => {
    const { communities, districts, subdistricts, classes, flows, total } = compare(base, other)
    expect([total.baseFen, total.otherFen, total.count]).toEqual([sum(base, (each) => each.amountFen), sum(other, (each) => each.amountFen), communities.length])
    for (const [groups, nameOf] of [[districts, (each: typeof communities[0]) => each.district], [subdistricts, (each: typeof communities[0]) => `${each.district}/${each.subdistrict}`], [classes, (each: typeof communities[0]) => each.toClass ?? '']] as const) {
      for (const group of groups) {
        const rows = communities.filter((each) => nameOf(each) === group.name)
        expect(group).toEqual({ name: group.name, count: rows.length, unknown: rows.filter((each) => each.changeFen === null).length, baseFen: sum(rows, (each) => each.baseFen), otherFen: sum(rows, (each) => each.otherFen), changeFen: sum(rows, (each) => each.changeFen) })
      }
      for (const column of ['count', 'unknown', 'baseFen', 'otherFen', 'changeFen'] as const) expect(sum(groups, (each) => each[column])).toBe(total[column])
    }
    expect([sum(flows, (each) => each.fen), sum(flows, (each) => each.count)]).toEqual([total.changeFen, communities.length])
    for (const flow of flows) expect(flow.count).toBe(communities.filter((each) => each.fromClass === flow.from && each.toClass === flow.to).length)
    if (total.unknown === 0) expect(total.changeFen).toBe(total.otherFen - total.baseFen)
  }), { numRuns: 300 })
})

const community = (key: string, own: string | null, amountFen: number | null): CommunityResult => ({
  key, code: key, name: key, district: '东区', subdistrict: '一街道', class: own, rule: null, policyClass: own, amountFen, previousFen: null, previousClass: null, cityFen: null, districtFen: null, trace: [], needs: [],
})

test('a founded community gains its amount, a vanished one loses it, and an unknown amount changes by nobody knows how much', () => {
  const { communities, total, flows } = compare(
    [community('1', 'A', 100), community('2', 'A', 70), community('3', 'B', 50)],
    [community('1', 'B', 160), community('3', null, null), community('4', 'B', 30)],
  )
  expect(communities.map((each) => [each.key, each.fromClass, each.toClass, each.baseFen, each.otherFen, each.changeFen])).toEqual([
    ['1', 'A', 'B', 100, 160, 60], ['2', 'A', null, 70, null, -70], ['3', 'B', null, 50, null, null], ['4', null, 'B', null, 30, 30],
  ])
  expect(total).toEqual({ name: '', count: 4, unknown: 1, baseFen: 220, otherFen: 190, changeFen: 20 })
  expect(flows).toEqual([{ from: null, to: 'B', count: 1, fen: 30 }, { from: 'A', to: null, count: 1, fen: -70 }, { from: 'A', to: 'B', count: 1, fen: 60 }, { from: 'B', to: null, count: 1, fen: 0 }])
})

test('a plan compared with itself has not changed', () => {
  fc.assert(fc.property(pairs, ([base]) => {
    const { communities, total, flows } = compare(base, base)
    expect([total.changeFen, flows.every((each) => each.fen === 0 && each.from === each.to)]).toEqual([0, true])
    expect(communities.every((each) => each.changeFen === 0 || each.baseFen === null)).toBe(true)
  }), { numRuns: 50 })
})
