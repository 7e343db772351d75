import type { PolicyNumber } from '../../model/analysis.ts'
import { demandInWords } from '../../words/demands.ts'
import { stepsOf } from '../../model/fund.ts'
import type { Demand, GoalAnswer, GoalSearch } from '../../model/goal.ts'
import type { Indicator } from '../../model/indicator.ts'
import type { Policy } from '../../model/policy.ts'
import { breakpointsOf } from '../../engine/analysis/index.ts'
import { columnTotals } from '../../engine/columns/index.ts'
import { seekAmounts, keepsTo, seekThresholds, type ThresholdCandidate } from '../../engine/goal-seek/index.ts'
import { runPolicy, type FactColumns, type PolicyRun } from '../../engine/index.ts'
import { checkPolicy, numbersOf, numberAt, writePath } from '../../policy/index.ts'
import { appError } from '../../shared/app-error.ts'
import { inSteps } from '../../shared/turns.ts'
import type { OperationContext } from '../../desk/service.ts'
import { isThreshold } from '../../desk/sweep.ts'

interface Question {
  columns: FactColumns
  policy: Policy
  run: PolicyRun
  demands: Demand[]
  dictionary: Indicator[]
}
type Watched = Pick<OperationContext, 'signal' | 'progress'>

function sideOf(columns: FactColumns, policy: Policy, run: PolicyRun): GoalAnswer['today'] {
  const { amountFen, byClass } = columnTotals(columns, run, policy)
  return {
    amountFen,
    byClass: Object.fromEntries(Object.entries(byClass).map(([key, each]) => [key, { count: each.count, amountFen: each.amountFen }])),
  }
}

/** Everything but the answer: the demands in words, and what is there today. */
function unanswered({ columns, policy, run, demands }: Question, step: string | undefined): GoalAnswer {
  return {
    outcome: 'conflict',
    demands: demands.map((demand) => ({
      words: demandInWords(demand, policy),
      today: keepsTo(demand, columns, policy, run, step),
      holds: null,
    })),
    conflict: [],
    changes: [],
    policy: null,
    today: sideOf(columns, policy, run),
    answer: null,
    moved: null,
    changedFen: null,
    candidates: [],
  }
}

/** The answer, as the engine computed it. */
function answered(
  question: Question,
  policy: Policy,
  run: PolicyRun,
  changes: GoalAnswer['changes'],
  step: string | undefined,
): GoalAnswer {
  const { columns, run: today, demands } = question
  const before = unanswered(question, step)
  return {
    ...before,
    outcome: 'found',
    changes,
    policy,
    answer: sideOf(columns, policy, run),
    demands: before.demands.map((each, position) => ({ ...each, holds: keepsTo(demands[position]!, columns, policy, run, step) })),
    moved: run.classes.filter((each, row) => each !== today.classes[row]).length,
    changedFen: run.amounts.reduce((sum, fen, row) => sum + Math.abs(fen - today.amounts[row]!), 0),
  }
}

async function byAmounts(question: Question, search: Extract<GoalSearch, { kind: 'amounts' }>): Promise<GoalAnswer> {
  const { columns, policy, run, demands } = question
  const found = await seekAmounts(columns, policy, run, demands, search)
  const key = search.step ?? stepsOf(policy).find((each) => each.kind === 'standard')?.key
  if (found.conflict !== undefined) return { ...unanswered(question, key), conflict: found.conflict }
  const after = new Map(numbersOf(found.policy).map((each) => [each.path, each.value]))
  const changes = numbersOf(policy)
    .filter((number) => after.get(number.path) !== number.value)
    .map((number) => ({ number, to: after.get(number.path)! }))
  return answered(question, found.policy, found.run, changes, key)
}

/** @throws goal.notThreshold, and the errors of the path */
function thresholdAt(policy: Policy, path: string): { number: PolicyNumber; indicator: string } {
  const number = numberAt(policy, path)
  if (!isThreshold(number) || number.unit.kind !== 'indicator')
    throw appError('goal.notThreshold', { path: number.path }, { path: number.path })
  return { number, indicator: number.unit.indicator }
}

async function byThreshold(question: Question, paths: string[], watched: Watched): Promise<GoalAnswer> {
  const { columns, policy, run, demands, dictionary } = question
  const thresholds = paths.map((path) => thresholdAt(policy, path))
  const candidates = thresholds.map(({ number, indicator }): ThresholdCandidate => ({
    present: number.value,
    values: [...new Set([...breakpointsOf(columns, policy, indicator), number.value])],
    policyWith: (value) => (value === number.value ? policy : writePath(policy, number.path, value)),
    isSound: (changed) => changed === policy || checkPolicy(changed, dictionary).every((each) => each.level !== 'error'),
  }))
  const { best, tried, chosen, conflict } = await inSteps(seekThresholds(columns, run, candidates, demands), policy.title.zh, watched)
  const told = best.map((each, i) => ({
    number: thresholds[i]!.number,
    to: each?.value ?? null,
    moved: each?.moved ?? null,
    amountFen: each === null ? null : sideOf(columns, each.policy, each.run).amountFen,
    tried: tried[i]!,
  }))
  if (chosen === null) return { ...unanswered(question, undefined), conflict, candidates: told }
  const { value, policy: changed, run: after } = best[chosen]!
  const { number } = thresholds[chosen]!
  return { ...answered(question, changed, after, value === number.value ? [] : [{ number, to: value }], undefined), candidates: told }
}

/**
 * Which amounts or thresholds keep to the demands. Every answer is the engine's own run of the policy that is given with it.
 * @throws the refusals of both searches (goal.*), unknown paths, classes and districts
 */
export async function goalOf(question: Omit<Question, 'run'>, search: GoalSearch, watched: Watched): Promise<GoalAnswer> {
  const { own } = question.columns
  if (own.length > 0)
    throw appError('goal.ownPolicies', {
      names: own.map((each) => each.district).join('、'),
      namesEn: own.map((each) => each.district).join(', '),
    })
  const whole = { ...question, run: runPolicy(question.columns, question.policy) }
  return search.kind === 'amounts' ? byAmounts(whole, search) : byThreshold(whole, search.paths, watched)
}
