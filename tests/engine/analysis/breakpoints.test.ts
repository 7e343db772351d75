import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { Condition } from '../../../src-main/model/condition.ts'
import type { Policy } from '../../../src-main/model/policy.ts'
import { breakpointsOf } from '../../../src-main/engine/analysis/breakpoints.ts'
import { factColumns, runPolicy } from '../../../src-main/engine/index.ts'
import { AppError } from '../../../src-main/shared/app-error.ts'
import { policyOf } from '../goal-seek/small-plan.ts'
import { INDICATORS, randomPlans } from '../../support/random-plan.ts'

/** Counted in eighths, so that between two communities' values there are thresholds that change nothing. */
const fine = INDICATORS.map((each) => (each.kind === 'number' || each.kind === 'share' ? { ...each, step: 0.125 } : each))

/** Every comparison with a number in a condition. */
const comparisons = (condition: Condition): Array<Extract<Condition, { kind: 'compare' }>> => {
  if (condition.kind === 'compare') return [condition]
  if (!('of' in condition)) return []
  return Array.isArray(condition.of) ? condition.of.flatMap(comparisons) : comparisons(condition.of)
}
/** What the plan is under a policy, or why there is none. */
function outcome(columns: ReturnType<typeof factColumns>, policy: Policy): string {
  try {
    const { classes, amounts } = runPolicy(columns, policy)
    return JSON.stringify([classes, [...amounts].map(String)])
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.message
  }
}

test('between two breakpoints that follow each other no threshold changes the plan, missing values or not', () => {
  let [between, changing] = [0, 0]
  fc.assert(
    fc.property(randomPlans({ missing: 4, communities: { min: 1, max: 5 } }), fc.nat(), (input, drawn) => {
      const policy = structuredClone(input.policy)
      const all = policy.classification.rules.flatMap((rule) => comparisons(rule.when))
      if (all.length === 0) return
      const compared = all[drawn % all.length]!
      const columns = factColumns(fine, input.facts, input.overrides)
      const points = breakpointsOf(columns, policy, compared.indicator)
      const under = (value: number): string => {
        compared.value = value
        return outcome(columns, policy)
      }
      const share = fine.find((each) => each.key === compared.indicator)!.kind === 'share'
      const grid = Array.from({ length: share ? 9 : 25 }, (_, i) => i / 8)
      for (const value of grid.filter((each) => !points.includes(each))) {
        const [below, above] = [points.filter((each) => each < value).at(-1), points.find((each) => each > value)]
        const here = under(value)
        if (below !== undefined) expect(under(below)).toBe(here)
        if (above !== undefined) expect(under(above)).toBe(here)
        between++
      }
      if (new Set(points.filter((each) => grid.includes(each)).map(under)).size > 1) changing++
    }),
    { numRuns: 200 },
  )
  expect(between).toBeGreaterThan(150)
  expect(changing).toBeGreaterThan(4)
})

it('while a value is missing, the other threshold on it is a breakpoint too', () => {
  // Below t or from 2 upwards: every value is one of them once t is 2 or more, so that nobody needs to know it.
  const policy = policyOf(['A', 'B'], { A: 1, B: 2 })
  const rules = (t: number) =>
    [
      ['less', '<', t],
      ['more', '>=', 2],
    ].map(([key, operator, value]) => ({
      key,
      name: { zh: key },
      class: 'A',
      when: { kind: 'compare', indicator: 'homes', operator, value },
    }))
  const at = (t: number): Policy => ({
    ...policy,
    classification: { ...policy.classification, rules: rules(t) as Policy['classification']['rules'] },
  })
  const columns = factColumns(
    fine,
    [{ key: 'k', code: '', name: '甲', district: '东区', subdistrict: '', values: {}, previousFen: null, previousClass: null }],
    [],
  )
  expect([1.875, 2].map((t) => runPolicy(columns, at(t)).classes[0])).toEqual([null, 'A'])
  expect(breakpointsOf(columns, at(0.5), 'homes')).toEqual(expect.arrayContaining([1.875, 2]))
})
