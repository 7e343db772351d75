import type { OverrideLine } from '../../model/override-report.ts'
import type { Policy } from '../../model/policy.ts'
import { AppError } from '../../shared/app-error.ts'
import { sharesOutSums } from '../../model/step.ts'
import type { FactColumns } from '../columns/facts.ts'
import { partsOf } from '../columns/own-policies.ts'
import { runPolicy } from '../columns/run.ts'
import { amountsWith, totalOf, unknownIn } from './single-moves.ts'

/** What a class set by hand changes, as a line of the report tells it. */
export type OverrideCost = Pick<OverrideLine, 'ruleClass' | 'amountFen' | 'ruleFen' | 'costFen'>

export interface OverrideCosts {
  costOf(key: string): OverrideCost
  togetherFen: number | null
}

const fenOf = (amount: number): number | null => (Number.isNaN(amount) ? null : amount)

/**
 * What classes set by hand cost against the classes that the rules give: each alone, all others staying, and all together. Where the policy
 * shares out a sum, the fund is allocated anew for each of them; else a community's amount doesn't depend on the others, and one
 * run tells all.
 * @returns by community key, of every community; costs in fen, null where an amount is unknown or the fund can't be allocated so
 * @throws the engine's named errors, for the plan as it is
 */
export function overrideCosts(columns: FactColumns, policy: Policy): OverrideCosts {
  // Each part is allocated by itself, so that what a class costs is told within it.
  const parts = partsOf(columns, policy).map((part) => ({
    keys: new Set(part.columns.facts.map((each) => each.key)),
    ...costsInPart(part.columns, part.policy),
  }))
  const together = parts.map((each) => each.togetherFen)
  return {
    costOf: (key) => parts.find((each) => each.keys.has(key))!.costOf(key),
    togetherFen: together.some((each) => each === null) ? null : together.reduce<number>((sum, fen) => sum + fen!, 0),
  }
}

function costsInPart(columns: FactColumns, policy: Policy): OverrideCosts {
  const run = runPolicy(columns, policy)
  const rows = new Map(columns.facts.map(({ key }, row) => [key, row]))
  const byRule = run.found.map((each) => each.class)
  const isShared = sharesOutSums(policy)
  const [total, unknown] = [totalOf(run.amounts), unknownIn(run.amounts)]
  const without = (classes: Array<string | null>): Float64Array | null => {
    try {
      return amountsWith(columns, policy, run, classes)
    } catch (error) {
      if (error instanceof AppError) return null
      throw error
    }
  }
  // With other communities unknown than before, the two totals are not about the same ones.
  const costAgainst = (amounts: Float64Array | null): number | null =>
    amounts === null || unknownIn(amounts) !== unknown ? null : total - totalOf(amounts)
  const withoutAny = without(byRule)
  return {
    costOf: (key) => {
      const row = rows.get(key)!
      const [ruleClass, amountFen] = [byRule[row]!, fenOf(run.amounts[row]!)]
      if (!run.overrides.has(key)) return { ruleClass, amountFen, ruleFen: amountFen, costFen: 0 }
      const amounts = isShared ? without(run.classes.with(row, ruleClass)) : withoutAny
      const ruleFen = amounts === null ? null : fenOf(amounts[row]!)
      const ownFen = amountFen === null || ruleFen === null ? null : amountFen - ruleFen
      return { ruleClass, amountFen, ruleFen, costFen: isShared ? costAgainst(amounts) : ownFen }
    },
    togetherFen: costAgainst(withoutAny),
  }
}
