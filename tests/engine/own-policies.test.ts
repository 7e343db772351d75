import fc from 'fast-check'
import { times } from '../support/full.ts'
import { expect, it } from 'vitest'
import { columnTotals, ruleCounts } from '../../src-main/engine/columns/index.ts'
import { sensitivityOf } from '../../src-main/engine/analysis/index.ts'
import {
  evaluate,
  evaluateColumns,
  explain,
  factColumns,
  misfitProblem,
  reasonsOf,
  runPolicy,
  withIndicators,
  type Evaluation,
  type EvaluationInput,
} from '../../src-main/engine/index.ts'
import { AppError } from '../../src-main/shared/app-error.ts'
import { policies, randomPlans } from '../support/random-plan.ts'

const OWN = '西区'

interface Case {
  together: EvaluationInput
  kept: EvaluationInput
  rest: EvaluationInput
}

const split = (input: EvaluationInput, other: EvaluationInput['policy']): Case => {
  const part = (isOwn: boolean): EvaluationInput => {
    const facts = input.facts.filter((each) => (each.district === OWN) === isOwn)
    const keys = new Set(facts.map((each) => each.key))
    return { ...input, facts, overrides: input.overrides.filter((each) => keys.has(each.key)) }
  }
  return { together: { ...input, own: [{ district: OWN, policy: other }] }, kept: { ...part(true), policy: other }, rest: part(false) }
}

const found = (input: EvaluationInput): Evaluation | null => {
  try {
    return evaluate(input)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** Two policies that fit beside each other, over communities of which some are the district's, each part computable alone. */
const cases = fc
  .oneof(randomPlans(), randomPlans({ wide: true }))
  .chain((input) =>
    fc.oneof(policies({}, input.facts.length), policies({ wide: true }, input.facts.length)).map((other) => split(input, other)),
  )
  .filter(
    ({ together, kept, rest }) =>
      kept.facts.length > 0 &&
      misfitProblem(together.policy, { district: OWN, policy: kept.policy }) === null &&
      found(kept) !== null &&
      found(rest) !== null,
  )

const ofDistrict = ({ communities }: Evaluation, isOwn: boolean) => communities.filter((each) => (each.district === OWN) === isOwn)
const amounts = (rows: Evaluation['communities']): number => rows.reduce((sum, each) => sum + (each.amountFen ?? 0), 0)

it('gives a district under its own policy what it gives alone, all others what they get without it, and every sum adds up', () => {
  fc.assert(
    fc.property(cases, ({ together, kept, rest }) => {
      const [whole, own, others] = [evaluate(together), evaluate(kept), evaluate(rest)]
      expect(ofDistrict(whole, true)).toEqual(own.communities)
      expect(ofDistrict(whole, false)).toEqual(others.communities)
      expect(whole.districts.find((each) => each.district === OWN)).toEqual(own.districts[0])
      expect(whole.districts.filter((each) => each.district !== OWN)).toEqual(others.districts)
      expect(whole.totals.amountFen).toBe(own.totals.amountFen + others.totals.amountFen)
      expect(amounts(whole.communities)).toBe(whole.totals.amountFen)
      expect(Object.values(whole.totals.componentFen!).reduce((sum, fen) => sum + fen, 0)).toBe(whole.totals.amountFen)
      if (whole.totals.paid !== null)
        expect(Object.values(whole.totals.paid!).reduce((sum, fen) => sum + fen, 0)).toBe(whole.totals.amountFen)
      expect(whole.flows.reduce((sum, each) => sum + each.count, 0)).toBe(whole.communities.length)
    }),
    { numRuns: times(15, 400) },
  )
})

it('says the same from columns, explains each community by the policy that it stands under, and counts rules for the others only', () => {
  fc.assert(
    fc.property(cases, ({ together, kept, rest }) => {
      const { policy, indicators, facts, overrides, own = [] } = together
      const columns = factColumns([...indicators, ...policy.indicators], facts, overrides, withIndicators(own, indicators))
      const run = runPolicy(columns, policy)
      expect(columnTotals(columns, run, policy)).toEqual(evaluateColumns(columns, policy).totals)
      for (const side of [kept, rest]) {
        const key = side.facts[0]?.key
        if (key === undefined) continue
        expect(explain(together, key)).toEqual(explain(side, key))
        expect(reasonsOf(together, [key])).toEqual(reasonsOf(side, [key]))
      }
      const alone = factColumns([...indicators, ...policy.indicators], rest.facts, rest.overrides)
      expect(ruleCounts(run)).toEqual(ruleCounts(runPolicy(alone, policy)))
    }),
    { numRuns: times(8, 200) },
  )
})

it('tells of a single move what it costs under the policy of the community', () => {
  fc.assert(
    fc.property(cases, ({ together, kept }) => {
      const { policy, indicators, facts, overrides, own = [] } = together
      const last = (columns: ReturnType<typeof factColumns>, under: typeof policy) => {
        const work = sensitivityOf(columns, under, 0.1)
        for (;;) {
          const { done, value } = work.next()
          if (done) return value.communities
        }
      }
      const all = last(factColumns(indicators, facts, overrides, withIndicators(own, indicators)), policy)
      const alone = last(factColumns(indicators, kept.facts, kept.overrides), kept.policy)
      // How much of an indicator counts as one is measured over all communities, so that the nearness alone may differ.
      const moves = (list: typeof all) =>
        list.map(({ key, class: reached, amountFen, moves: costs }) => ({ key, reached, amountFen, costs }))
      expect(moves(all.filter((each) => each.district === OWN))).toEqual(moves(alone))
    }),
    { numRuns: 8 },
  )
})

it('refuses a policy that has classes, payers or components which the other has not, in words that name both', () => {
  const [input] = fc.sample(
    randomPlans().filter((each) => misfitProblem(each.policy, { district: OWN, policy: each.policy }) === null),
    { numRuns: 1, seed: 1 },
  )
  const { policy } = input!
  const other = { ...policy, classes: [...policy.classes, { ...policy.classes[0]!, key: '另' }] }
  const own = [{ district: OWN, policy: other }]
  const facts = input!.facts.map((each, at) => (at === 0 ? { ...each, district: OWN } : each))
  expect(() => evaluate({ ...input!, facts, own })).toThrow(AppError)
  expect(misfitProblem(policy, own[0]!)).toMatchObject({ code: 'rollup.keepClasses', params: { district: OWN, name: '随机 1.0.0' } })
  const paying = { ...policy, allocation: { ...policy.allocation, split: undefined, payers: undefined } }
  const split = { ...policy, allocation: { ...policy.allocation, split: { ratio: { city: 1, district: 1 }, byDistrict: {} } } }
  expect(misfitProblem(paying, { district: OWN, policy: split })).toMatchObject({ code: 'rollup.keepPayers' })
  const parted = {
    ...split,
    allocation: { ...split.allocation, components: [{ key: 'more', name: { zh: '专项', en: 'more' }, steps: policy.allocation.steps }] },
  }
  expect(misfitProblem(split, { district: OWN, policy: parted })).toMatchObject({ code: 'rollup.keepComponents' })
})
