import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { amountsUnknownIn } from '../../../src-main/model/open-counts.ts'
import { sweepPoint, sweepValues } from '../../../src-main/engine/analysis/sweep.ts'
import { factColumns } from '../../../src-main/engine/index.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { randomPlans } from '../../support/random-plan.ts'

describe('the values of a sweep', () => {
  test('rise from end to end, hold the present value, and are no more than asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: -600, max: 3600 }),
        fc.constantFrom(0.001, 0.01, 0.5, 1, 100),
        fc.integer({ min: 4, max: 80 }),
        fc.option(fc.array(fc.integer({ min: -600, max: 3600 }), { maxLength: 90 }), { nil: null }),
        (start, width, now, step, most, points) => {
          const at = (steps: number): number => Number((steps * step).toPrecision(12))
          const [from, to, present] = [at(start), at(start + width), at(now)]
          const breakpoints = points === null ? null : [...new Set(points.map(at))].sort((a, b) => a - b)
          const { values, exact } = sweepValues({ from, to, present, step, breakpoints, most })
          expect([values[0], values.at(-1)]).toEqual([from, to])
          expect(values).toEqual([...new Set(values)].sort((a, b) => a - b))
          expect(values.length).toBeLessThanOrEqual(most)
          if (present >= from && present <= to) expect(values).toContain(present)
          for (const value of values) expect(Math.abs(value / step - Math.round(value / step))).toBeLessThan(1e-6)
          const inside = breakpoints?.filter((value) => value >= from && value <= to)
          if (exact) expect(values).toEqual(expect.arrayContaining(inside!))
          else if (inside !== undefined) expect(new Set([...inside, from, to]).size + 1).toBeGreaterThan(most)
          else if (width > most) expect(values.length).toBeGreaterThan(most / 4)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('are round: tens of thousands of yuan, not thirds of one', () => {
    const { values } = sweepValues({ from: 10_000_000, to: 60_000_000, present: 33_300_000, step: 1, breakpoints: null, most: 61 })
    expect(values.filter((value) => value % 1_000_000 !== 0)).toEqual([33_300_000])
    expect(values).toHaveLength(52)
  })

  it('are the breakpoints and no more, where they are few', () => {
    expect(sweepValues({ from: 0, to: 10, present: 4.5, step: 0.5, breakpoints: [-1, 2, 7, 12], most: 61 })).toEqual({
      values: [0, 2, 4.5, 7, 10],
      exact: true,
    })
  })
})

test("a point has the plan's own totals, or the engine's reason why there are none", () => {
  let refused = 0
  fc.assert(
    fc.property(randomPlans({ missing: 10 }), (input) => {
      const point = sweepPoint(
        factColumns([...input.indicators, ...input.policy.indicators], input.facts, input.overrides),
        input.policy,
        7,
      )
      const { result, problem } = outcomeOf(input)
      if (result === undefined) {
        refused++
        expect(point).toEqual({ value: 7, byClass: {}, amountFen: null, undecided: 0, amountUnknown: 0, problem })
        return
      }
      const { totals } = result
      expect(point).toEqual({
        value: 7,
        amountFen: totals.amountFen,
        undecided: totals.undecided,
        amountUnknown: amountsUnknownIn(totals),
        problem: null,
        byClass: Object.fromEntries(Object.entries(totals.byClass).map(([key, { count, amountFen }]) => [key, { count, amountFen }])),
      })
    }),
    { numRuns: 300 },
  )
  expect(refused).toBeGreaterThan(5)
})
