import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConditionFinding, Explanation } from '../../../src-main/model/explanation.ts'
import { evaluate, explain, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { holds, withDerived, type Values } from '../../support/oracle.ts'
import { outcomeOf } from '../../support/outcome.ts'
import { randomPlans } from '../../support/random-plan.ts'

const RUNS = { numRuns: 300 }
const OUTCOME = { true: true, false: false, unknown: undefined } as const
const explanationsOf = (input: EvaluationInput): Explanation[] => input.facts.map((each) => explain(input, each.key)!)

/** Every condition of a finding, with what it found, groups included. */
const allParts = (finding: ConditionFinding): ConditionFinding[] => [finding, ...finding.parts.flatMap(allParts)]

describe('an explanation replays on its own data', () => {
  test('class, rule and needs are those of the result', () => {
    fc.assert(
      fc.property(randomPlans(), (input) => {
        const { result } = outcomeOf(input)
        for (const each of result?.communities ?? []) {
          const found = explain(input, each.key)!
          expect([found.class, found.policyClass, found.rule]).toEqual([each.class, each.policyClass, each.rule])
          if (each.class !== null) continue
          expect(found.decidedBy).toBe('undecided')
          // The result's needs are those of the amount as well.
          expect(each.needs).toEqual(expect.arrayContaining(found.needs))
        }
      }),
      RUNS,
    )
  })

  test('every condition’s outcome follows from the value it shows', () => {
    fc.assert(
      fc.property(randomPlans(), (input) => {
        for (const { finding } of explanationsOf(input).flatMap((each) => each.rules)) {
          const values: Values = Object.fromEntries(
            allParts(finding).flatMap(({ condition, value }) => ('indicator' in condition ? [[condition.indicator, value]] : [])),
          )
          for (const part of allParts(finding)) expect(holds(part.condition, values)).toBe(OUTCOME[part.outcome])
        }
      }),
      RUNS,
    )
  })

  test('the values shown are the community’s own', () => {
    fc.assert(
      fc.property(randomPlans({ missing: 0 }), (input) => {
        explanationsOf(input).forEach((each, row) => {
          const own = withDerived(input.facts[row]!.values as Values)
          for (const { condition, value } of each.rules.flatMap((rule) => allParts(rule.finding)))
            if ('indicator' in condition) expect(value).toEqual(own[condition.indicator] ?? null)
        })
      }),
      RUNS,
    )
  })

  test('the rules shown are those up to the one that decided: it holds, and those before it do not', () => {
    fc.assert(
      fc.property(randomPlans(), (input) => {
        const rules = input.policy.classification.rules
        for (const each of explanationsOf({ ...input, overrides: [] })) {
          expect(each.rules.map((rule) => rule.rule)).toEqual(rules.slice(0, each.rules.length).map((rule) => rule.key))
          const firstTrue = each.rules.findIndex((rule) => rule.outcome === 'true')
          expect(firstTrue === -1 ? rules.length : firstTrue + 1).toBe(each.rules.length)
          if (each.rules.some((rule) => rule.outcome === 'unknown')) continue
          expect([each.class, each.rule, each.decidedBy]).toEqual(
            firstTrue === -1
              ? [input.policy.classification.fallback, 'fallback', 'fallback']
              : [each.rules[firstTrue]!.class, each.rules[firstTrue]!.rule, 'rule'],
          )
          expect(each.possibleClasses).toEqual([each.class])
        }
      }),
      RUNS,
    )
  })

  test('a class set by hand is told apart from what the policy says', () => {
    fc.assert(
      fc.property(randomPlans(), (input) => {
        for (const override of input.overrides) {
          const [byHand, alone] = [explain(input, override.key)!, explain({ ...input, overrides: [] }, override.key)!]
          expect([byHand.class, byHand.rule, byHand.decidedBy, byHand.policyClass, byHand.rules]).toEqual([
            override.class,
            'override',
            'override',
            alone.class,
            alone.rules,
          ])
        }
      }),
      RUNS,
    )
  })
})

test('an unknown community has no explanation, and an override to a class that is gone is passed over with a warning', () => {
  const input = fc.sample(randomPlans({ missing: 0 }), { numRuns: 1, seed: 3 })[0]!
  expect(explain(input, 'nobody')).toBeNull()
  const override = { key: input.facts[0]!.key, class: '旧', reason: '核实', document: '' }
  const plain = {
    ...input,
    policy: { ...input.policy, allocation: { steps: [{ kind: 'cap' as const, key: 'cap', name: { zh: '封顶', en: '' }, amountFen: 1 }] } },
  }
  const result = evaluate({ ...plain, overrides: [override] })
  expect(result.communities).toEqual(evaluate({ ...plain, overrides: [] }).communities)
  expect(result.problems).toMatchObject([
    { code: 'plan.classUnknown', level: 'warning', params: { class: '旧' }, place: { community: override.key } },
  ])
})
