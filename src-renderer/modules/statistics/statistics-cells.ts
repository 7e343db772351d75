import { COUNTING_COLUMNS, type Statistics, type StatisticsColumn } from '../../../src-main/model/statistics.ts'
import { writtenAlike, type MoneyUnit } from '../../format/money.ts'
import { formatNumber, formatRate } from '../../format/number.ts'

/**
 * How the cells of the statistics are written: communities, money in the unit, or a rate; what is not known is a dash.
 * @returns the text of a value of a column; the amounts of one column stand even
 */
export function cellsInWords(
  { settings, total, sections }: Statistics,
  unit: MoneyUnit,
): (column: StatisticsColumn, value: number | null | undefined) => string {
  const lines = [total, ...sections.flatMap(({ rows }) => rows.map((row) => row.cells))]
  const isMoney = (column: StatisticsColumn): boolean => column !== 'rate' && !COUNTING_COLUMNS.includes(column)
  const written = new Map(
    settings.columns.filter(isMoney).map((column) => [
      column,
      writtenAlike(
        lines.map((cells) => cells[column]),
        unit,
      ),
    ]),
  )
  return (column, value) => {
    if (value === null || value === undefined) return '–'
    const money = written.get(column)
    if (money === undefined) return column === 'rate' ? formatRate(value) : formatNumber(value)
    return column === 'change' ? money.change(value) : money.money(value)
  }
}
