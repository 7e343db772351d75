import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Policy } from '../../src-main/model/policy.ts'
import { applyDifferences, differences } from '../../src-main/policy/difference.ts'
import { preset } from '../../src-main/policy/presets.ts'
import { RESOURCES } from '../support/open-app.ts'
import { policies } from '../support/random-plan.ts'

const reference = preset(RESOURCES, 'reference')!
const pathsOf = (a: Policy, b: Policy): string[] => differences(a, b).map((each) => each.path)
const changed = (change: (policy: Policy) => void): Policy => {
  const copy = structuredClone(reference)
  change(copy)
  return copy
}

describe('differences of two policies', () => {
  it('applied to the one give the other, whatever the two are', () => {
    fc.assert(
      fc.property(policies({}, 5), policies({}, 5), (a, b) => {
        const found = differences(a, b)
        expect(applyDifferences(a, found)).toEqual({ document: b, misfits: [] })
        expect(applyDifferences(a, JSON.parse(JSON.stringify(found)) as typeof found).document).toEqual(b)
      }),
      { numRuns: 300 },
    )
  })

  it('of a policy and itself are none', () => {
    fc.assert(
      fc.property(policies({}, 5), (policy) => {
        expect(differences(policy, structuredClone(policy))).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it('name the place by keys, with what was and what is', () => {
    const other = changed((policy) => {
      ;(policy.allocation.steps[0] as { amountsFen: Record<string, number> }).amountsFen.B = 32_000_000
    })
    const [step] = reference.allocation.steps
    expect(differences(reference, other)).toEqual([
      { path: `allocation/steps/${step!.key}/amountsFen/B`, old: 30_000_000, new: 32_000_000 },
    ])
  })

  it('tell a changed order from changed rules', () => {
    const other = changed(({ classification }) => {
      classification.rules.reverse()
    })
    expect(pathsOf(reference, other)).toEqual(['classification/rules/@order'])
  })

  it('find a rule that was put in between, by its key and its place', () => {
    const added = { ...reference.classification.rules[0]!, key: 'between' }
    const other = changed(({ classification }) => {
      classification.rules.splice(1, 0, added)
    })
    expect(pathsOf(reference, other)).toEqual(['classification/rules/between', 'classification/rules/@order'])
  })
})

describe('differences on a policy that has changed meanwhile', () => {
  const rule = reference.classification.rules[0]!
  const other = changed(({ classification }) => {
    classification.rules[0]!.class = 'C'
  })
  const found = differences(reference, other)

  it('are left out and named where their place is gone', () => {
    const meanwhile = changed(({ classification }) => {
      classification.rules.shift()
    })
    expect(applyDifferences(meanwhile, found)).toEqual({ document: meanwhile, misfits: [{ difference: found[0], kind: 'gone' }] })
  })

  it('are applied and named where the place says something else', () => {
    const meanwhile = changed(({ classification }) => {
      classification.rules[0]!.class = 'A'
    })
    expect(applyDifferences(meanwhile, found)).toEqual({
      document: other,
      misfits: [{ difference: { path: `classification/rules/${rule.key}/class`, old: rule.class, new: 'C' }, kind: 'changed' }],
    })
  })

  it('are no misfit where the same was done meanwhile', () => {
    expect(applyDifferences(other, found)).toEqual({ document: other, misfits: [] })
  })

  it('keep the order that was wished, as far as its rules are still there', () => {
    const wished = differences(
      reference,
      changed(({ classification }) => {
        classification.rules.reverse()
      }),
    )
    const meanwhile = changed(({ classification }) => {
      classification.rules.shift()
    })
    const { document, misfits } = applyDifferences(meanwhile, wished)
    expect((document as Policy).classification.rules.map((each) => each.key)).toEqual(
      meanwhile.classification.rules.map((each) => each.key).reverse(),
    )
    expect(misfits).toEqual([])
  })
})
