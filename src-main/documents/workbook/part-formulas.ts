import { cell, fixedCell } from './address.ts'
import { BREAKDOWN } from './book.ts'
import type { Book } from './book.ts'
import type { CommunityRow } from './layout.ts'
import { paidFormula, payerLists } from './payers.ts'

export type FormulaOf = (row: CommunityRow) => string

/**
 * The formulas of the payers' parts on a sheet with the rows of the allocation table.
 * @param amountColumn where the amount stands, and each payer's part, on the same sheet
 * @returns by payer; null where the parts are not live (see partsAreExact). The last payer pays what the others leave
 */
export const partFormulas = (
  book: Book,
  amountColumn: number,
  columns: readonly number[],
  payers: readonly string[],
): Map<string, FormulaOf> | null => {
  const { parameters, components, say, input } = book
  if (!parameters.exactParts) return null
  const lists = payerLists(input.policy)
  const ofComponent = (key: string, row: CommunityRow): string =>
    fixedCell(say.sheets.composition, BREAKDOWN.firstPart + components.findIndex((each) => each.key === key), row.row)
  const own = lists.flatMap((list) => list.component ?? [])
  const basesOf = (row: CommunityRow): string[] =>
    lists.map((list) => {
      if (list.component !== null) return ofComponent(list.component, row)
      const amount = cell(amountColumn, row.row)
      return own.length === 0 ? amount : `(${[amount, ...own.map((key) => ofComponent(key, row))].join('-')})`
    })
  const rest = (row: CommunityRow): string =>
    `ROUND(${[amountColumn, ...columns.slice(0, -1)].map((column) => cell(column, row.row)).join('-')},2)`
  return new Map(
    payers.map((payer, i) => [
      payer,
      i === payers.length - 1
        ? rest
        : (row: CommunityRow) => paidFormula(payer, row.community.district, lists, basesOf(row), parameters.ruleCell),
    ]),
  )
}
