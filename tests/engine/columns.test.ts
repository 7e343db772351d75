import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCondition, TRUE, UNKNOWN } from '../../src-main/engine/classification/condition.ts'
import { ruleCounts } from '../../src-main/engine/columns/counts.ts'
import { gainsAndLosses, groupShifts, type Outcome } from '../../src-main/engine/columns/shift.ts'
import { columnTotals } from '../../src-main/engine/columns/totals.ts'
import { evaluateColumns, factColumns, runPolicy } from '../../src-main/engine/index.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { randomPlans } from '../support/random-plan.ts'

/** Random plans whose allocation is possible, every second one with components, payers of every kind and reserves. */
const plans = fc
  .oneof(randomPlans(), randomPlans({ wide: true }))
  .map((input) => {
    const columns = factColumns(input.indicators, input.facts, input.overrides)
    try {
      return { columns, policy: input.policy, run: runPolicy(columns, input.policy), rows: evaluateColumns(columns, input.policy) }
    } catch (error) {
      if (error instanceof AppError) return null
      throw error
    }
  })
  .filter((plan) => plan !== null)

it('totals from columns are those of the rows', () => {
  fc.assert(
    fc.property(plans, ({ columns, policy, run, rows }) => {
      expect(columnTotals(columns, run, policy)).toEqual(rows.totals)
    }),
    { numRuns: 300 },
  )
})

it('running a policy again over the same columns gives the same, whatever ran in between', () => {
  fc.assert(
    fc.property(plans, plans, (one, other) => {
      try {
        runPolicy(one.columns, other.policy)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
      expect(evaluateColumns(one.columns, one.policy)).toEqual(one.rows)
    }),
    { numRuns: 100 },
  )
})

it('counts of rules add up to the communities that rules decide, and each condition counts who meets it', () => {
  fc.assert(
    fc.property(plans, ({ columns, policy, run }) => {
      const { rules, fallback } = ruleCounts(run)
      const open = run.found.filter((each) => each.rule === null).length
      expect(rules.reduce((sum, each) => sum + each.caught, 0) + fallback + open).toBe(columns.facts.length)
      policy.classification.rules.forEach((rule, position) => {
        const whole = compileCondition(rule.when, columns.table, columns.vocabulary.indicators)
        const truths = columns.facts.map((_, row) => whole.test(row))
        expect(rules[position]!.conditions[0]).toEqual({
          holds: truths.filter((each) => each === TRUE).length,
          unknown: truths.filter((each) => each === UNKNOWN).length,
        })
      })
    }),
    { numRuns: 200 },
  )
})

describe('shifts', () => {
  const outcome: fc.Arbitrary<Outcome> = fc.record({ class: fc.constantFrom('A', 'B', null), fen: fc.option(fc.nat(50_000_000)) })
  const rows = fc.array(
    fc.record({
      district: fc.constantFrom('东区', '西区'),
      subdistrict: fc.constantFrom('一', '二'),
      before: outcome,
      now: outcome,
      people: fc.option(fc.nat(9000)),
    }),
    { maxLength: 20 },
  )

  it('of groups add up to gains less losses', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [before, now] = [list.map((each) => each.before), list.map((each) => each.now)]
        const total = gainsAndLosses(
          before,
          now,
          list.map((each) => each.people),
        )
        expect(total.netFen).toBe(total.gainsFen - total.lossesFen)
        for (const groups of Object.values(groupShifts(list, before, now))) {
          const sum = (of: (group: (typeof groups)[number]) => number): number => groups.reduce((whole, each) => whole + of(each), 0)
          expect([sum((each) => each.changeFen), sum((each) => each.moved), sum((each) => each.count)]).toEqual([
            total.netFen,
            total.moved,
            list.length,
          ])
          for (const group of groups) if (group.unknown === 0) expect(group.changeFen).toBe(group.withFen - group.baseFen)
        }
      }),
    )
  })

  it('count neither gain nor loss where an amount is unknown, and people where their number is known', () => {
    const before: Outcome[] = [
      { class: 'A', fen: 100 },
      { class: 'A', fen: 100 },
      { class: 'A', fen: 100 },
    ]
    const now: Outcome[] = [
      { class: 'B', fen: 130 },
      { class: 'A', fen: 60 },
      { class: null, fen: null },
    ]
    expect(gainsAndLosses(before, now, [7, null, 9])).toEqual({
      gainsFen: 30,
      lossesFen: 40,
      netFen: -10,
      gainers: 1,
      losers: 1,
      moved: 2,
      gainersPeople: 7,
      losersPeople: 0,
    })
  })
})
