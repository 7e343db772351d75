import { HIGHEST_AMOUNT_FEN, type Demand, type GoalSearch } from '../../model/goal.ts'
import type { Policy } from '../../model/policy.ts'
import { appError } from '../../shared/app-error.ts'
import type { FactColumns } from '../columns/facts.ts'
import { runPolicy, type PolicyRun } from '../columns/run.ts'
import { minimalConflict } from './conflict.ts'
import { rowsOf } from './constraints.ts'
import { keepsTo } from './keeps.ts'
import { moneyModel, withStandards, type MoneyModel } from './money-model.ts'
import { rowHolds, solve, type LinearRow, type Program } from './program.ts'

/** The policy that keeps to the demands with its run, or the positions of demands that contradict each other. */
export type AmountsFound = { policy: Policy; run: PolicyRun; conflict?: undefined } | { conflict: number[] }
type Search = Extract<GoalSearch, { kind: 'amounts' }>

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))
const countsOf = ({ classes, communities }: MoneyModel): number[] =>
  classes.map((_, i) => communities.filter((each) => each.position === i).length)

/** One after the other, each among what the former leave equal: what is made least, over the classes' amounts in units. */
interface Stage {
  minimise: number[]
  valueOf(amounts: number[]): number
}

/**
 * The variables are the classes' amounts in units and, behind them, how far each is from today's: |amount - today| in the largest portion
 * that measures both, kept from below by two rows.
 */
function programOf(model: MoneyModel, unitFen: number): { program: Program; changeOf(amounts: number[]): number[] } {
  const portion = model.today.reduce(greatestCommonDivisor, unitFen)
  const size = model.classes.length
  const rows = model.today.flatMap((fen, i): LinearRow[] =>
    [-1, 1].map((sign) => {
      const coefficients = new Array<number>(2 * size).fill(0)
      coefficients[i] = sign * (unitFen / portion)
      coefficients[size + i] = 1
      return { coefficients, sense: '>=', bound: sign * (fen / portion) }
    }),
  )
  const variables = [
    ...model.classes.map(() => ({ whole: true, max: Math.floor(HIGHEST_AMOUNT_FEN / unitFen) })),
    ...model.classes.map(() => ({ whole: false, max: Infinity })),
  ]
  return {
    program: { variables, rows },
    changeOf: (amounts) => amounts.map((each, i) => Math.abs(each * unitFen - model.today[i]!) / portion),
  }
}

function stagesOf(model: MoneyModel, aim: Search['aim'], changeOf: (amounts: number[]) => number[]): Stage[] {
  const counts = countsOf(model)
  const nothing = counts.map(() => 0)
  const weighted = (weights: number[], values: number[]): number => weights.reduce((sum, each, i) => sum + each * values[i]!, 0)
  const total = (sign: 1 | -1): Stage => ({
    minimise: [...counts.map((each) => sign * each), ...nothing],
    valueOf: (amounts) => sign * weighted(counts, amounts),
  })
  const change: Stage = { minimise: [...nothing, ...counts], valueOf: (amounts) => weighted(counts, changeOf(amounts)) }
  // A class without communities costs nothing: there only the distance to today decides.
  const single = model.classes.map((_, i): Stage => {
    const one = nothing.with(i, 1)
    return counts[i] === 0
      ? { minimise: [...nothing, ...one], valueOf: (amounts) => changeOf(amounts)[i]! }
      : { minimise: [...one, ...nothing], valueOf: (amounts) => amounts[i]! }
  })
  const lower = model.classes.map((_, i): Stage => ({ minimise: [...nothing.with(i, 1), ...nothing], valueOf: (amounts) => amounts[i]! }))
  return [...(aim === 'leastChange' ? [change, total(1)] : [total(-1), change]), ...single, ...lower.filter((_, i) => counts[i] === 0)]
}

/**
 * Solves stage after stage; what a stage reached is kept by the next.
 * @returns amounts in units, null where the rows contradict each other
 */
async function solveStages(program: Program, stages: Stage[], size: number): Promise<number[] | null> {
  let amounts: number[] | null = null
  const rows = [...program.rows]
  for (const stage of stages) {
    const found = await solve({ ...program, rows }, stage.minimise)
    if (found === null) {
      if (amounts === null) return null
      throw appError('goal.unsolved')
    }
    amounts = found.slice(0, size)
    rows.push({ coefficients: stage.minimise, sense: '<=', bound: stage.valueOf(amounts) })
  }
  return amounts
}

/**
 * The standards by class, in whole units, that keep to all demands: nearest to today's, or with the highest total. Found with a solver
 * in whole numbers, then computed by the engine itself: an answer that the engine does not confirm to the fen is never given.
 * @param run the policy's own run
 * @returns the policy with the new standards, or a minimal set of demands that contradict each other
 * @throws the refusals of moneyModel and of the demands; goal.noLimit where a highest total has no limit; goal.unsolved
 */
export async function seekAmounts(
  columns: FactColumns,
  policy: Policy,
  run: PolicyRun,
  demands: Demand[],
  search: Search,
): Promise<AmountsFound> {
  const { unitFen, aim } = search
  const model = moneyModel(columns, policy, run, search.step, unitFen)
  const size = model.classes.length
  const rowsByDemand = demands.map((demand) => rowsOf(demand, model, unitFen))
  const { program, changeOf } = programOf(model, unitFen)
  const withRows = (positions: number[]): Program => ({
    ...program,
    rows: [...program.rows, ...positions.flatMap((position) => rowsByDemand[position]!)],
  })

  const amounts = await solveStages(withRows(demands.map((_, position) => position)), stagesOf(model, aim, changeOf), size)
  if (amounts === null)
    return { conflict: await minimalConflict(demands.length, async (positions) => (await solve(withRows(positions), [])) !== null) }
  const counts = countsOf(model)
  if (aim === 'highestTotal' && amounts.some((each, i) => counts[i]! > 0 && each === program.variables[i]!.max))
    throw appError('goal.noLimit')
  if (!rowsByDemand.flat().every((row) => rowHolds(row, amounts))) throw appError('goal.unsolved')

  const changed = withStandards(
    policy,
    model,
    amounts.map((each) => each * unitFen),
  )
  const found = runPolicy(columns, changed)
  const asPredicted = model.communities.every((each, row) => found.amounts[row] === amounts[each.position]! * unitFen + each.own)
  if (!asPredicted || !demands.every((demand) => keepsTo(demand, columns, changed, found, model.step.key))) throw appError('goal.unsolved')
  return { policy: changed, run: found }
}
