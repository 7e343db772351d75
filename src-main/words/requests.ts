import { hoursOf } from '../model/hours.ts'
import type { AdmissionRequest, Clock, Decision, Outcome, RequestedTask, Scope } from '../model/request.ts'
import { textIn, type Language, type Text } from '../model/text.ts'
import { DURATION_WORDS } from './catalogue-fields.ts'
import { moneyInWords } from './money.ts'
import { UNCERTAIN_DAYS } from './calendar.ts'

export const OUTCOME_WORDS: Readonly<Record<Outcome, Text>> = {
  admitted: { zh: '准入', en: 'admitted' },
  consent: { zh: '经社区同意后准入', en: 'admitted with consent' },
  refused: { zh: '不予准入', en: 'refused' },
  returned: { zh: '退回补正', en: 'returned' },
}

const SAID = {
  zh: {
    hours: (hours: string) => `${hours}小时`,
    all: '全部社区',
    classes: (list: string) => `${list}类社区`,
    communities: (list: string) => list,
    and: '、',
    many: (first: string, count: number) => `${first}等${count}个`,
    times: (count: number) => `每年${count}次`,
    left: (days: number) => `还有${days}个工作日`,
    over: (days: number) => `逾期${days}个工作日`,
    today: '今天到期',
    uncertain: UNCERTAIN_DAYS.zh,
  },
  en: {
    hours: (hours: string) => `${hours} h`,
    all: 'all communities',
    classes: (list: string) => `class ${list}`,
    communities: (list: string) => list,
    and: ', ',
    many: (first: string, count: number) => `${first} and others, ${count} in all`,
    times: (count: number) => `${count} times a year`,
    left: (days: number) => `working days left: ${days}`,
    over: (days: number) => `working days late: ${days}`,
    today: 'due today',
    uncertain: UNCERTAIN_DAYS.en,
  },
} as const

/** @returns hours with at most two decimals: 1.5小时 */
export const hoursInWords = (minutes: number, language: Language): string =>
  SAID[language].hours(new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(hoursOf(minutes)))

/** @param nameOf what a community is called, by its key */
export function scopeInWords(scope: Scope, nameOf: (key: string) => string, language: Language): string {
  const say = SAID[language]
  const listed = (names: readonly string[]): string =>
    names.length > 3 ? say.many(names.slice(0, 3).join(say.and), names.length) : names.join(say.and)
  switch (scope.by) {
    case 'all':
      return say.all
    case 'classes':
      return say.classes(scope.classes.join(say.and))
    case 'subdistricts':
      return listed(scope.subdistricts.map(({ district, subdistrict }) => `${district}${language === 'en' ? ' ' : ''}${subdistrict}`))
    case 'communities':
      return listed(scope.keys.map(nameOf))
  }
}

/** @returns what a period says of itself: how many working days are left, or by how many it is over */
export function clockInWords({ left, overdue, uncertain }: Clock, language: Language): string {
  const say = SAID[language]
  const said = overdue ? say.over(-left) : left === 0 ? say.today : say.left(left)
  return uncertain ? `${said}${say.uncertain}` : said
}

export const decisionInWords = (decision: Decision | null, language: Language): string =>
  decision === null ? (language === 'zh' ? '未答复' : 'not decided') : textIn(OUTCOME_WORDS[decision.outcome], language)

/** What each part of a request is called, on the form, in the table and in the change log. */
export const REQUEST_PARTS = {
  title: { zh: '事项名称', en: 'Task' },
  department: { zh: '申请部门', en: 'Department' },
  duration: { zh: '事项性质', en: 'Kind' },
  minutes: { zh: '每个社区每年工时', en: 'Hours a year for a community' },
  timesAYear: { zh: '每年次数', en: 'Times a year' },
  moneyFen: { zh: '随事项拨付经费（每个社区每年）', en: 'Money that travels with it, a community and year' },
  scope: { zh: '涉及社区', en: 'Communities concerned' },
  basis: { zh: '依据文件', en: 'Document it rests on' },
  note: { zh: '申请理由和工作内容', en: 'Reasons and content' },
  asked: { zh: '申请日期', en: 'Asked on' },
  wantedFrom: { zh: '拟开始日期', en: 'Wanted from' },
} as const satisfies Record<keyof RequestedTask, Text>
export type RequestPart = keyof typeof REQUEST_PARTS
export const REQUEST_PART_NAMES = Object.keys(REQUEST_PARTS) as RequestPart[]

/** What a decision says, part by part. */
export const DECISION_PARTS = {
  outcome: { zh: '答复', en: 'Decision' },
  reason: { zh: '理由', en: 'Reason' },
  date: { zh: '答复日期', en: 'Decided on' },
  document: { zh: '答复文号', en: 'Document' },
} as const satisfies Record<keyof Decision, Text>

/** @returns a part of a request as people read it */
export function partInWords(
  part: RequestPart,
  request: Pick<AdmissionRequest, RequestPart>,
  nameOf: (key: string) => string,
  language: Language,
): string {
  switch (part) {
    case 'duration':
      return textIn(DURATION_WORDS[request.duration], language)
    case 'minutes':
      return hoursInWords(request.minutes, language)
    case 'timesAYear':
      return SAID[language].times(request.timesAYear)
    case 'moneyFen':
      return moneyInWords(request.moneyFen, language)
    case 'scope':
      return scopeInWords(request.scope, nameOf, language)
    case 'title':
    case 'department':
    case 'basis':
    case 'note':
    case 'asked':
    case 'wantedFrom':
      return request[part]
  }
}
