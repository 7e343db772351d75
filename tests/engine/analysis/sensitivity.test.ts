import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Sensitivity } from '../../../src-main/model/analysis.ts'
import type { IndicatorValue } from '../../../src-main/model/indicator.ts'
import { sensitivityOf } from '../../../src-main/engine/analysis/sensitivity.ts'
import { sharesOutSums } from '../../../src-main/model/step.ts'
import { evaluate, factColumns, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { stepOf } from '../../../src-main/engine/indicators/grid.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { DELIVERED, DERIVED, randomPlans } from '../../support/random-plan.ts'

function sensitivityIn(input: EvaluationInput, within = 0.1): Sensitivity {
  const work = sensitivityOf(
    factColumns([...input.indicators, ...input.policy.indicators], input.facts, input.overrides),
    input.policy,
    within,
  )
  const seen: number[] = []
  for (;;) {
    const step = work.next()
    if (step.done) {
      expect(seen).toEqual(input.facts.map((_, i) => i + 1))
      return step.value
    }
    seen.push(step.value.done)
  }
}
const classWith = (input: EvaluationInput, key: string, indicator: string, value: IndicatorValue): string | null =>
  evaluate({
    ...input,
    facts: input.facts.map((each) => (each.key === key ? { ...each, values: { ...each.values, [indicator]: value } } : each)),
  }).communities.find((each) => each.key === key)!.class
const indicatorOf = (key: string) => DELIVERED.find((each) => each.key === key)!

/** Big from 100 homes on; the rest as given. */
const plan = (homes: number[], byHand: string[] = []): EvaluationInput => ({
  indicators: [...DELIVERED.map((each) => (each.key === 'homes' ? { ...each, range: { min: 0 } } : each)), ...DERIVED],
  policy: {
    format: 'quanheng-policy',
    formatVersion: 1,
    id: 'x',
    version: '1.0.0',
    title: { zh: '例', en: '' },
    effectiveYear: 2024,
    indicators: [],
    classes: ['A', 'B'].map((key) => ({ key, name: { zh: key, en: '' }, color: '#000000' })),
    classification: {
      rules: [
        { key: 'big', name: { zh: '大', en: '' }, class: 'B', when: { kind: 'compare', indicator: 'homes', operator: '>=', value: 100 } },
      ],
      fallback: 'A',
    },
    allocation: { steps: [{ kind: 'standard', key: 's', name: { zh: '定额', en: '' }, amountsFen: { A: 100, B: 300 } }] },
  },
  facts: homes.map((each, row) => ({
    key: `k${row}`,
    code: '',
    name: `社区${row}`,
    district: '东区',
    subdistrict: '',
    values: { homes: each },
    previousFen: null,
    previousClass: null,
  })),
  overrides: byHand.map((key) => ({ key, class: 'B', reason: '核实', document: '' })),
})

test('each distance changes the class when the plan is run again, and one step less does not', () => {
  let [numbers, others] = [0, 0]
  fc.assert(
    fc.property(randomPlans({ missing: 10, communities: { min: 1, max: 4 }, counted: ['homes'] }), (input) => {
      // What the amount needs is no part of this: only classes are looked at.
      const plan = {
        ...input,
        policy: {
          ...input.policy,
          allocation: {
            steps: [
              {
                kind: 'standard' as const,
                key: 's',
                name: { zh: 's', en: '' },
                amountsFen: Object.fromEntries(input.policy.classes.map((each) => [each.key, 1])),
              },
            ],
          },
        },
      }
      for (const community of sensitivityIn(plan).communities) {
        const relative = community.distances.map((each) => each.relative ?? Infinity)
        expect(relative).toEqual([...relative].sort((a, b) => a - b))
        for (const { indicator, from, to, by, class: reached } of community.distances) {
          expect(reached).not.toBe(community.class)
          expect(classWith(plan, community.key, indicator, to)).toBe(reached)
          if (by === null) {
            others++
            continue
          }
          const less = (to as number) - Math.sign(by) * stepOf(indicatorOf(indicator))
          if ((less - (from as number)) * Math.sign(by) < 0) continue
          expect([community.class, null]).toContain(classWith(plan, community.key, indicator, less))
          numbers++
        }
      }
    }),
    { numRuns: 800 },
  )
  expect(numbers).toBeGreaterThan(30)
  expect(others).toBeGreaterThan(10)
})

describe('the cost of a single move', () => {
  test('is the difference that the class, set by hand, makes to the whole plan; sums that are shared out are shared out anew', () => {
    const seen = { alone: 0, shared: 0, othersPay: 0 }
    fc.assert(
      fc.property(randomPlans({ missing: 30, communities: { min: 1, max: 5 } }), (input) => {
        const { result } = outcomeOf(input)
        if (result === undefined) return
        for (const community of sensitivityIn(input).communities) {
          const own = result.communities.find((each) => each.key === community.key)!
          expect(community.moves.map((each) => each.class)).toEqual(
            own.class === null ? [] : input.policy.classes.map((each) => each.key).filter((key) => key !== own.class),
          )
          for (const move of community.moves) {
            const byHand = { key: community.key, class: move.class, reason: '试', document: '' }
            const moved = outcomeOf({ ...input, overrides: [...input.overrides.filter((each) => each.key !== community.key), byHand] })
            if (moved.result === undefined) {
              expect(move).toEqual({ class: move.class, ownFen: null, totalFen: null, problem: moved.problem.code })
              continue
            }
            const now = moved.result.communities.find((each) => each.key === community.key)!
            expect(move.ownFen).toBe(now.amountFen === null || own.amountFen === null ? null : now.amountFen - own.amountFen)
            const comparable =
              moved.result.totals.amountUnknown === result.totals.amountUnknown && (sharesOutSums(input.policy) || move.ownFen !== null)
            expect(move.totalFen).toBe(comparable ? moved.result.totals.amountFen - result.totals.amountFen : null)
            seen[sharesOutSums(input.policy) ? 'shared' : 'alone']++
            if (move.ownFen !== move.totalFen) seen.othersPay++
          }
        }
      }),
      { numRuns: 150 },
    )
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(1)
  })

  it('can not be told where the class makes the plan impossible; then the reason is', () => {
    const step = (more: object) => ({ name: { zh: '步骤', en: '' }, ...more })
    const input = {
      ...plan([0, 100]),
      policy: {
        ...plan([]).policy,
        allocation: {
          steps: [
            step({ kind: 'standard', key: 's', amountsFen: { A: 100, B: 300 } }),
            step({ kind: 'floor', key: 'f', classes: ['B'], amountFen: 100 }),
            step({ kind: 'fit', key: 't', totalFen: 150 }),
          ] as EvaluationInput['policy']['allocation']['steps'],
        },
      },
    }
    expect(sensitivityIn(input).communities.map((each) => each.moves)).toEqual([
      [{ class: 'B', ownFen: null, totalFen: null, problem: 'allocation.totalBelowFloors' }],
      [{ class: 'A', ownFen: -37, totalFen: 0, problem: null }],
    ])
  })
})

describe('borderline communities', () => {
  it('are those within a part of the distance between the quartiles, nearest first', () => {
    // Quartiles of 0, 50, 95, 150, 200 are 50 and 150: one is 100 homes.
    const { communities, borderline, scales } = sensitivityIn(plan([0, 50, 95, 150, 200]), 0.55)
    expect(scales).toEqual({ homes: 100 })
    expect(communities.map((each) => each.distances[0]!.relative)).toEqual([1, 0.5, 0.05, 0.51, 1.01])
    expect(borderline).toEqual(['k2', 'k1', 'k3'])
    expect(communities[2]!.distances[0]).toMatchObject({ indicator: 'homes', from: 95, to: 100, by: 5, class: 'B' })
    expect(communities[2]!.moves).toEqual([{ class: 'B', ownFen: 200, totalFen: 200, problem: null }])
  })

  it('are none of those whose class is set by hand', () => {
    const { communities, borderline } = sensitivityIn(plan([0, 50, 95, 150, 200], ['k2']), 0.55)
    expect(communities[2]).toMatchObject({
      overridden: true,
      distances: [],
      borderline: false,
      class: 'B',
      moves: [{ class: 'A', ownFen: -200 }],
    })
    expect(borderline).toEqual(['k1', 'k3'])
  })

  it('takes the whole range where over half are alike, and no scale where all are', () => {
    expect(sensitivityIn(plan([90, 90, 90, 90, 130])).scales).toEqual({ homes: 40 })
    const alike = sensitivityIn(plan([90, 90, 90]))
    expect(alike.scales).toEqual({})
    expect(alike.communities[0]!.distances[0]).toMatchObject({ by: 10, relative: null })
    expect(alike.borderline).toEqual([])
  })
})
