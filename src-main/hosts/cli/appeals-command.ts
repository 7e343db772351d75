import type { OutputOf } from '../../contract/operations.ts'
import { APPEAL_COUNT_WORDS, AppealSource } from '../../model/appeal.ts'
import type { AppealLine } from '../../model/appeal-account.ts'
import { textIn, type Language } from '../../model/text.ts'
import { appError } from '../../shared/app-error.ts'
import { parseArguments } from '../../shared/arguments.ts'
import {
  closingInWords,
  funnelStandingInWords,
  inTimeInWords,
  lastYearInWords,
  monthsInWords,
  perThousandInWords,
  sourceInWords,
  trendInWords,
} from '../../words/appeals.ts'
import { formatNumber } from '../../words/numbers.ts'
import { COMMON, exactly, type Terminal } from './commands.ts'
import { withOwnHost } from './own-host.ts'
import { table } from './plan-text.ts'

const SAY = {
  zh: {
    heads: ['社区', '类别', '常住人口'],
    more: ['每千人', '与平均相比', '按时办结率', '办结天数', '上年同期→本年', '趋势'],
    total: '合计',
    left: (count: number) => `没有常住人口数或缺月份、未列入比较的社区：${count}个`,
  },
  en: {
    heads: ['Community', 'Class', 'Residents'],
    more: ['Per 1,000', 'Against the average', 'In time', 'Days to close', 'Last year→now', 'Trend'],
    total: 'Total',
    left: (count: number) => `Communities without residents or a month, left out of the comparison: ${count}`,
  },
} as const
const COUNTS = ['received', 'solved', 'repeats', 'outOfScope'] as const
const say = (value: number | null): string => (value === null ? '' : formatNumber(value))

function accountText(
  { year, scope, communities, total, funnel }: OutputOf<'appeals.account'>,
  isAll: boolean,
  language: Language,
): string[] {
  const words = SAY[language]
  const rates = (of: Pick<AppealLine, 'perThousand' | 'inTime' | 'closing' | 'lastYear'>, standing: string, trend: string): string[] => [
    ...[perThousandInWords(of.perThousand), standing, inTimeInWords(of.inTime), closingInWords(of.closing, language)],
    ...[lastYearInWords(of.lastYear), trend],
  ]
  const rows = communities.map((each) => [
    ...[each.name, each.class ?? '', say(each.residents)],
    ...COUNTS.map((name) => say(each.counts[name])),
    ...rates(each, funnelStandingInWords(each.standing, language), trendInWords(each.trend, language)),
  ])
  const sum = [words.total, '', '', ...COUNTS.map((name) => say(total.counts[name])), ...rates(total, '', '')]
  const left = funnel.withoutResidents.length + funnel.withoutMonths.length
  return [
    `${year}   ${monthsInWords(scope, language)}   ${sourceInWords(scope.source, language)}`,
    '',
    ...table([
      [...words.heads, ...COUNTS.map((name) => textIn(APPEAL_COUNT_WORDS[name], language)), ...words.more],
      ...rows,
      ...(isAll ? [sum] : []),
    ]),
    ...(isAll && left > 0 ? ['', words.left(left)] : []),
  ]
}

/** The year's appeals of a plan file. @throws usage.missing, plan.communityUnknown, usage.valueWrong */
export async function appeals({ language, print }: Terminal, given: readonly string[]): Promise<void> {
  const parsed = parseArguments(given, { ...COMMON, plan: 'value', community: 'value', source: 'value', json: 'flag' })
  exactly(parsed, [])
  const { plan, community, source = 'all' } = parsed.values
  if (plan === undefined) throw appError('usage.missing', { what: '--plan FILE' })
  const wanted = source === 'all' ? 'all' : AppealSource.safeParse(source).data
  if (wanted === undefined)
    throw appError('usage.valueWrong', { option: '--source', value: source, needed: `all, ${AppealSource.options.join(', ')}` })
  const all = await withOwnHost({ plan }, (ask) => ask('appeals.account', { source: wanted }))
  const own = all.communities.filter((each) => community === undefined || [each.code, each.key, each.name].includes(community))
  if (own.length === 0 && community !== undefined) throw appError('plan.communityUnknown', { value: community }, { community })
  const found = { ...all, communities: own }
  print(parsed.flags.has('json') ? JSON.stringify(found) : accountText(found, community === undefined, language).join('\n'))
}
