import { hoursOf } from '../../model/hours.ts'
import type { RequestLine } from '../../model/request.ts'
import { textIn, type Language } from '../../model/text.ts'
import {
  clockInWords,
  DECISION_PARTS,
  decisionInWords,
  hoursInWords,
  partInWords,
  REQUEST_PART_NAMES,
  REQUEST_PARTS,
} from '../../words/requests.ts'
import { CENTRED, COUNT, MONEY, TEXT, type Look } from '../workbook/look.ts'
import { yuan, type Content } from '../workbook/page.ts'
import { sheetOfSections } from '../workbook/sections.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'

const SAY = {
  zh: {
    title: '社区工作准入事项申请表',
    list: '准入事项申请一览',
    number: '序号',
    item: '项目',
    content: '内容',
    sections: { task: '申请事项', reached: '影响', clocks: '期限', decision: '答复' },
    communities: '涉及社区数',
    hours: '合计工时（年）',
    hourUnit: '小时',
    money: '合计经费（年）',
    ahead: '最迟申请日期',
    deciding: '答复期限',
    state: '期限',
    unit: '金额单位：元',
  },
  en: {
    title: 'Request to Admit a Task for Communities',
    list: 'Admission requests',
    number: 'No.',
    item: 'Item',
    content: 'Content',
    sections: { task: 'Task', reached: 'Whom it reaches', clocks: 'Periods', decision: 'Decision' },
    communities: 'Communities',
    hours: 'Hours a year in all',
    hourUnit: 'h',
    money: 'Money a year in all',
    ahead: 'To be asked by',
    deciding: 'To be decided by',
    state: 'Period',
    unit: 'Amounts in yuan',
  },
} as const

interface Input {
  nameOf: (key: string) => string
  language: Language
  synthetic: boolean
}

/** @returns one request as a form: what is asked, whom it reaches, both periods, the decision */
export function requestWorkbook(line: RequestLine, { nameOf, language, synthetic }: Input): Promise<Uint8Array> {
  const say = SAY[language]
  const { affected, decision } = line
  const section = (heading: string, rows: readonly (readonly [string, string])[]) => ({
    heading,
    columns: [
      { heading: say.item, look: TEXT, widest: 30 },
      { heading: say.content, look: TEXT, widest: 60 },
    ],
    rows: rows.map((row) => (): Content[] => [...row]),
  })
  const sheet = sheetOfSections({ name: String(line.id), title: say.title, left: '', right: '', columns: 2, synthetic, language }, [
    section(
      say.sections.task,
      REQUEST_PART_NAMES.map((part) => [textIn(REQUEST_PARTS[part], language), partInWords(part, line, nameOf, language)]),
    ),
    section(say.sections.reached, [
      [say.communities, String(affected.communities)],
      [say.hours, hoursInWords(affected.minutes, language)],
      [say.money, partInWords('moneyFen', { ...line, moneyFen: affected.moneyFen }, nameOf, language)],
    ]),
    section(say.sections.clocks, [
      [say.ahead, `${line.ahead.due}  ${clockInWords(line.ahead, language)}`],
      [say.deciding, `${line.deciding.due}  ${clockInWords(line.deciding, language)}`],
    ]),
    section(say.sections.decision, [
      [textIn(DECISION_PARTS.outcome, language), decisionInWords(decision, language)],
      ...(['reason', 'date', 'document'] as const).map((part) => [textIn(DECISION_PARTS[part], language), decision?.[part] ?? ''] as const),
    ]),
  ])
  return wholeBook(writtenBook([sheet], { title: say.title, creator: 'Quanheng' }))
}

/** @returns all requests as a table, in the order given */
export function requestsWorkbook(lines: readonly RequestLine[], { nameOf, language, synthetic }: Input): Promise<Uint8Array> {
  const say = SAY[language]
  const columns: { heading: string; look: Look; widest?: number; cell: (line: RequestLine) => Content }[] = [
    { heading: say.number, look: CENTRED, cell: ({ id }) => String(id) },
    ...REQUEST_PART_NAMES.filter((part) => !['minutes', 'moneyFen', 'note'].includes(part)).map((part) => ({
      heading: textIn(REQUEST_PARTS[part], language),
      look: TEXT,
      widest: 24,
      cell: (line: RequestLine) => partInWords(part, line, nameOf, language),
    })),
    { heading: say.communities, look: COUNT, cell: ({ affected }) => affected.communities },
    { heading: `${say.hours} (${say.hourUnit})`, look: COUNT, cell: ({ affected }) => hoursOf(affected.minutes) },
    { heading: say.money, look: MONEY, cell: ({ affected }) => yuan(affected.moneyFen) },
    { heading: say.deciding, look: CENTRED, cell: ({ deciding }) => deciding.due },
    { heading: say.state, look: TEXT, widest: 24, cell: ({ deciding }) => clockInWords(deciding, language) },
    { heading: textIn(DECISION_PARTS.outcome, language), look: TEXT, cell: ({ decision }) => decisionInWords(decision, language) },
    { heading: textIn(DECISION_PARTS.reason, language), look: TEXT, widest: 30, cell: ({ decision }) => decision?.reason ?? '' },
    { heading: textIn(DECISION_PARTS.date, language), look: CENTRED, cell: ({ decision }) => decision?.date ?? '' },
    { heading: textIn(DECISION_PARTS.document, language), look: TEXT, widest: 24, cell: ({ decision }) => decision?.document ?? '' },
  ]
  const sheet = sheetOfSections(
    { name: say.list, title: say.list, left: '', right: say.unit, columns: columns.length, synthetic, language },
    [{ heading: say.list, columns, rows: lines.map((line) => () => columns.map(({ cell }) => cell(line))) }],
  )
  return wholeBook(writtenBook([sheet], { title: say.list, creator: 'Quanheng' }))
}
