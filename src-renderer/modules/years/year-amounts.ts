import type { OutputOf } from '../../../src-main/contract/operations.ts'
import { writtenTable, type WrittenTable } from '../../format/money.ts'

/** The years with their amounts and last year's, and the difference of the two as they are shown; years are not added up. */
export function writtenYears(
  years: ReadonlyArray<Pick<OutputOf<'years.list'>[number], 'amountFen' | 'previousFen' | 'adopted'>>,
): WrittenTable<'amount' | 'previous' | 'change' | 'adopted'>['columns'] {
  const change = years.map(({ amountFen, previousFen }) => (amountFen === null ? null : amountFen - previousFen))
  return writtenTable(
    {
      amount: { cells: years.map((each) => each.amountFen), total: null },
      previous: { cells: years.map((each) => each.previousFen), total: null },
      change: { cells: change, total: null, differenceOf: ['amount', 'previous'] },
      adopted: { cells: years.map((each) => each.adopted?.amountFen ?? null), total: null },
    },
    'wan',
  ).columns
}
