import type { GridColumn, GridRow } from '../../components/grid/grid-types.ts'
import { formatMoney } from '../../format/money.ts'
import { formatRate } from '../../format/number.ts'
import type { Words } from '../../locales/words.ts'
import type { Ledger, LedgerEdit, LedgerRow } from '../../../src-main/model/ledger.ts'
import type { Problem } from '../../../src-main/model/problem.ts'

const FIELDS = ['allocated', 'spent', 'carried'] as const satisfies readonly LedgerEdit['field'][]

/** Key of the last column: what is doubtful in a row, in words. */
export const DOUBT = 'doubt'

/** @returns the share as percent, or a dash where it is not known */
export const sayRate = (rate: number | null): string => (rate === null ? '–' : formatRate(rate))

/** @returns the columns of the ledger: place (in view always), the three amounts in 元, the rate, the warning. */
export function ledgerColumns(year: number, words: Words): GridColumn[] {
  const { t } = words
  const common = { unit: '', numeric: false, readOnly: true, choices: [] }
  const place = (key: string, title: string, width: number): GridColumn => ({
    ...common,
    key,
    title,
    note: title,
    group: t('communities.placeGroup'),
    width,
    frozen: true,
  })
  const group = t('ledger.moneyGroup', { year })
  const amount = (key: LedgerEdit['field']): GridColumn => ({
    ...common,
    key,
    title: t(`ledger.${key}`),
    unit: t('common.yuan'),
    note: t(`ledger.${key}`),
    group,
    width: 96,
    frozen: false,
    numeric: true,
    readOnly: false,
  })
  return [
    place('name', t('common.community'), 118),
    place('district', t('common.district'), 84),
    place('subdistrict', t('common.subdistrict'), 112),
    ...FIELDS.map(amount),
    {
      ...common,
      key: 'rate',
      title: t('ledger.rate'),
      unit: '%',
      note: t('ledger.rateNote'),
      group,
      width: 78,
      frozen: false,
      numeric: true,
    },
    { ...common, key: DOUBT, title: t('ledger.doubt'), note: t('ledger.doubtNote'), group, width: 102, frozen: false },
  ]
}

/** @returns the warning about a row, or undefined. A name may occur twice, so the amounts must be the same as well. */
export const doubtOf = (row: LedgerRow, problems: readonly Problem[]): Problem | undefined =>
  problems.find(
    ({ place, params }) =>
      place.key === row.key ||
      (place.community === row.name &&
        params['allocatedFen'] === row.allocatedFen &&
        params['spentFen'] === row.spentFen &&
        params['carriedFen'] === row.carriedFen),
  )

/** @returns a community's amounts as a row of texts */
export function ledgerGridRow(row: LedgerRow, { problems }: Ledger, words: Words): GridRow {
  const amount = (fen: number | null): string => (fen === null ? '' : formatMoney(fen, 'yuan'))
  const byFen = doubtOf(row, problems)?.params['byFen']
  return {
    key: row.key,
    cells: {
      name: row.name,
      district: row.district,
      subdistrict: row.subdistrict,
      allocated: amount(row.allocatedFen),
      spent: amount(row.spentFen),
      carried: amount(row.carriedFen),
      rate: row.rate === null ? '' : sayRate(row.rate),
      [DOUBT]: byFen === undefined ? '' : words.t('ledger.differs', { amount: formatMoney(Number(byFen), 'yuan') }),
    },
  }
}

/** @returns what a row is sorted by in a column; null where it is unknown */
export function ledgerSortValue(row: LedgerRow, column: string, problems: readonly Problem[]): string | number | null {
  switch (column) {
    case 'name':
    case 'district':
    case 'subdistrict':
      return row[column]
    case 'allocated':
      return row.allocatedFen
    case 'spent':
      return row.spentFen
    case 'carried':
      return row.carriedFen
    case 'rate':
      return row.rate
    default:
      return Number(doubtOf(row, problems)?.params['byFen'] ?? 0)
  }
}
