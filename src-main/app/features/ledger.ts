import type { Ledger, LedgerEdit, LedgerRow, LedgerTotal } from '../../contract/ledger.ts'
import { warning, type Problem } from '../../contract/problem.ts'
import { appError } from '../../shared/app-error.ts'
import { groupBy } from '../../engine/totals.ts'
import type { LedgerEntry } from '../../store/index.ts'
import type { Desk } from '../desk.ts'
import { adoptedResultOf } from '../last-year.ts'
import type { Service } from '../service.ts'

const FIELD = { allocated: 'allocatedFen', spent: 'spentFen', carried: 'carriedFen' } as const
const LABEL: Readonly<Record<LedgerEdit['field'], string>> = { allocated: '核定', spent: '支出', carried: '结余' }
const NOTHING = { allocatedFen: null, spentFen: null, carriedFen: null }

const rateOf = (allocated: number | null, spent: number | null): number | null => (allocated === null || spent === null || allocated === 0 ? null : spent / allocated)

function totalOf(name: string, rows: LedgerRow[]): LedgerTotal {
  const sum = (field: keyof typeof NOTHING, of: LedgerRow[] = rows): number | null => (of.every((row) => row[field] === null) ? null : of.reduce((before, row) => before + (row[field] ?? 0), 0))
  const reported = rows.filter((row) => row.allocatedFen !== null && row.spentFen !== null)
  return {
    name, count: rows.length, reported: reported.length, allocatedFen: sum('allocatedFen'), spentFen: sum('spentFen'), carriedFen: sum('carriedFen'),
    rate: rateOf(sum('allocatedFen', reported), sum('spentFen', reported)),
  }
}

const doubtsOf = (rows: LedgerRow[]): Problem[] => rows.flatMap(({ name, allocatedFen, spentFen, carriedFen }) => {
  if (allocatedFen === null || spentFen === null || carriedFen === null || spentFen + carriedFen === allocatedFen) return []
  return [warning('plan.ledgerDiffers', { allocatedFen, spentFen, carriedFen, byFen: Math.abs(allocatedFen - spentFen - carriedFen) }, { community: name })]
})

/** The ledger of a year: one row a community, in the order of their keys. What was not entered as allocated is taken from the adopted plan. */
function ledgerOf(desk: Desk, year: number): Ledger {
  const entered = new Map(desk.store.read.ledger.list(desk.yearOf(year).year).map((each) => [each.key, each]))
  const adopted = new Map(adoptedResultOf(desk, year)?.communities.map((each) => [each.key, each.amountFen]))
  const rows = desk.factsOf(year).map(({ key, code, name, district, subdistrict }): LedgerRow => {
    const own = entered.get(key) ?? { key, ...NOTHING }
    const allocatedFen = own.allocatedFen ?? adopted.get(key) ?? null
    const allocatedFrom = own.allocatedFen !== null ? 'entered' : allocatedFen !== null ? 'adopted' : null
    return { ...own, code, name, district, subdistrict, allocatedFen, allocatedFrom, rate: rateOf(allocatedFen, own.spentFen) }
  })
  return { year, rows, districts: [...groupBy(rows, (row) => row.district)].map(([name, own]) => totalOf(name, own)), total: totalOf('', rows), problems: doubtsOf(rows) }
}

export const ledger = (desk: Desk) => ({
  'ledger.list': ({ year = desk.year.year }) => ledgerOf(desk, year),
  'ledger.update': async ({ year = desk.year.year, edits }) => {
    const names = new Map(desk.factsOf(desk.yearOf(year).year).map((each) => [each.key, each.name]))
    const entries = new Map<string, LedgerEntry>(desk.store.read.ledger.list(year).map((each) => [each.key, each]))
    for (const { key, field, fen } of edits) {
      if (!names.has(key)) throw appError('plan.communityUnknown', { value: key }, { community: key })
      entries.set(key, { ...(entries.get(key) ?? { key, ...NOTHING }), [FIELD[field]]: fen })
    }
    const changed = new Set(edits.map((each) => each.key))
    const [{ key, field, fen }] = edits as [LedgerEdit]
    const what = edits.length === 1 ? `${names.get(key)} ${LABEL[field]} ${fen === null ? '空' : `${fen / 100}元`}` : `${LABEL[field]}等${edits.length}个金额`
    await desk.store.command('ledger.update', `${year}年 ${what}`, (plan) => plan.ledger.save(year, [...entries.values()].filter((each) => changed.has(each.key))))
    return { problems: doubtsOf(ledgerOf(desk, year).rows.filter((row) => changed.has(row.key))) }
  },
}) satisfies Partial<Service>
