import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommunityFacts } from '../../src-main/model/plan.ts'
import type { Policy } from '../../src-main/model/policy.ts'
import { vocabularyOf } from '../../src-main/engine/indicators/vocabulary.ts'
import { checkReach } from '../../src-main/policy/checks/reach.ts'
import { completionsOf, holds, withDerived, type Values } from '../support/oracle.ts'
import { DELIVERED, INDICATORS, policies } from '../support/random-plan.ts'

// Nothing is known of this community, so its completions are every community there can be.
const blank: CommunityFacts = {
  key: 'x',
  code: '',
  name: 'x',
  district: 'd',
  subdistrict: 's',
  values: {},
  previousFen: null,
  previousClass: null,
}
const free = DELIVERED.filter((each) => each.notAbove.length === 0)

/** Which rules some community makes true, and which rules catch some community: found by trying all. */
function triedOut(policy: Policy, all: Values[]): { everTrue: Set<number>; everFirst: Set<number> } {
  const { rules } = policy.classification
  const [everTrue, everFirst] = [new Set<number>(), new Set<number>()]
  for (const values of all) {
    const found = rules.map((rule) => holds(rule.when, values))
    found.forEach((each, position) => {
      if (each) everTrue.add(position)
    })
    const first = found.findIndex((each) => each !== false)
    if (first < 0) everFirst.add(rules.length)
    else if (found[first]) everFirst.add(first)
  }
  return { everTrue, everFirst }
}
const said = (policy: Policy, code: string): number[] =>
  checkReach(policy, vocabularyOf(INDICATORS))
    .filter((each) => each.code === code)
    .map((each) => Number(/\d+$/.exec(each.place.path!)![0]))

test('rules that nothing makes true, that catch nobody, and classes nobody has: exactly those that trying everything finds', () => {
  const all = completionsOf(blank, free)
  let problems = 0
  fc.assert(
    fc.property(policies({ ruled: free }, 1), (policy) => {
      const { everTrue, everFirst } = triedOut(policy, all)
      const { rules, fallback } = policy.classification
      const dead = rules.map((_, position) => position).filter((position) => !everTrue.has(position))
      const covered = rules.map((_, position) => position).filter((position) => everTrue.has(position) && !everFirst.has(position))
      const reached = new Set([...everFirst].map((position) => rules[position]?.class ?? fallback))
      expect(said(policy, 'policy.ruleNeverTrue')).toEqual(dead)
      expect(said(policy, 'policy.ruleUnreachable')).toEqual(covered)
      expect(said(policy, 'policy.classUnused')).toEqual(
        policy.classes.flatMap((each, position) => (reached.has(each.key) ? [] : [position])),
      )
      problems += dead.length + covered.length
    }),
    { numRuns: 200 },
  )
  expect(problems).toBeGreaterThan(20)
})

test('over formulas nothing is called unreachable that can be reached', () => {
  const all = completionsOf(blank, DELIVERED).map(withDerived)
  fc.assert(
    fc.property(policies({}, 1), (policy) => {
      const { everTrue, everFirst } = triedOut(policy, all)
      for (const position of said(policy, 'policy.ruleNeverTrue')) expect(everTrue.has(position)).toBe(false)
      for (const position of said(policy, 'policy.ruleUnreachable')) expect(everFirst.has(position)).toBe(false)
    }),
    { numRuns: 60 },
  )
})
