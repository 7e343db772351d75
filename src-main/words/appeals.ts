import { CLOSING_BANDS, SOURCE_WORDS, type AppealSource } from '../model/appeal.ts'
import { TREND_POINTS, type AppealLine, type AppealScope, type FunnelStanding, type SeenTrend } from '../model/appeal-account.ts'
import { textIn, type Language, type Text } from '../model/text.ts'
import { formatNumber, formatRate } from './numbers.ts'

/** How a community stands to what chance explains. */
export const FUNNEL_STANDING_WORDS: Record<FunnelStanding, Required<Text>> = {
  muchMore: { zh: '多，非偶然（99.8%）', en: 'More than chance (99.8%)' },
  more: { zh: '偏多（95%）', en: 'More than usual (95%)' },
  within: { zh: '属正常波动', en: 'Within chance' },
  fewer: { zh: '偏少（95%）', en: 'Fewer than usual (95%)' },
  muchFewer: { zh: '少，非偶然（99.8%）', en: 'Fewer than chance (99.8%)' },
}
const ALL_SOURCES: Required<Text> = { zh: '全部来源', en: 'All sources' }

/** @returns the name of what is looked at */
export const sourceInWords = (source: AppealScope['source'], language: Language): string =>
  textIn(source === 'all' ? ALL_SOURCES : SOURCE_WORDS[source satisfies AppealSource], language)

/** @returns the standing, '–' where the community is not in the funnel */
export const funnelStandingInWords = (standing: FunnelStanding | null, language: Language): string =>
  standing === null ? '–' : textIn(FUNNEL_STANDING_WORDS[standing], language)

/** @returns the months that are looked at: 1至6月 */
export function monthsInWords({ from, to }: Pick<AppealScope, 'from' | 'to'>, language: Language): string {
  if (from === to) return language === 'en' ? `month ${from}` : `${from}月`
  return language === 'en' ? `months ${from} to ${to}` : `${from}至${to}月`
}

const bandInWords = (band: AppealLine['closing']['median'], language: Language): string =>
  band === null ? '–' : textIn(CLOSING_BANDS.find((each) => each.name === band)!.label, language)

/** @returns in which bands half, and nine tenths, were closed; '–' where no days are known */
export function closingInWords({ of, median, ninety }: AppealLine['closing'], language: Language): string {
  if (of === 0) return '–'
  return language === 'en'
    ? `half: ${bandInWords(median, 'en')}; 90%: ${bandInWords(ninety, 'en')}`
    : `半数${bandInWords(median, 'zh')}，九成${bandInWords(ninety, 'zh')}`
}

const TREND_WORDS: Record<'rising' | 'falling' | 'none', Required<Text>> = {
  rising: { zh: '上升', en: 'Rising' },
  falling: { zh: '下降', en: 'Falling' },
  none: { zh: '看不出趋势', en: 'No trend seen' },
}

/** @returns the trend over so many months in a row; where there are too few, that */
export function trendInWords({ points, trend }: SeenTrend, language: Language): string {
  if (trend === null)
    return language === 'en' ? `${points} of ${TREND_POINTS} months needed` : `连续${points}个月，满${TREND_POINTS}个月才看趋势`
  return language === 'en' ? `${TREND_WORDS[trend].en} (${points} months)` : `${TREND_WORDS[trend].zh}（连续${points}个月）`
}

/** @returns a rate per 1,000 residents with one decimal; '–' where there is none */
export const perThousandInWords = (rate: number | null): string => (rate === null ? '–' : (Math.round(rate * 10) / 10).toFixed(1))

/** @returns the share in time with its exact interval; '–' where nothing is known */
export const inTimeInWords = (rate: AppealLine['inTime']): string =>
  rate === null ? '–' : `${formatRate(rate.rate)}（${formatRate(rate.low)}–${formatRate(rate.high)}）`

/** @returns the change against the same months of last year as people read it; '–' where a year is not known */
export function lastYearInWords(both: { before: number; after: number } | null): string {
  if (both === null) return '–'
  const change = both.after - both.before
  return `${formatNumber(both.before)}→${formatNumber(both.after)}（${change > 0 ? '+' : ''}${formatNumber(change)}）`
}
