import { APPEAL_COUNT_NAMES, APPEAL_COUNT_WORDS, SOURCE_WORDS, type AppealCount, type AppealSubject } from '../../model/appeal.ts'
import type { AppealLine, AppealScope, AppealSum } from '../../model/appeal-account.ts'
import type { Community } from '../../model/plan.ts'
import { textIn, type Language } from '../../model/text.ts'
import {
  closingInWords,
  funnelStandingInWords,
  inTimeInWords,
  lastYearInWords,
  monthsInWords,
  sourceInWords,
  trendInWords,
} from '../../words/appeals.ts'
import { CENTRED, COUNT, NUMBER, TEXT, type Look } from '../workbook/look.ts'
import type { Content } from '../workbook/page.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

const SAY = {
  zh: {
    summary: '汇总',
    months: '逐月件数',
    district: '区县',
    subdistrict: '街道',
    community: '社区',
    code: '社区代码',
    class: '类别',
    residents: '常住人口',
    total: (name: string) => `${name}合计`,
    perThousand: '每千人件数',
    standing: '与平均相比',
    inTime: '按时办结率（95%区间）',
    closing: '办结天数',
    lastYear: '上年同期→本年',
    trend: '趋势',
    month: '月份',
    source: '来源',
    subject: '主题',
    all: '合计',
    undecided: '未定',
  },
  en: {
    summary: 'Summary',
    months: 'By month',
    district: 'District',
    subdistrict: 'Subdistrict',
    community: 'Community',
    code: 'Code',
    class: 'Class',
    residents: 'Residents',
    total: (name: string) => `${name}, total`,
    perThousand: 'Per 1,000',
    standing: 'Against the average',
    inTime: 'In time (95% interval)',
    closing: 'Days to close',
    lastYear: 'Last year→now',
    trend: 'Trend',
    month: 'Month',
    source: 'Source',
    subject: 'Subject',
    all: 'Total',
    undecided: 'none',
  },
} as const

interface Input {
  title: string
  scope: AppealScope
  lines: readonly AppealLine[]
  total: AppealSum
  rows: readonly AppealCount[]
  communityOf: (key: string) => Community | undefined
  subjects: readonly AppealSubject[]
  synthetic: boolean
  language: Language
}

type Column<Row> = { heading: string; look: Look; widest?: number; cell: (row: Row) => Content }
const COUNTS = ['received', 'solved', 'inTime', 'repeats', 'outOfScope'] as const
const oneDecimal = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)

/**
 * @returns the account of the months that are looked at with its total, and every count of the year by month, source and subject. The
 *   second sheet is one that can be changed and imported; the first says total in its headings, and is not taken for one.
 */
export function appealsWorkbook({
  title,
  scope,
  lines,
  total,
  rows,
  communityOf,
  subjects,
  synthetic,
  language,
}: Input): Promise<Uint8Array> {
  const say = SAY[language]
  const subjectNames = new Map(subjects.map((each) => [each.id, textIn(each.label, language)]))
  const summary: Column<AppealLine>[] = [
    { heading: say.district, look: CENTRED, cell: ({ district }) => district },
    { heading: say.subdistrict, look: CENTRED, cell: ({ subdistrict }) => subdistrict },
    { heading: say.community, look: TEXT, widest: 20, cell: ({ name }) => name },
    { heading: say.class, look: CENTRED, cell: (line) => line.class ?? say.undecided },
    { heading: say.residents, look: COUNT, cell: ({ residents }) => residents },
    ...COUNTS.map((name): Column<AppealLine> => ({
      heading: say.total(textIn(APPEAL_COUNT_WORDS[name], language)),
      look: COUNT,
      cell: ({ counts }) => counts[name],
    })),
    { heading: say.perThousand, look: NUMBER, cell: ({ perThousand }) => oneDecimal(perThousand) },
    { heading: say.standing, look: CENTRED, cell: ({ standing }) => funnelStandingInWords(standing, language) },
    { heading: say.inTime, look: CENTRED, cell: ({ inTime }) => inTimeInWords(inTime) },
    { heading: say.closing, look: TEXT, widest: 30, cell: ({ closing }) => closingInWords(closing, language) },
    { heading: say.lastYear, look: CENTRED, cell: ({ lastYear }) => lastYearInWords(lastYear) },
    { heading: say.trend, look: TEXT, widest: 30, cell: ({ trend }) => trendInWords(trend, language) },
  ]
  const totalLine = (): Content[] => [
    say.all,
    ...['', '', '', null],
    ...COUNTS.map((name) => total.counts[name]),
    oneDecimal(total.perThousand),
    '',
    inTimeInWords(total.inTime),
    closingInWords(total.closing, language),
    lastYearInWords(total.lastYear),
    '',
  ]
  const months: Column<AppealCount>[] = [
    { heading: say.code, look: TEXT, cell: ({ key }) => communityOf(key)?.code ?? '' },
    { heading: say.district, look: CENTRED, cell: ({ key }) => communityOf(key)?.district ?? '' },
    { heading: say.subdistrict, look: CENTRED, cell: ({ key }) => communityOf(key)?.subdistrict ?? '' },
    { heading: say.community, look: TEXT, widest: 20, cell: ({ key }) => communityOf(key)?.name ?? key },
    { heading: say.month, look: COUNT, cell: ({ month }) => month },
    { heading: say.source, look: CENTRED, cell: ({ source }) => textIn(SOURCE_WORDS[source], language) },
    { heading: say.subject, look: CENTRED, cell: ({ subject }) => subjectNames.get(subject) ?? '' },
    ...APPEAL_COUNT_NAMES.map((name): Column<AppealCount> => ({
      heading: textIn(APPEAL_COUNT_WORDS[name], language),
      look: COUNT,
      cell: (row) => row[name],
    })),
  ]
  const left = `${monthsInWords(scope, language)} ${sourceInWords(scope.source, language)}`
  const frame = (name: string, columns: number) => ({ name, title, left: '', right: '', columns, synthetic, language })
  const sheets = [
    sheetOfSections({ ...frame(say.summary, summary.length), left }, [
      { heading: say.summary, columns: summary, rows: lines.map((line) => () => summary.map(({ cell }) => cell(line))), total: totalLine },
    ]),
    sheetOfSections(frame(say.months, months.length), [
      { heading: say.months, columns: months, rows: rows.map((row) => () => months.map(({ cell }) => cell(row))) },
    ]),
  ]
  return wholeBook(writtenBook(sheets, { title, creator: 'Quanheng' }))
}
