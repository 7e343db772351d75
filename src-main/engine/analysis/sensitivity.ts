import type { CommunitySensitivity, Sensitivity } from '../../model/analysis.ts'
import type { Policy } from '../../model/policy.ts'
import { distanceFinder } from '../classification/distances.ts'
import type { FactColumns } from '../columns/facts.ts'
import { partsOf } from '../columns/own-policies.ts'
import { runPolicy } from '../columns/run.ts'
import { scalesOf } from './scales.ts'
import { singleMoves } from './single-moves.ts'

/** How far a long computation is. */
export interface Progress {
  done: number
  total: number
}

const fenOf = (amount: number): number | null => (Number.isNaN(amount) ? null : amount)

/** Nearest first; changes without a measure (categories and flags) last. */
const byDistance = (a: { relative: number | null }, b: { relative: number | null }): number =>
  (a.relative ?? Infinity) - (b.relative ?? Infinity) || 0

/**
 * How near each community is to another class, and what each single move would cost. Every distance is found by classifying anew,
 * so it does
 * change the class, and one step less does not. To be taken step by step: between two steps the caller may show progress or stop.
 * @param within a community is borderline if a change of at most so much, on the indicator's scale (see scalesOf), gives it another class
 * @returns after the last step the whole; before, after each community, how far it is
 * @throws the engine's named errors
 */
export function* sensitivityOf(columns: FactColumns, policy: Policy, within: number): Generator<Progress, Sensitivity> {
  const scales = scalesOf(columns)
  const communities: CommunitySensitivity[] = []
  const total = columns.facts.length
  let done = 0
  for (const { rows, ...part } of partsOf(columns, policy))
    for (const each of communitiesIn(part.columns, part.policy, scales, within)) {
      communities[rows[each.row]!] = each.found
      yield { done: ++done, total }
    }
  const used = new Set(communities.flatMap((each) => each.distances.map((distance) => distance.indicator)))
  return {
    communities,
    borderline: communities
      .filter((each) => each.borderline)
      .sort((a, b) => byDistance(a.distances[0]!, b.distances[0]!))
      .map((each) => each.key),
    scales: Object.fromEntries([...scales].filter(([key]) => used.has(key))),
    within,
  }
}

/** The communities of a part, one after the other, with their rows in it. */
function* communitiesIn(
  columns: FactColumns,
  policy: Policy,
  scales: ReadonlyMap<string, number>,
  within: number,
): Generator<{ row: number; found: CommunitySensitivity }> {
  const { facts, table, vocabulary } = columns
  const run = runPolicy(columns, policy)
  const finder = distanceFinder(policy, table, vocabulary)
  const movesOf = singleMoves(columns, policy, run)
  for (const [row, { key, code, name, district, subdistrict }] of facts.entries()) {
    const overridden = run.overrides.has(key)
    const distances = overridden
      ? []
      : finder
          .distances(row)
          .map((each) => {
            const scale = scales.get(each.indicator)
            return { ...each, relative: each.by === null || scale === undefined ? null : Math.abs(each.by) / scale }
          })
          .sort(byDistance)
    const borderline = distances[0] !== undefined && distances[0].relative !== null && distances[0].relative <= within
    const found = {
      key,
      code,
      name,
      district,
      subdistrict,
      class: run.classes[row]!,
      amountFen: fenOf(run.amounts[row]!),
      overridden,
      distances,
      borderline,
      moves: movesOf(row),
    }
    yield { row, found }
  }
}
