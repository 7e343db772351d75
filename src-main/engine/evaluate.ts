import type { Indicator } from '../model/indicator.ts'
import { stepsOf } from '../model/fund.ts'
import type { CommunityFacts, CommunityResult, Override, PlanResult } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import type { Explanation, Reasons } from '../model/explanation.ts'
import { OVERRIDE } from './classification/classifier.ts'
import { distanceFinder } from './classification/distances.ts'
import { explainRow } from './classification/explain.ts'
import { factColumns, type FactColumns } from './columns/facts.ts'
import { partsOf, partWith, withIndicators } from './columns/own-policies.ts'
import { classifierOf, runPolicy, type PartRun } from './columns/run.ts'
import { shapeOf, withSums } from './totals.ts'

/** Goes up whenever the same input could give another result; it is printed with every plan. */
export const ENGINE_VERSION = '2'

/** What a plan is computed from. `indicators` are the dictionary's; the policy's own are added. */
export interface EvaluationInput {
  policy: Policy
  indicators: Indicator[]
  facts: CommunityFacts[]
  overrides: Override[]
  /** Districts that stand under policies of their own; left out: none. */
  own?: readonly DistrictPolicy[] | undefined
}
/** A district and the policy that it has of its own. */
export interface DistrictPolicy {
  district: string
  policy: Policy
}
export type Evaluation = Omit<PlanResult, 'engine' | 'year' | 'policy' | 'input'>

const columnsOf = ({ policy, indicators, facts, overrides, own = [] }: EvaluationInput): FactColumns =>
  factColumns([...indicators, ...policy.indicators], facts, overrides, withIndicators(own, indicators))

/**
 * Classifies every community, allocates, says who pays and adds up. The policy must have passed policy/check.
 * @returns the result in the order of community codes; all sums are exact sums of their rows, in fen
 * @throws AppError with the allocation's named errors
 */
export const evaluate = (input: EvaluationInput): Evaluation => evaluateColumns(columnsOf(input), input.policy)

/** The same over columns that are there already; their vocabulary must know the policy's own indicators. */
export function evaluateColumns(columns: FactColumns, policy: Policy): Evaluation {
  const run = runPolicy(columns, policy)
  const rows = columns.facts.map((_, row) => row)
  const communities: CommunityResult[] = []
  for (const part of run.parts ?? [{ policy, rows, columns, run }])
    for (const [at, each] of communitiesOf(part).entries()) communities[part.rows[at]!] = each
  return {
    ...withSums(communities, policy),
    ...(shapeOf(policy).hasFinanced && { guarantees: run.guarantees, transfers: run.transfers }),
    problems: run.problems,
  }
}

/** What the communities of a part are given by its policy, in the order of its columns. */
function communitiesOf({ columns: { facts, vocabulary }, policy, run }: PartRun): CommunityResult[] {
  const steps = stepsOf(policy)
  const shape = shapeOf(policy)
  return facts.map((community, row): CommunityResult => {
    const amount = run.amounts[row]!
    const previous = run.previous[row]!
    const known = !Number.isNaN(amount)
    const paid = known ? fenByKey(run.paid, row) : null
    return {
      key: community.key,
      code: community.code,
      name: community.name,
      district: community.district,
      subdistrict: community.subdistrict,
      class: run.classes[row]!,
      rule: run.overrides.has(community.key) ? OVERRIDE : run.found[row]!.rule,
      policyClass: run.found[row]!.class,
      amountFen: known ? amount : null,
      previousFen: Number.isNaN(previous) ? null : previous,
      previousClass: community.previousClass,
      cityFen: paid?.city ?? null,
      districtFen: paid?.district ?? null,
      paid,
      ...(shape.tellsComponents && { componentFen: known ? fenByKey(run.components, row) : null }),
      ...(shape.hasReserve && { reserveFen: known ? run.reserve[row]! : null }),
      trace: known ? steps.map((step, i) => ({ step: step.key, fen: run.lines[i]![row]! })) : [],
      needs: vocabulary.delivered.map((indicator) => indicator.key).filter((key) => run.needs[row]!.has(key)),
    }
  })
}

/** One row of columns by key; null where there are none. */
const fenByKey = (columns: Map<string, Float64Array> | null, row: number): Record<string, number> | null =>
  columns === null ? null : Object.fromEntries([...columns].map(([key, fen]) => [key, fen[row]!]))

/**
 * The explanation of one community from the same classifier that evaluates, with the distances to other classes: by the policy that it
 * stands under.
 * @returns null when there is no such community
 */
export function explain(input: EvaluationInput, key: string): Explanation | null {
  const found = partWith(columnsOf(input), input.policy, key)
  if (found === null) return null
  const { part, row } = found
  const { table, vocabulary } = part.columns
  const { classifier, overrides } = classifierOf(part.columns, part.policy)
  return {
    ...explainRow(classifier, row, key, vocabulary, overrides.get(key)),
    distances: distanceFinder(part.policy, table, vocabulary).distances(row),
  }
}

/**
 * Why communities have their classes, without the distances to other ones, each by the policy that it stands under.
 * @returns those that there are, in the order of the keys
 */
export function reasonsOf(input: EvaluationInput, keys: readonly string[]): Reasons[] {
  const parts = partsOf(columnsOf(input), input.policy)
  const found = parts.flatMap(({ columns, policy }) => {
    const wanted = new Set(keys)
    const { classifier, overrides } = classifierOf(columns, policy)
    return columns.facts.flatMap(({ key }, row) =>
      wanted.has(key) ? [explainRow(classifier, row, key, columns.vocabulary, overrides.get(key))] : [],
    )
  })
  const byKey = new Map(found.map((each) => [each.key, each]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}
