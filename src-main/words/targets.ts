import type { Target } from '../model/catalogue.ts'
import type { GapScope, NeedFault, Standing, TargetState, VisitWork } from '../model/target.ts'
import { hoursOf } from '../model/hours.ts'
import type { Indicator } from '../model/indicator.ts'
import { textIn, type Language, type Text } from '../model/text.ts'
import { inPercent } from '../model/number.ts'
import { formatNumber, formatRate } from './numbers.ts'

/** How a community stands to a target. */
export const STANDING_WORDS: Record<Standing, Required<Text>> = {
  short: { zh: '不足', en: 'short' },
  open: { zh: '样本不足', en: 'sample too small' },
  needUnknown: { zh: '需要数未知', en: 'need unknown' },
  presentUnknown: { zh: '现有数未知', en: 'present unknown' },
  above: { zh: '超过上限', en: 'above the most' },
  enough: { zh: '达到', en: 'enough' },
  nothing: { zh: '不需要', en: 'nothing needed' },
}
/** Of a rate it is not people that are short. */
const RATE_STANDING: Partial<Record<Standing, Required<Text>>> = {
  short: { zh: '未达标', en: 'missed' },
  presentUnknown: { zh: '未抽查', en: 'not checked' },
  enough: { zh: '可认定达标', en: 'proved' },
}

/** @returns how a community stands to a target, in a word or two */
export const standingInWords = ({ present }: Pick<Target, 'present'>, standing: Standing, language: Language): string =>
  ((present.kind === 'rate' ? RATE_STANDING[standing] : undefined) ?? STANDING_WORDS[standing])[language]

/** @returns bounds as people say them: 14–40, ≥95%; '' where nothing is known of them */
export function boundsInWords({ least, most }: Pick<TargetState, 'least' | 'most'>, { present }: Pick<Target, 'present'>): string {
  const said = (value: number): string => (present.kind === 'rate' ? formatRate(value) : formatNumber(value))
  if (least !== null && most !== null) return least === most ? said(least) : `${said(least)}–${said(most)}`
  if (least !== null) return `≥${said(least)}`
  return most === null ? '' : `≤${said(most)}`
}

/** @returns so much of the least as is wanted by the day due; '' where none is */
export const wantedInWords = ({ wanted }: Pick<TargetState, 'wanted'>): string => (wanted === null ? '' : formatNumber(wanted))

/** @returns the share of visits that can be made, and the hours of both sides */
export function visitsInWords({ asked, there, share, people }: VisitWork, language: Language): string {
  const [need, have] = [formatNumber(hoursOf(asked), 0), formatNumber(hoursOf(there), 0)]
  const part = share === null ? '–' : formatRate(share)
  const all = people === null ? '' : formatNumber(people)
  if (language === 'zh') return `走访需${need}小时，有${have}小时，可完成${part}${all && `，全部完成需${all}人`}`
  return `visits ask for ${need} h, ${have} h are there, ${part} can be made${all && `; all would take ${all}`}`
}

const percent = (share: number): string => `${formatNumber(inPercent(share))}%`

/** Why a need can't be told. */
const FAULT_WORDS: Record<NeedFault, Required<Text>> = {
  dividedByZero: { zh: '算式除以零', en: 'the formula divides by zero' },
  noShare: { zh: '算出的界限不在0到100%之间', en: 'the bound is no share from 0 to 100%' },
}

const SAY = {
  zh: {
    need: (bounds: string) => `需要${bounds}`,
    wanted: (level: string, number: string) => `按${level}应达${number}`,
    present: (number: string) => `现有${number}`,
    shortage: (number: string) => `缺${number}`,
    excess: (number: string) => `超出${number}`,
    found: (rate: string, low: string, high: string, of: string) => `${rate}（95%区间${low}至${high}，核对${of}人）`,
    more: (number: string) => `再核对${number}人且无一不符方可认定`,
    first: (number: string) => `至少核对${number}人方可认定`,
    missing: (names: string) => `缺指标：${names}`,
    joint: '，',
    and: '、',
  },
  en: {
    need: (bounds: string) => `needed ${bounds}`,
    wanted: (level: string, number: string) => `${number} wanted by ${level}`,
    present: (number: string) => `present ${number}`,
    shortage: (number: string) => `short of ${number}`,
    excess: (number: string) => `${number} too many`,
    found: (rate: string, low: string, high: string, of: string) => `${rate} (95% interval ${low} to ${high}, of ${of} persons)`,
    more: (number: string) => `${number} more persons without a fault would prove it`,
    first: (number: string) => `at least ${number} persons would prove it`,
    missing: (names: string) => `missing: ${names}`,
    joint: ', ',
    and: ', ',
  },
} as const

/**
 * How a community stands to a target, in a sentence: bounds, present, shortage, or the rate with its interval and what would prove it.
 * @param labelOf an indicator by its key
 */
export function stateInWords(target: Target, state: TargetState, labelOf: (key: string) => string, language: Language): string {
  const say = SAY[language]
  const { standing, wanted, most, present, shortage, rate, more, needs, fault } = state
  const bounds = boundsInWords(state, target)
  const parts = [standingInWords(target, standing, language)]
  if (bounds !== '') parts.push(say.need(bounds))
  if (needs.length > 0) parts.push(say.missing(needs.map(labelOf).join(say.and)))
  if (fault !== null) parts.push(FAULT_WORDS[fault][language])
  if (target.present.kind !== 'rate') {
    if (target.level < 1 && wanted !== null) parts.push(say.wanted(percent(target.level), formatNumber(wanted)))
    if (present !== null) parts.push(say.present(formatNumber(present)))
    if (shortage !== null && shortage > 0) parts.push(say.shortage(formatNumber(shortage)))
    if (standing === 'above') parts.push(say.excess(formatNumber(present! - most!)))
  } else if (rate !== null) parts.push(say.found(formatRate(rate.rate), formatRate(rate.low), formatRate(rate.high), formatNumber(rate.of)))
  if (more !== null) parts.push(rate === null ? say.first(formatNumber(more)) : say.more(formatNumber(more)))
  return parts.join(say.joint)
}

/** @returns what indicators are called, by key */
export function indicatorLabels(indicators: readonly Indicator[], language: Language): (key: string) => string {
  const known = new Map(indicators.map((each) => [each.key, textIn(each.label, language)]))
  return (key) => known.get(key) ?? key
}

/** @returns of which targets and places a list of gaps is */
export function gapScopeInWords(
  { item, register, class: own, district, subdistrict, communities, all }: GapScope,
  targets: readonly Pick<Target, 'id' | 'title'>[],
  language: Language,
): string {
  const target = targets.find((each) => each.id === item)
  const zh = language === 'zh'
  const what =
    target !== undefined ? textIn(target.title, language) : register === true ? (zh ? '以房管人' : 'housing-based registration') : ''
  const place = [district, subdistrict].filter((each) => each !== undefined).join('')
  const searched = communities?.length ?? 0
  const found = communities === undefined ? '' : zh ? `查得的${searched}个社区` : `${searched} communities that were searched for`
  const parts = [place, found, own === undefined ? '' : zh ? `${own}类` : `class ${own}`, what].filter((each) => each !== '')
  const said = parts.length === 0 ? (zh ? '全部' : 'all') : parts.join(zh ? '' : ', ')
  return all === true ? said + (zh ? '（含达到的）' : ' (with those that are enough)') : said
}
