import type { ClassTotal } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import type { PlanTotals } from '../../model/scenario.ts'
import { OVERRIDE } from '../classification/classifier.ts'
import type { FactColumns } from './facts.ts'
import type { PolicyRun } from './run.ts'

/** What decided a community's class: a rule's key, 'fallback', 'override', or null where it is undecided or every completion agrees. */
export const deciderOf = (run: PolicyRun, key: string, row: number): string | null =>
  run.overrides.has(key) ? OVERRIDE : run.found[row]!.rule

/** Adds up a column, leaving out the rows that are not known. */
const sumOf = (column: Float64Array, counts: (row: number) => boolean = () => true): number =>
  column.reduce((sum, fen, row) => (Number.isNaN(fen) || !counts(row) ? sum : sum + fen), 0)

/** The totals of a run, straight from its columns; the same sums as a plan's totals. In fen. */
export function columnTotals({ facts }: FactColumns, run: PolicyRun, policy: Policy): PlanTotals {
  const isKnown = (row: number): boolean => !Number.isNaN(run.amounts[row]!)
  const byKey = (columns: Map<string, Float64Array>): Record<string, number> =>
    Object.fromEntries([...columns].map(([key, column]) => [key, sumOf(column, isKnown)]))
  const byClass: Record<string, ClassTotal> = Object.fromEntries(
    policy.classes.map(({ key }) => {
      const own = (row: number): boolean => run.classes[row] === key
      return [
        key,
        {
          count: run.classes.filter((each) => each === key).length,
          amountFen: sumOf(run.amounts, own),
          previousFen: sumOf(run.previous, own),
        },
      ]
    }),
  )
  const paid = run.paid === null ? null : byKey(run.paid)
  return {
    communities: facts.length,
    undecided: run.classes.filter((each) => each === null).length,
    amountUnknown: facts.filter((_, row) => !isKnown(row)).length,
    amountFen: sumOf(run.amounts),
    previousFen: sumOf(run.previous),
    cityFen: paid?.city ?? null,
    districtFen: paid?.district ?? null,
    paid,
    componentFen: byKey(run.components),
    reserveFen: sumOf(run.reserve, isKnown),
    byClass,
  }
}
