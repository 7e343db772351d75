import { COUNTING_COLUMNS, type Statistics, type StatisticsColumn } from '../../model/statistics.ts'
import { textIn, type Language } from '../../model/text.ts'
import { cell, range } from '../workbook/address.ts'
import { CHANGE, COUNT, MONEY, TEXT, type Look } from '../workbook/look.ts'
import type { Content } from '../workbook/page.ts'
import { sheetOfSections, type Section } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'
import { statisticsWords } from './words.ts'

const RATE: Look = { align: 'right', format: '0.0%' }
/** Columns that are one column divided by another: live where both are in the table. */
const DIVIDED: Partial<Readonly<Record<StatisticsColumn, { of: StatisticsColumn; by: StatisticsColumn; rounded: boolean }>>> = {
  average: { of: 'amount', by: 'inPlace', rounded: true },
  rate: { of: 'spent', by: 'allocated', rounded: false },
}

const lookOf = (column: StatisticsColumn): Look => {
  if (COUNTING_COLUMNS.includes(column)) return COUNT
  if (column === 'rate') return RATE
  return column === 'change' ? CHANGE : MONEY
}
const yuan = (fen: number): number => fen / 100
const valueOf = (column: StatisticsColumn, value: number | null | undefined): number | null => {
  if (value === null || value === undefined) return null
  return COUNTING_COLUMNS.includes(column) || column === 'rate' ? value : yuan(value)
}

/** The quotient of two columns of the row; null where one of them is not in the table. */
function quotient(columns: readonly StatisticsColumn[], column: StatisticsColumn, at: number, value: number | null): Content {
  const divided = DIVIDED[column]!
  const [of, by] = [divided.of, divided.by].map((each) => columns.indexOf(each) + 2)
  if (of === 1 || by === 1) return value
  const formula = `${cell(of!, at)}/${cell(by!, at)}`
  return { formula: `IF(N(${cell(by!, at)})=0,"",${divided.rounded ? `ROUND(${formula},2)` : formula})`, result: value ?? '' }
}

/**
 * The statistics as an Excel workbook: a table for each section, whose totals are SUM formulas and whose rates are divisions, with the
 * right values stored beside them.
 * @param mark stands in the title; left out: nothing does
 * @returns the bytes of an .xlsx file; amounts are in 元 with two decimals
 */
export async function statisticsWorkbook(
  { year, synthetic, settings, total, sections }: Statistics,
  language: Language,
  mark?: string,
): Promise<Uint8Array> {
  const say = statisticsWords[language]
  const { columns } = settings
  const title = settings.title || say.title(year)
  const cells = (values: Statistics['total'], at: number): Content[] =>
    columns.map((each) =>
      DIVIDED[each] === undefined ? valueOf(each, values[each]) : quotient(columns, each, at, valueOf(each, values[each])),
    )
  const whole = { heading: say.total, rows: [{ key: '', name: { zh: say.total, en: say.total }, cells: total }] }
  const tables = sections.length > 0 ? sections.map(({ key, rows }) => ({ heading: say.sections[key], rows })) : [whole]
  const sheet = sheetOfSections(
    { name: say.sheet, title, left: '', right: say.unit, columns: columns.length + 1, synthetic, language },
    tables.map(({ heading, rows }): Section => ({
      heading,
      columns: [
        { heading: say.item, look: TEXT, widest: 30 },
        ...columns.map((each) => ({ heading: say.columns[each], look: lookOf(each) })),
      ],
      rows: rows.map((each) => (at) => [textIn(each.name, language), ...cells(each.cells, at)]),
      total: ({ first, last }) => [
        say.total,
        ...columns.map((each, position): Content => {
          const value = valueOf(each, total[each])
          if (DIVIDED[each] !== undefined) return quotient(columns, each, last + 1, value)
          const own = range(position + 2, first, last)
          // Where nothing is known, nothing adds up to 0.
          return value === null ? { formula: `IF(COUNT(${own})=0,"",SUM(${own}))`, result: '' } : { formula: `SUM(${own})`, result: value }
        }),
      ],
    })),
  )
  return wholeBook(writtenBook([sheet], { title, creator: 'Quanheng', mark, ...(synthetic ? { keywords: say.synthetic } : {}) }))
}
export { statisticsWords } from './words.ts'
