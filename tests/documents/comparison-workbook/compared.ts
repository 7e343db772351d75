import fc from 'fast-check'
import type { PlanResult } from '../../../src-main/model/plan.ts'
import type { Policy } from '../../../src-main/model/policy.ts'
import type { ComparedRow, ComparisonInput } from '../../../src-main/documents/comparison-workbook/index.ts'
import { evaluate, type EvaluationInput } from '../../../src-main/engine/index.ts'
import { INDICATORS, randomPlans } from '../../support/random-plan.ts'
import { outcomeOf } from '../../support/outcome.ts'

function resultOf(input: EvaluationInput, policy: Policy): PlanResult {
  return {
    engine: '1',
    year: 2024,
    policy: { id: policy.id, version: policy.version, hash: 'a'.repeat(64) },
    input: { rows: input.facts.length, hash: 'b'.repeat(64), synthetic: true },
    ...evaluate({ ...input, policy }),
  }
}

/** Two random policies on the same random communities, with undecided ones, unknown amounts and classes that only one policy has. */
export function compared(seed: number, language: 'zh' | 'en', communities = 24): ComparisonInput {
  const plans = randomPlans({ missing: 9, communities: { min: communities, max: communities } })
  const [first, second] = fc.sample(
    plans.filter((input) => outcomeOf(input).result !== undefined),
    { seed, numRuns: 2 },
  ) as [EvaluationInput, EvaluationInput]
  const facts = first.facts
  const base = { policy: first.policy, result: resultOf({ ...first, indicators: INDICATORS }, first.policy) }
  // The second policy with standards only, so that it fits every community.
  const policy: Policy = {
    ...second.policy,
    id: 'other',
    allocation: {
      steps: [
        {
          kind: 'standard',
          key: 's',
          name: { zh: '定额', en: '' },
          amountsFen: Object.fromEntries(second.policy.classes.map((each, i) => [each.key, 12_345_678 + i * 1_111_111])),
        },
      ],
    },
  }
  const other = { policy, result: resultOf({ policy, indicators: INDICATORS, facts, overrides: [] }, policy) }
  const rows = other.result.communities.map((each, row): ComparedRow => {
    const before = base.result.communities[row]!
    const changeFen = before.amountFen === null || each.amountFen === null ? null : each.amountFen - before.amountFen
    return {
      code: each.code,
      name: each.name,
      district: each.district,
      subdistrict: row % 7 === 0 ? '' : each.subdistrict,
      from: before.class,
      to: each.class,
      baseFen: before.amountFen,
      withFen: each.amountFen,
      changeFen,
    }
  })
  return { base, other, rows, language }
}
