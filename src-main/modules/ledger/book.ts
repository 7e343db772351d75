import type { Ledger, LedgerRow, LedgerTotal } from '../../model/ledger.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { bySubdistrict, sumOfKnown } from '../../model/places.ts'
import type { LedgerEntry } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { adoptedResultOf } from '../../desk/last-year.ts'

/** A field of an entry as the contract names it, and as it is kept. */
export const LEDGER_FIELD = { allocated: 'allocatedFen', spent: 'spentFen', carried: 'carriedFen' } as const
const NOTHING = { allocatedFen: null, spentFen: null, carriedFen: null }

export const nothingEntered = (key: string): LedgerEntry => ({ key, ...NOTHING })

const rateOf = (allocated: number | null, spent: number | null): number | null =>
  allocated === null || spent === null || allocated === 0 ? null : spent / allocated

function totalOf(name: string, rows: LedgerRow[]): LedgerTotal {
  // Of nobody nothing was entered: a year without communities has no sums either.
  const sum = (field: keyof typeof NOTHING, of: LedgerRow[] = rows): number | null =>
    of.length === 0 ? null : sumOfKnown(of.map((row) => row[field]))
  const reported = rows.filter((row) => row.allocatedFen !== null && row.spentFen !== null)
  return {
    name,
    count: rows.length,
    reported: reported.length,
    allocatedFen: sum('allocatedFen'),
    spentFen: sum('spentFen'),
    carriedFen: sum('carriedFen'),
    rate: rateOf(sum('allocatedFen', reported), sum('spentFen', reported)),
  }
}

/** Rows in which spent and carried over are not together what was allocated, each with the community's name. */
export const doubtsOf = (rows: readonly Pick<LedgerRow, 'name' | keyof typeof NOTHING>[]): Problem[] =>
  rows.flatMap(({ name, allocatedFen, spentFen, carriedFen }) => {
    if (allocatedFen === null || spentFen === null || carriedFen === null || spentFen + carriedFen === allocatedFen) return []
    return [
      warning(
        'plan.ledgerDiffers',
        { allocatedFen, spentFen, carriedFen, byFen: Math.abs(allocatedFen - spentFen - carriedFen) },
        { community: name },
      ),
    ]
  })

/**
 * The ledger of a year: one row a community, in the order of their keys. What was not entered as allocated is taken from the
 * adopted plan.
 */
export function ledgerOfYear(desk: Desk, year: number): Ledger {
  const entered = new Map(desk.store.read.ledger.list(desk.yearOf(year).year).map((each) => [each.key, each]))
  const adopted = new Map(adoptedResultOf(desk, year)?.communities.map((each) => [each.key, each.amountFen]))
  const rows = desk.factsOf(year).map(({ key, code, name, district, subdistrict }): LedgerRow => {
    const own = entered.get(key) ?? nothingEntered(key)
    const allocatedFen = own.allocatedFen ?? adopted.get(key) ?? null
    const allocatedFrom = own.allocatedFen !== null ? 'entered' : allocatedFen !== null ? 'adopted' : null
    return { ...own, code, name, district, subdistrict, allocatedFen, allocatedFrom, rate: rateOf(allocatedFen, own.spentFen) }
  })
  return {
    year,
    rows,
    districts: [...Map.groupBy(rows, (row) => row.district)].map(([name, own]) => totalOf(name, own)),
    subdistricts: bySubdistrict(rows, (row) => row).map(({ subdistrict, own }) => totalOf(subdistrict, own)),
    total: totalOf('', rows),
    problems: doubtsOf(rows),
  }
}
