import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Distance } from '../../../src-main/model/explanation.ts'
import { Indicator } from '../../../src-main/model/indicator.ts'
import type { Condition } from '../../../src-main/model/condition.ts'
import { Policy } from '../../../src-main/model/policy.ts'
import { explain, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { DELIVERED, DERIVED, INDICATORS, domainOf, randomPlans } from '../../support/random-plan.ts'

const plans = randomPlans({ missing: 10, communities: { min: 1, max: 1 } })
const classWith = (input: EvaluationInput, key: string, value: number | string): string | null => {
  const [community] = input.facts
  return explain({ ...input, facts: [{ ...community!, values: { ...community!.values, [key]: value } }] }, community!.key)!.policyClass
}

/** All values an indicator may take beside the others, on its grid: the parts stay within their wholes. */
function allowed(indicator: Indicator, input: EvaluationInput): Array<number | string> {
  const known = (key: string): number | null => (input.facts[0]!.values[key] as number | null) ?? null
  const wholes = indicator.notAbove.map(known).filter((each) => each !== null)
  const parts = DELIVERED.filter((each) => each.notAbove.includes(indicator.key))
    .map((each) => known(each.key))
    .filter((each) => each !== null)
  const grid = indicator.kind === 'share' ? [0, 0.25, 0.5, 0.75, 1] : domainOf(indicator)
  return grid.filter((value) => wholes.every((whole) => (value as number) <= whole) && parts.every((part) => (value as number) >= part))
}

/** What the distances must be, by trying every value: the nearest change of class upwards and downwards, and every other option. */
function triedOut(input: EvaluationInput): Array<Pick<Distance, 'indicator' | 'to' | 'class'>> {
  const now = explain(input, input.facts[0]!.key)!.policyClass
  return DELIVERED.flatMap((indicator) => {
    const value = input.facts[0]!.values[indicator.key] ?? null
    if (now === null || value === null) return []
    const flips = allowed(indicator, input)
      .filter((to) => to !== value)
      .map((to) => ({ indicator: indicator.key, to, class: classWith(input, indicator.key, to)! }))
      .filter((each) => each.class !== null && each.class !== now)
    if (typeof value === 'string' || indicator.kind === 'flag') return flips
    const [below, above] = [flips.filter((each) => (each.to as number) < value).at(-1), flips.find((each) => (each.to as number) > value)]
    return [below, above].filter((each) => each !== undefined)
  })
}

const bySubject = (a: Pick<Distance, 'indicator' | 'to'>, b: Pick<Distance, 'indicator' | 'to'>): number =>
  `${a.indicator} ${a.to}` < `${b.indicator} ${b.to}` ? -1 : 1

describe('distances to other classes', () => {
  test('are the nearest changes of class that trying every value finds, over formulas too', () => {
    let found = 0
    fc.assert(
      fc.property(plans, (input) => {
        const { distances } = explain(input, input.facts[0]!.key)!
        const short = distances.map(({ indicator, to, class: reached }) => ({ indicator, to, class: reached }))
        expect(short.sort(bySubject)).toEqual(triedOut(input).sort(bySubject))
        found += distances.length
      }),
      { numRuns: 500 },
    )
    expect(found).toBeGreaterThan(100)
  })

  test('say from, to and by how much, nearest first', () => {
    fc.assert(
      fc.property(plans, (input) => {
        const { distances } = explain(input, input.facts[0]!.key)!
        const relative = distances.map(({ from, to, by }) =>
          by === null ? Infinity : Math.abs(by) / Math.max(Math.abs(from as number), Math.abs(to as number)),
        )
        expect(relative).toEqual([...relative].sort((a, b) => a - b))
        for (const each of distances) {
          expect(each.from).toBe(input.facts[0]!.values[each.indicator])
          const counted = typeof each.from === 'number' && each.indicator !== 'remote'
          expect(each.by).toBe(counted ? (each.to as number) - (each.from as number) : null)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('worked examples', () => {
  const wide = (key: string, more: object = {}): Indicator =>
    Indicator.parse({ key, label: { zh: key }, kind: 'number', group: 'test', range: { min: 0 }, ...more })
  const plan = (when: Condition, indicators: Indicator[], values: Record<string, number>): EvaluationInput => ({
    indicators,
    overrides: [],
    policy: Policy.parse({
      format: 'quanheng-policy',
      formatVersion: 1,
      id: 'example',
      version: '1.0.0',
      title: { zh: '例' },
      effectiveYear: 2024,
      classes: ['A', 'B'].map((key) => ({ key, name: { zh: key }, color: '#000000' })),
      classification: { rules: [{ key: 'one', name: { zh: '一' }, class: 'B', when }], fallback: 'A' },
      allocation: { steps: [{ kind: 'standard', key: 'standard', name: { zh: '定额' }, amountsFen: { A: 1, B: 2 } }] },
    }),
    facts: [{ key: 'x', code: '', name: 'x', district: 'd', subdistrict: 's', values, previousFen: null, previousClass: null }],
  })
  const distancesOf = (input: EvaluationInput) => explain(input, 'x')!.distances.map(({ indicator, to, by }) => [indicator, to, by])
  const atLeast = (indicator: string, value: number): Condition => ({ kind: 'compare', indicator, operator: '>=', value })

  test('21 courtyards, 9 old: one and a half more would be a half, so two more', () => {
    const indicators = [
      wide('courtyards'),
      wide('old', { notAbove: ['courtyards'] }),
      wide('share', { kind: 'share', range: undefined, formula: 'old / courtyards', whenDivisorIsZero: 0 }),
    ]
    expect(distancesOf(plan(atLeast('share', 0.5), indicators, { courtyards: 21, old: 9 }))).toEqual([
      ['courtyards', 18, -3],
      ['old', 11, 2],
    ])
  })

  test('a part is never moved above its whole', () => {
    const indicators = [wide('courtyards'), wide('old', { notAbove: ['courtyards'] })]
    expect(distancesOf(plan(atLeast('old', 30), indicators, { courtyards: 21, old: 9 }))).toEqual([])
    expect(
      distancesOf(plan({ kind: 'compare', indicator: 'courtyards', operator: '<', value: 5 }, indicators, { courtyards: 21, old: 9 })),
    ).toEqual([])
  })

  test('a share without a step of its own is moved in tenths of a percent', () => {
    expect(distancesOf(plan(atLeast('managed', 0.6), [wide('managed', { kind: 'share', range: undefined })], { managed: 0.25 }))).toEqual([
      ['managed', 0.6, 0.35],
    ])
  })

  test('a class that changes where a divisor inside a formula becomes zero is found', () => {
    const indicators = [
      wide('staff'),
      wide('inner', { formula: '12 / (staff - 5)', range: undefined, whenDivisorIsZero: -1 }),
      wide('outer', { formula: '6 / inner', range: undefined }),
    ]
    expect(distancesOf(plan({ kind: 'compare', indicator: 'outer', operator: '=', value: -6 }, indicators, { staff: 9 }))).toContainEqual([
      'staff',
      5,
      -4,
    ])
  })

  test('a whole so small that its missing part no longer matters is found', () => {
    const indicators = [wide('people'), wide('young', { notAbove: ['people'] })]
    const when: Condition = {
      kind: 'all',
      of: [
        { kind: 'compare', indicator: 'people', operator: '<=', value: 20 },
        { kind: 'compare', indicator: 'young', operator: '<', value: 5 },
      ],
    }
    expect(distancesOf(plan(when, indicators, { people: 30 }))).toEqual([['people', 4, -26]])
  })

  test('two changes in the same direction: the nearer one is told', () => {
    const when: Condition = {
      kind: 'any',
      of: [{ kind: 'range', indicator: 'staff', from: 20, to: 30, toIncluded: false }, atLeast('staff', 50)],
    }
    expect(distancesOf(plan(when, [wide('staff')], { staff: 12 }))).toEqual([['staff', 20, 8]])
    expect(distancesOf(plan(when, [wide('staff')], { staff: 31 }))).toEqual([
      ['staff', 29, -2],
      ['staff', 50, 19],
    ])
  })

  test('the dictionary of the tests is the one the oracle knows', () =>
    expect(INDICATORS.map((each) => each.key)).toEqual([...DELIVERED, ...DERIVED].map((each) => each.key).concat('surplus')))
})
