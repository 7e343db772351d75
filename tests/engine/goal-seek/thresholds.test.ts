import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { Demand } from '../../../src-main/model/goal.ts'
import type { Policy } from '../../../src-main/model/policy.ts'
import { breakpointsOf } from '../../../src-main/engine/analysis/breakpoints.ts'
import { keepsTo } from '../../../src-main/engine/goal-seek/keeps.ts'
import { seekThresholds, type ThresholdsFound } from '../../../src-main/engine/goal-seek/thresholds.ts'
import { factColumns, runPolicy, type FactColumns } from '../../../src-main/engine/index.ts'
import { INDICATORS } from '../../support/random-plan.ts'
import { policyOf, WAN } from './small-plan.ts'

/** People from 0 to 3 in steps of a quarter, so that there are enough thresholds to try. */
const fine = INDICATORS.map((each) => (each.key === 'homes' ? { ...each, step: 0.25 } : each))
const GRID = Array.from({ length: 13 }, (_, i) => i / 4)
const columnsOf = (homes: number[]): FactColumns =>
  factColumns(
    fine,
    homes.map((each, row) => ({
      key: `k${row}`,
      code: '',
      name: `社区${row}`,
      district: '东区',
      subdistrict: '',
      values: { homes: each },
      previousFen: 5 * WAN,
      previousClass: null,
    })),
    [],
  )
const policyWith = (value: number, amounts: Record<string, number>, operator: '>=' | '>' | '<' | '=' = '>='): Policy => {
  const policy = policyOf(['A', 'B'], amounts)
  policy.classification.rules[0]!.when = { kind: 'compare', indicator: 'homes', operator, value }
  return policy
}
async function endOf(work: AsyncGenerator<unknown, ThresholdsFound>): Promise<ThresholdsFound> {
  for (;;) {
    const step = await work.next()
    if (step.done) return step.value
  }
}

test('the threshold is what trying every value of the grid finds', async () => {
  const seen = { found: 0, none: 0, moved: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...GRID), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...GRID),
      fc.constantFrom('>=', '>', '<', '=' as const),
      fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 30 }),
      async (homes, present, operator, [a, b], most, least) => {
        const columns = columnsOf(homes)
        const at = (value: number): Policy => policyWith(value, { A: a * WAN, B: b * WAN }, operator)
        const demands: Demand[] = [
          { kind: 'totalAtMost', fen: most * WAN },
          { kind: 'classTotalAtLeast', class: 'A', fen: least * WAN },
        ]
        const today = runPolicy(columns, at(present))
        const values = [...new Set([...breakpointsOf(columns, at(present), 'homes'), present])]
        const { best, chosen, conflict } = await endOf(
          seekThresholds(columns, today, [{ present, values, policyWith: at, isSound: () => true }], demands),
        )

        const all = GRID.map((value) => ({ value, run: runPolicy(columns, at(value)) }))
          .filter(({ value, run }) => demands.every((demand) => keepsTo(demand, columns, at(value), run)))
          .map(({ value, run }) => ({ value, moved: run.classes.filter((each, row) => each !== today.classes[row]).length }))
          .sort(
            (one, other) =>
              one.moved - other.moved || Math.abs(one.value - present) - Math.abs(other.value - present) || one.value - other.value,
          )
        expect(best[0] === null ? undefined : { value: best[0]!.value, moved: best[0]!.moved }).toEqual(all[0])
        expect(chosen).toBe(all.length === 0 ? null : 0)
        if (all.length > 0) {
          seen.found++
          if (all[0]!.moved > 0) seen.moved++
          return
        }
        seen.none++
        const together = (positions: number[]): boolean =>
          GRID.some((value) =>
            positions.every((position) => keepsTo(demands[position]!, columns, at(value), runPolicy(columns, at(value)))),
          )
        expect(together(conflict)).toBe(false)
        for (const each of conflict) expect(together(conflict.filter((position) => position !== each))).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(3)
})

it('of several thresholds the one that moves the fewest is chosen, the first of equals', async () => {
  const columns = columnsOf([0, 1, 1, 2, 3])
  const today = runPolicy(columns, policyWith(0, { A: 4 * WAN, B: 0 }))
  const at = (value: number): Policy => policyWith(value, { A: 4 * WAN, B: 0 })
  const demands: Demand[] = [{ kind: 'totalAtMost', fen: 16 * WAN }]
  const coarse = { present: 0, values: [0, 3], policyWith: at, isSound: () => true }
  const good = { present: 0, values: [0, 0.25, 1, 1.25, 3], policyWith: at, isSound: () => true }
  const { best, chosen, tried } = await endOf(seekThresholds(columns, today, [coarse, good, good], demands))
  expect(best.map((each) => [each?.value, each?.moved])).toEqual([
    [3, 4],
    [0.25, 1],
    [0.25, 1],
  ])
  expect([chosen, tried]).toEqual([1, [2, 5, 5]])
})

it('a value under which the policy could not be adopted is no answer', async () => {
  const columns = columnsOf([0, 1, 1, 2, 3])
  const at = (value: number): Policy => policyWith(value, { A: 4 * WAN, B: 0 })
  const candidate = {
    present: 0,
    values: [0, 0.25, 1, 1.25, 3],
    policyWith: at,
    isSound: (policy: Policy) => JSON.stringify(policy) !== JSON.stringify(at(0.25)) && JSON.stringify(policy) !== JSON.stringify(at(1)),
  }
  const { best } = await endOf(seekThresholds(columns, runPolicy(columns, at(0)), [candidate], [{ kind: 'totalAtMost', fen: 16 * WAN }]))
  expect([best[0]?.value, best[0]?.moved]).toEqual([1.25, 3])
})
