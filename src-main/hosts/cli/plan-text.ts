import { formatMoney } from '../../words/money.ts'
import { payersOf } from '../../model/fund.ts'
import { amountsUnknownIn, nothingOpen } from '../../model/open-counts.ts'
import { addedUp } from '../../model/places.ts'
import type { PlanResult } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import { textIn, type Language, type Text } from '../../model/text.ts'

const SAY = {
  zh: {
    class: '类别',
    count: '社区数',
    amount: '本年金额（元）',
    previous: '上年金额（元）',
    change: '增减（元）',
    total: '合计',
    city: '市级',
    district: '区县',
    noClass: '未定类',
    undecided: (classes: number, amounts: number) => `未定类 ${classes} 个，金额未知 ${amounts} 个`,
    synthetic: '示例数据（虚构）',
    year: '年',
  },
  en: {
    class: 'Class',
    count: 'Communities',
    amount: 'This year (yuan)',
    previous: 'Last year (yuan)',
    change: 'Change (yuan)',
    total: 'Total',
    city: 'City',
    district: 'Districts',
    noClass: 'Undecided',
    undecided: (classes: number, amounts: number) => `Without a class ${classes}, amount unknown ${amounts}`,
    synthetic: 'Synthetic sample data',
    year: '',
  },
} as const

/** Fen as 元, always with both decimals, so that columns stand even: 36,000,000.00. */
export const yuanText = (fen: number): string => formatMoney(fen, 'yuan', 2)

/** Chinese characters take two columns of a terminal. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (/[\u2e80-\uffdc]/.test(sign) ? 2 : 1), 0)

/**
 * @param last whether the last column holds numbers, or words that begin under each other
 * @returns the rows as lines, the first column to the left, all others to the right; the first row is the header
 */
export function table(rows: string[][], { last = 'numbers' }: { last?: 'numbers' | 'words' } = {}): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => widthOf(row[column]!))))
  return rows.map((row) =>
    row
      .map((text, column) => {
        const blank = ' '.repeat(widths[column]! - widthOf(text))
        return column === 0 || (last === 'words' && column === widths.length - 1) ? text + blank : blank + text
      })
      .join('   ')
      .trimEnd(),
  )
}

/** What `plan` says to a reader: the totals by class, who pays, and who is undecided. */
export function planText(result: PlanResult, policy: Policy, language: Language): string {
  const say = SAY[language]
  const { totals } = result
  const line = (name: string, count: number, amount: number, previous: number): string[] => [
    name,
    String(count),
    yuanText(amount),
    yuanText(previous),
    yuanText(amount - previous),
  ]
  const classes = policy.classes.flatMap(({ key, name }) => {
    const found = totals.byClass[key]
    return found === undefined ? [] : [line(textIn(name, language), found.count, found.amountFen, found.previousFen)]
  })
  // Whoever has no class is a line too, so that the columns add up to the total.
  const open = result.communities.filter((each) => each.class === null)
  const fenOf = (field: 'amountFen' | 'previousFen'): number => addedUp(open.map((each) => each[field]))
  const rows = [
    [say.class, say.count, say.amount, say.previous, say.change],
    ...classes,
    ...(open.length === 0 ? [] : [line(say.noClass, open.length, fenOf('amountFen'), fenOf('previousFen'))]),
    line(say.total, totals.communities, totals.amountFen, totals.previousFen),
  ]
  const nameOf = (key: string, name: Text): string =>
    key === 'city' ? say.city : key === 'district' ? say.district : textIn(name, language)
  const parts = payersOf(policy).flatMap(({ key, name }) =>
    totals.paid?.[key] === undefined ? [] : [`${nameOf(key, name)} ${yuanText(totals.paid[key])}`],
  )
  const split = parts.length === 0 ? [] : [parts.join('   ')]
  const undecided = nothingOpen(totals)
    ? []
    : [
        `${say.undecided(totals.undecided, amountsUnknownIn(totals))}:`,
        ...result.communities
          .filter((each) => each.class === null || each.amountFen === null)
          .map((each) => `  ${each.code || each.key}  ${each.name}  ${each.needs.join(', ')}`),
      ]
  return [
    `${textIn(policy.title, language)} ${policy.version}   ${result.year}${say.year}${result.input.synthetic ? `   ${say.synthetic}` : ''}`,
    '',
    ...table(rows),
    ...split,
    ...undecided,
  ].join('\n')
}
