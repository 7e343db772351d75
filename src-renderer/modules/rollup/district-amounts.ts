import type { RollupPreview } from '../../../src-main/model/package.ts'
import { writtenTable, type WrittenTable } from '../../format/money.ts'

/**
 * The districts as they would be after merging: what their packages say, what comes out, the difference of the two as they are shown, and
 * last year. Only where every district is in a package can what the packages say be held against the whole.
 */
export function writtenDistricts({ districts, total }: RollupPreview): WrittenTable<'stated' | 'computed' | 'difference' | 'lastYear'> {
  const isWhole = total !== null && districts.every((each) => each.statedFen !== null)
  const differences = districts.map(({ amountFen, statedFen }) => (statedFen === null ? null : amountFen - statedFen))
  return writtenTable(
    {
      stated: { cells: districts.map((each) => each.statedFen), total: isWhole ? total.statedFen : null },
      computed: { cells: districts.map((each) => each.amountFen), total: total?.amountFen ?? null },
      difference: { cells: differences, total: isWhole ? total.amountFen - total.statedFen : null, differenceOf: ['computed', 'stated'] },
      lastYear: { cells: districts.map((each) => each.previousFen), total: total?.previousFen ?? null },
    },
    'wan',
  )
}
