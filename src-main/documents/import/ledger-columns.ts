import { isLastYearField } from '../../model/field.ts'
import { LEDGER_AMOUNTS, type LedgerField } from '../../model/ledger.ts'
import type { Dictionary, Indicator } from '../../model/indicator.ts'
import { problem, warning, type Place, type Problem } from '../../model/problem.ts'
import type { RecognisedColumn } from './recognise.ts'

/** Headings under which finance offices and subdistricts write the three amounts; each of them also with the year or 本年 before it. */
const WORDS: Readonly<Record<LedgerField, readonly string[]>> = {
  allocated: [
    ...['核定', '分配', '拨付', '下达', '安排'].flatMap((verb) => [
      verb,
      ...['经费', '资金', '金额', '额度', '数', '总额', '情况'].map((noun) => verb + noun),
    ]),
    '预算',
    '预算数',
    '预算金额',
    '经费',
    '资金',
    '金额',
    '年度经费',
    '专项经费',
    '专项资金',
    '服务群众专项经费',
    '服务群众经费',
  ],
  spent: [
    '支出',
    '支出数',
    '支出金额',
    '支出总额',
    '支出合计',
    '实际支出',
    '已支出',
    '经费支出',
    '资金支出',
    '使用',
    '使用数',
    '使用金额',
    '使用资金',
    '经费使用',
    '已使用',
    '已使用金额',
    '执行数',
    '执行金额',
    '已用',
    '列支',
    '列支金额',
  ],
  carried: [
    '结余',
    '结余数',
    '结余金额',
    '结余资金',
    '经费结余',
    '资金结余',
    '结转',
    '结转金额',
    '结转资金',
    '结转结余',
    '结转下年',
    '年末结余',
    '年底结余',
    '剩余',
    '剩余金额',
    '剩余资金',
    '未使用',
    '未使用金额',
  ],
}

const heading = (field: LedgerField, year: number): Indicator => {
  const words = WORDS[field]
  return {
    key: field,
    label: LEDGER_AMOUNTS[field],
    unit: { zh: '元', en: 'yuan' },
    kind: 'number',
    group: 'ledger',
    required: false,
    range: { min: 0 },
    step: 0.01,
    notAbove: [],
    options: [],
    synonyms: [
      ...words,
      ...['本年', '本年度', '当年', '当年度', `${year}年`, `${year}年度`, `${year}`].flatMap((before) =>
        words.map((word) => before + word),
      ),
    ],
  }
}

/**
 * The columns of a ledger as a dictionary, so that its sheets are recognised and read like any other delivered sheet.
 * @param year of the ledger: a heading that names it is one of them
 */
export const ledgerDictionary = (year: number): Dictionary => ({
  format: 'quanheng-indicators',
  formatVersion: 1,
  groups: [{ key: 'ledger', label: { zh: '经费使用', en: 'Use of the money' } }],
  indicators: [heading('allocated', year), heading('spent', year), heading('carried', year)],
})

/** What the words of the ledger alone can't tell: no amount among the columns, columns of last year, and amounts of another year. */
export function ledgerColumnProblems(columns: readonly RecognisedColumn[], year: number, place: Place): Problem[] {
  const isAmount = (field: string | null): boolean => field !== null && Object.hasOwn(LEDGER_AMOUNTS, field)
  const labels = Object.values(LEDGER_AMOUNTS)
  const missing = columns.some(({ field }) => isAmount(field))
    ? []
    : [
        problem(
          'import.columnMissing',
          { columns: labels.map(({ zh }) => zh).join('、'), columnsEn: labels.map(({ en }) => en).join(', ') },
          place,
        ),
      ]
  return [
    ...missing,
    ...columns.flatMap(({ column, heading: text, field, how }) => {
      if (isLastYearField(field)) return [warning('import.columnUnknown', { heading: text }, { ...place, column })]
      const [, named] = /((?:19|20)\d\d)年?/.exec(text.normalize('NFKC')) ?? []
      if (!isAmount(field) || how === 'chosen' || named === undefined || Number(named) === year) return []
      return [problem('import.yearDiffers', { heading: text, value: Number(named), limit: year }, { ...place, column, indicator: field! })]
    }),
  ]
}
