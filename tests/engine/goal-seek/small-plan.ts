import fc from 'fast-check'
import type { Demand } from '../../../src-main/model/goal.ts'
import { Policy, type PolicyDocument, type Step } from '../../../src-main/model/policy.ts'
import { factColumns, type FactColumns } from '../../../src-main/engine/index.ts'
import { INDICATORS } from '../../support/random-plan.ts'

export const WAN = 1_000_000
export const UNIT = WAN
/** Standards are looked for among 0 to so many units, so that every combination can be tried. */
export const MOST_UNITS = 6
const DISTRICTS = ['东区', '西区']

export const policyOf = (classes: string[], amountsFen: Record<string, number>, more: Array<Omit<Step, 'name'>> = []): Policy =>
  Policy.parse({
    format: 'quanheng-policy',
    formatVersion: 1,
    id: 'small',
    version: '1.0.0',
    title: { zh: '小' },
    effectiveYear: 2024,
    classes: classes.map((key) => ({ key, name: { zh: `${key}类` }, color: '#123456' })),
    classification: {
      rules: [
        { key: 'big', name: { zh: '多户' }, class: classes[0]!, when: { kind: 'compare', indicator: 'homes', operator: '>=', value: 2 } },
      ],
      fallback: classes.at(-1)!,
    },
    allocation: {
      steps: [
        { kind: 'standard', key: 'standard', name: { zh: '定额' }, amountsFen },
        ...more.map((step) => ({ name: { zh: `步骤${step.key}` }, ...step })),
      ] as PolicyDocument['allocation']['steps'],
    },
  })

export interface SmallCommunity {
  class: string
  homes: number
  previousFen: number | null
  district: string
}
export const columnsOf = (communities: SmallCommunity[]): FactColumns =>
  factColumns(
    INDICATORS,
    communities.map(({ homes, previousFen, district }, row) => ({
      key: `k${row}`,
      code: '',
      name: `社区${row}`,
      district,
      subdistrict: '街道',
      values: { homes },
      previousFen,
      previousClass: null,
    })),
    communities.map((each, row) => ({ key: `k${row}`, class: each.class, reason: '核实', document: '' })),
  )

export interface SmallPlan {
  classes: string[]
  policy: Policy
  columns: FactColumns
  demands: Demand[]
}

const wan = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most * 2 }).map((halves) => (halves * WAN) / 2)

const demandOn = (classes: string[], communities: number): fc.Arbitrary<Demand> => {
  const one = fc.constantFrom(...classes)
  const two = fc.shuffledSubarray(classes, { minLength: 2, maxLength: 2 })
  const kind = <K extends Demand['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name)
  return fc.oneof(
    fc.record({ kind: kind('totalAtMost'), fen: wan(communities * 4) }),
    fc.record({ kind: kind('totalExactly'), fen: fc.integer({ min: 0, max: communities * 4 }).map((each) => each * WAN) }),
    fc
      .tuple(two, fc.constantFrom(0.5, 1.5, 2, 1.333333))
      .map(([[a, b], times]): Demand => ({ kind: 'classTimes', class: a!, of: b!, times })),
    fc.record({ kind: kind('classBetween'), class: one, minFen: wan(4) }),
    fc.constantFrom(0, 0.1, 0.333333).map((share): Demand => ({ kind: 'lossAtMost', share })),
    wan(1).map((fen): Demand => ({ kind: 'lossAtMost', fen })),
    fc.record({ kind: kind('classTotalAtLeast'), class: one, fen: wan(6) }),
    fc.record({ kind: kind('districtTotalAtLeast'), district: fc.constant(DISTRICTS[0]!), fen: wan(6) }),
    fc.shuffledSubarray(classes, { minLength: 2 }).map((order): Demand => ({ kind: 'classOrder', classes: order })),
  )
}

/**
 * Two or three classes, some of them perhaps empty, an addition per home, and demands; every class is limited, so that trying all
 * is exact.
 */
export const smallPlans: fc.Arbitrary<SmallPlan> = fc
  .record({ count: fc.integer({ min: 2, max: 3 }), communities: fc.integer({ min: 1, max: 5 }) })
  .chain(({ count, communities }) => {
    const classes = ['A', 'B', 'C'].slice(0, count)
    const community = fc.record({
      class: fc.constantFrom(...classes),
      homes: fc.integer({ min: 0, max: 3 }),
      previousFen: fc.option(wan(MOST_UNITS), { nil: null }),
      district: fc.constantFrom(...DISTRICTS),
    })
    return fc
      .record({
        own: fc.array(community, { minLength: communities, maxLength: communities }),
        amounts: fc.array(wan(MOST_UNITS - 1), { minLength: count, maxLength: count }),
        rateFen: fc.constantFrom(0, WAN / 2, 333_333),
        demands: fc.array(demandOn(classes, communities), { maxLength: 4 }),
      })
      .map(({ own, amounts, rateFen, demands }) => ({
        classes,
        policy: policyOf(classes, Object.fromEntries(classes.map((key, i) => [key, amounts[i]!])), [
          { kind: 'perUnit', key: 'homes', indicator: 'homes', rateFen, per: 1, above: 0, portions: 'full' } as Omit<Step, 'name'>,
        ]),
        columns: columnsOf([{ ...own[0]!, district: DISTRICTS[0]! }, ...own.slice(1)]),
        demands: [...classes.map((key): Demand => ({ kind: 'classBetween', class: key, maxFen: MOST_UNITS * WAN })), ...demands],
      }))
  })

/** Every combination of whole units, one a class. */
export const combinations = (classes: string[]): number[][] =>
  classes.reduce<number[][]>(
    (starts) => starts.flatMap((start) => Array.from({ length: MOST_UNITS + 1 }, (_, units) => [...start, units])),
    [[]],
  )
