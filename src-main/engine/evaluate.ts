import type { Indicator } from '../contract/indicator.ts'
import type { CommunityFacts, CommunityResult, Override, PlanResult } from '../contract/plan.ts'
import type { Policy } from '../contract/policy.ts'
import { warning, type Problem } from '../contract/problem.ts'
import type { Explanation } from '../contract/explanation.ts'
import { runSteps } from './allocation/pipeline.ts'
import { cityParts } from './allocation/split.ts'
import type { AllocationState } from './allocation/state.ts'
import { compileClassifier, OVERRIDE, type Classifier } from './classification/classifier.ts'
import { distanceFinder } from './classification/distances.ts'
import { explainRow } from './classification/explain.ts'
import { tableOf, type Table } from './indicators/table.ts'
import { vocabularyOf, type Vocabulary } from './indicators/vocabulary.ts'
import { flowsOf, subtotals, totalsOf } from './totals.ts'

/** Goes up whenever the same input could give another result; it is printed with every plan. */
export const ENGINE_VERSION = '1'

/** What a plan is computed from. `indicators` are the dictionary's; the policy's own are added. */
export interface EvaluationInput {
  policy: Policy
  indicators: Indicator[]
  facts: CommunityFacts[]
  overrides: Override[]
}
export type Evaluation = Omit<PlanResult, 'engine' | 'year' | 'policy' | 'input'>

interface Prepared { facts: CommunityFacts[]; vocabulary: Vocabulary; table: Table; classifier: Classifier; overrides: Map<string, Override>; problems: Problem[] }

/** Communities with a code come first, in its order; the order decides ties, never the order of delivery. */
const inOrder = (a: CommunityFacts, b: CommunityFacts): number =>
  Number(a.code === '') - Number(b.code === '') || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

function prepare(input: EvaluationInput): Prepared {
  const facts = [...input.facts].sort(inOrder)
  const vocabulary = vocabularyOf([...input.indicators, ...input.policy.indicators])
  const table = tableOf(facts, vocabulary)
  const known = new Set(input.policy.classes.map((each) => each.key))
  const problems = input.overrides.filter((each) => !known.has(each.class))
    .map((each) => warning('plan.classUnknown', { class: each.class }, { community: each.key }))
  const overrides = new Map(input.overrides.filter((each) => known.has(each.class)).map((each) => [each.key, each]))
  return { facts, vocabulary, table, classifier: compileClassifier(input.policy, table, vocabulary), overrides, problems }
}

/**
 * Classifies every community, allocates, splits and adds up. The policy must have passed policy/check.
 * @returns the result in the order of community codes; all sums are exact sums of their rows, in fen
 * @throws AppError with the allocation's named errors
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const { facts, vocabulary, table, classifier, overrides, problems } = prepare(input)
  const { policy } = input
  const found = facts.map((_, row) => classifier.classify(row))
  const classes = facts.map((community, row) => overrides.get(community.key)?.class ?? found[row]!.class)
  // The policy's amount stands for last year only while nobody's own is delivered; after that a blank is a community that had none.
  const assumed = facts.every((each) => each.previousFen === null) ? policy.allocation.previousAmountFen : undefined
  const previous = Float64Array.from(facts, (each) => each.previousFen ?? assumed ?? Number.NaN)
  const state: AllocationState = {
    keys: facts.map((each) => each.key), classes, table, vocabulary, previous, problems,
    amounts: new Float64Array(facts.length), lower: new Float64Array(facts.length).fill(-Infinity), upper: new Float64Array(facts.length).fill(Infinity),
    needs: facts.map((_, row) => new Set(classes[row] === null ? found[row]!.needs : [])),
  }
  const lines = runSteps(state, policy)
  const { split, steps } = policy.allocation
  const city = split === undefined ? undefined : cityParts(state.amounts, facts.map((each) => each.district), split)

  const communities = facts.map((community, row): CommunityResult => {
    const amount = state.amounts[row]!
    const known = !Number.isNaN(amount)
    const cityFen = known && city !== undefined ? city[row]! : null
    return {
      key: community.key, code: community.code, name: community.name, district: community.district, subdistrict: community.subdistrict,
      class: classes[row]!, rule: overrides.has(community.key) ? OVERRIDE : found[row]!.rule, policyClass: found[row]!.class,
      amountFen: known ? amount : null, previousFen: Number.isNaN(previous[row]!) ? null : previous[row]!, previousClass: community.previousClass,
      cityFen, districtFen: cityFen === null ? null : amount - cityFen,
      trace: known ? steps.map((step, i) => ({ step: step.key, fen: lines[i]![row]! })) : [],
      needs: vocabulary.delivered.map((indicator) => indicator.key).filter((key) => state.needs[row]!.has(key)),
    }
  })
  return {
    totals: totalsOf(communities, policy.classes.map((each) => each.key), split !== undefined),
    ...subtotals(communities, split !== undefined), communities,
    flows: flowsOf(communities.map((each) => ({ from: each.previousClass, to: each.class, fen: each.amountFen === null ? null : each.amountFen - (each.previousFen ?? 0) }))),
    problems: state.problems,
  }
}

/**
 * The explanation of one community from the same classifier that evaluates, with the distances to other classes.
 * @returns null when there is no such community
 */
export function explain(input: EvaluationInput, key: string): Explanation | null {
  const { facts, vocabulary, table, classifier, overrides } = prepare(input)
  const row = facts.findIndex((each) => each.key === key)
  if (row < 0) return null
  return { ...explainRow(classifier, row, key, vocabulary, overrides.get(key)), distances: distanceFinder(input.policy, table, vocabulary).distances(row) }
}
