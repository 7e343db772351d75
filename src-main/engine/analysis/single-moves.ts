import type { SingleMove } from '../../model/analysis.ts'
import type { Policy } from '../../model/policy.ts'
import { sharesOutSums } from '../../model/step.ts'
import { AppError } from '../../shared/app-error.ts'
import { allocateFund } from '../allocation/fund.ts'
import type { FactColumns } from '../columns/facts.ts'
import type { PolicyRun } from '../columns/run.ts'

/** Allocates with given classes, in place of those that rules and hands gave. @throws the engine's named errors */
export function amountsWith(
  { facts, vocabulary, table }: FactColumns,
  policy: Policy,
  run: PolicyRun,
  classes: Array<string | null>,
): Float64Array {
  const basis = {
    keys: facts.map((each) => each.key),
    classes,
    table,
    vocabulary,
    previous: run.previous,
    needs: facts.map(() => new Set<string>()),
    problems: [],
  }
  return allocateFund(
    basis,
    policy,
    facts.map((each) => each.district),
  ).amounts
}

/** Sum over the communities whose amount is known. */
export const totalOf = (amounts: Float64Array): number => amounts.reduce((sum, fen) => (Number.isNaN(fen) ? sum : sum + fen), 0)
export const unknownIn = (amounts: Float64Array): number => amounts.reduce((count, fen) => count + Number(Number.isNaN(fen)), 0)

const move = (reached: string, own: number, total: number): SingleMove => ({
  class: reached,
  ownFen: Number.isNaN(own) ? null : own,
  totalFen: Number.isNaN(total) ? null : total,
  problem: null,
})

/**
 * What each single move costs: one community in another class, all others as they are. Where no sum is shared out, a community's
 * amount in a
 * class does not depend on the others, so one run with everybody in that class tells the amounts of all; else the fund is
 * allocated anew for each move.
 * @returns for a row the moves to every other class of the policy, none where its own class is undecided; amounts in fen
 */
export function singleMoves(columns: FactColumns, policy: Policy, run: PolicyRun): (row: number) => SingleMove[] {
  const others = (row: number): string[] =>
    run.classes[row] === null ? [] : policy.classes.map((each) => each.key).filter((key) => key !== run.classes[row])
  if (!sharesOutSums(policy)) {
    const inClass = new Map(
      policy.classes.map(({ key }) => [
        key,
        amountsWith(
          columns,
          policy,
          run,
          columns.facts.map(() => key),
        ),
      ]),
    )
    return (row) =>
      others(row).map((key) => {
        const change = inClass.get(key)![row]! - run.amounts[row]!
        return move(key, change, change)
      })
  }
  const [total, unknown] = [totalOf(run.amounts), unknownIn(run.amounts)]
  return (row) =>
    others(row).map((key) => {
      try {
        const amounts = amountsWith(columns, policy, run, run.classes.with(row, key))
        // With other communities unknown than before, the two totals are not about the same ones.
        return move(key, amounts[row]! - run.amounts[row]!, unknownIn(amounts) === unknown ? totalOf(amounts) - total : Number.NaN)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return { class: key, ownFen: null, totalFen: null, problem: error.problems[0]!.code }
      }
    })
}
