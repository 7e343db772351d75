import { COUNTING_COLUMNS, type StatisticsColumn } from '../../../src-main/contract/statistics.ts'
import { formatMoney, formatMoneyChange, type MoneyUnit } from '../../format/money.ts'
import { formatNumber, formatRate } from '../../format/number.ts'

/** A cell of the statistics as text: communities, money in the unit, or a share; unknown is a dash. */
export function sayCell(column: StatisticsColumn, value: number | null | undefined, unit: MoneyUnit): string {
  if (value === null || value === undefined) return '–'
  if (COUNTING_COLUMNS.includes(column)) return formatNumber(value)
  if (column === 'rate') return formatRate(value)
  return column === 'change' ? formatMoneyChange(value, unit) : formatMoney(value, unit)
}
