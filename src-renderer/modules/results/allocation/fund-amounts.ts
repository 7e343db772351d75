import { componentsOf, payersOf } from '../../../../src-main/model/fund.ts'
import type { PlanResult } from '../../../../src-main/model/plan.ts'
import type { Policy } from '../../../../src-main/model/policy.ts'
import { writtenTable, type MoneyUnit, type WrittenTable } from '../../../format/money.ts'
import { paidBy } from '../../../format/payers.ts'

/** The column of what a district gets altogether; no payer has this key. */
export const ALL = 'total:'

/** What each component of the fund amounts to, in their order, as one column that adds up as it is shown. */
export const writtenComponents = ({ totals }: PlanResult, policy: Policy, unit: MoneyUnit): WrittenTable<'amount'> =>
  writtenTable(
    { amount: { cells: componentsOf(policy).map(({ key }) => totals.componentFen?.[key] ?? null), total: totals.amountFen } },
    unit,
  )

/** What each payer pays in each district, a column a payer, and what the district gets; each column adds up as it is shown. */
export function writtenPayers({ districts, totals }: PlanResult, policy: Policy, unit: MoneyUnit): WrittenTable {
  const columns = payersOf(policy).map(
    ({ key }) => [key, { cells: districts.map((each) => paidBy(key, each)), total: paidBy(key, totals) }] as const,
  )
  return writtenTable(
    { ...Object.fromEntries(columns), [ALL]: { cells: districts.map((each) => each.amountFen), total: totals.amountFen } },
    unit,
  )
}
