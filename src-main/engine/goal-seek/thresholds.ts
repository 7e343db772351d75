import type { Demand } from '../../model/goal.ts'
import type { Policy } from '../../model/policy.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { FactColumns } from '../columns/facts.ts'
import { runPolicy, type PolicyRun } from '../columns/run.ts'
import type { Progress } from '../analysis/sensitivity.ts'
import { minimalConflict } from './conflict.ts'
import { keepsTo } from './keeps.ts'

/**
 * A threshold that may be moved: today's value, all values worth trying, the policy under each, and whether that policy could be
 * adopted at all.
 */
export interface ThresholdCandidate {
  present: number
  values: number[]
  policyWith(value: number): Policy
  isSound(policy: Policy): boolean
}
/** The best value of one candidate; null where none keeps to the demands. */
export interface BestThreshold {
  value: number
  moved: number
  run: PolicyRun
  policy: Policy
}
export interface ThresholdsFound {
  /** One for each candidate, in their order. */
  best: Array<BestThreshold | null>
  tried: number[]
  /** The candidate with the fewest communities moved, the first of equals; null where no value of any keeps to the demands. */
  chosen: number | null
  /** Where nothing was chosen: demands that no tried value keeps to together. */
  conflict: number[]
}

const isBetter = (one: BestThreshold, other: BestThreshold, present: number): boolean => {
  const farther = Math.abs(one.value - present) - Math.abs(other.value - present)
  return one.moved !== other.moved ? one.moved < other.moved : farther !== 0 ? farther < 0 : one.value < other.value
}

/** Which demands a policy keeps to; none where the engine refuses it or an amount is not known. */
function tryPolicy(columns: FactColumns, policy: Policy, demands: Demand[]): { run: PolicyRun; kept: boolean[] } | null {
  try {
    const run = runPolicy(columns, policy)
    return run.amounts.some(Number.isNaN) ? null : { run, kept: demands.map((demand) => keepsTo(demand, columns, policy, run)) }
  } catch (error) {
    // A value may make the plan impossible, such as a total below all floors: then it is none of the answers.
    if (error instanceof AppError && error.problems.every((each) => each.code.startsWith('allocation.'))) return null
    throw error
  }
}

/**
 * For each threshold the value under which all demands hold and the fewest communities change their class; among equals the one nearest to
 * today's value, then the lower one. Every value at which the plan can change is tried by running it, so the answer is exact.
 * To be taken step by step: between two steps the caller may show progress or stop.
 * @param today the run of the present policy
 * @throws goal.undecided while today's amounts are not all known; the refusals of the demands
 */
export async function* seekThresholds(
  columns: FactColumns,
  today: PolicyRun,
  candidates: ThresholdCandidate[],
  demands: Demand[],
): AsyncGenerator<Progress, ThresholdsFound> {
  const unknown = today.amounts.filter(Number.isNaN).length
  if (unknown > 0) throw appError('goal.undecided', { count: unknown })
  const total = candidates.reduce((sum, each) => sum + each.values.length, 0)
  const kept = new Set<string>()
  const best: Array<BestThreshold | null> = []
  const tried: number[] = []
  let done = 0
  for (const { present, values, policyWith, isSound } of candidates) {
    let found: BestThreshold | null = null
    let ownTried = 0
    for (const value of [...values].sort((a, b) => Math.abs(a - present) - Math.abs(b - present) || a - b)) {
      // From the nearest outwards: nothing farther can be better than moving nobody.
      if (found?.moved === 0) break
      ownTried++
      const policy = policyWith(value)
      const attempt = tryPolicy(columns, policy, demands)
      if (attempt !== null) {
        const moved = attempt.run.classes.filter((each, row) => each !== today.classes[row]).length
        const own = { value, moved, run: attempt.run, policy }
        const wouldBeBest = attempt.kept.every(Boolean) && (found === null || isBetter(own, found, present))
        const signs = attempt.kept.map(Number).join('')
        if ((wouldBeBest || !kept.has(signs)) && isSound(policy)) {
          kept.add(signs)
          if (wouldBeBest) found = own
        }
      }
      yield { done: done + ownTried, total }
    }
    done += values.length
    tried.push(ownTried)
    best.push(found)
  }
  const fewest = Math.min(...best.map((each) => each?.moved ?? Infinity))
  const chosen = best.findIndex((each) => each?.moved === fewest)
  const canHold = (positions: number[]): boolean => [...kept].some((each) => positions.every((position) => each[position] === '1'))
  return { best, tried, chosen: chosen < 0 ? null : chosen, conflict: chosen < 0 ? await minimalConflict(demands.length, canHold) : [] }
}
