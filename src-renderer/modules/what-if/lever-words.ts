import { conditionInWords, indicatorInWords, type PolicySource } from '../../../src-main/words/policies.ts'
import type { Operator } from '../../../src-main/model/condition.ts'
import { numberIn } from '../../../src-main/model/value.ts'
import type { Lever } from '../../../src-main/model/scenario.ts'
import { exactMoney, parseMoney } from '../../format/money.ts'
import { formatNumber, formatShare } from '../../format/number.ts'
import type { Words } from '../../locales/words.ts'

/** How a lever's number is counted on the screen. */
export type LeverUnit = 'wan' | 'percent' | 'plain'

const indicatorOf = (lever: Lever, source: PolicySource) => {
  const key = lever.unit.kind === 'indicator' ? lever.unit.indicator : null
  return [...source.policy.indicators, ...source.dictionary.indicators].find((each) => each.key === key)
}

export function leverUnit(lever: Lever, source: PolicySource): LeverUnit {
  if (lever.unit.kind === 'fen') return 'wan'
  return lever.unit.kind === 'share' || indicatorOf(lever, source)?.kind === 'share' ? 'percent' : 'plain'
}

/** What stands behind the number: 万元, %, the indicator's unit. */
export function unitText(lever: Lever, source: PolicySource, words: Words): string {
  const unit = leverUnit(lever, source)
  if (unit === 'wan') return words.t('common.wan')
  if (unit === 'percent') return '%'
  const indicator = indicatorOf(lever, source)
  return indicator?.unit === undefined ? '' : words.text(indicator.unit)
}

/** The number as it stands in the field, without its unit. */
export function leverText(lever: Lever, value: number, source: PolicySource): string {
  const unit = leverUnit(lever, source)
  if (unit === 'wan') return exactMoney(value, 'wan')
  return unit === 'percent' ? formatShare(value).replace('%', '') : formatNumber(value)
}

/** Reads what was typed into a lever's field. @returns null where it is no such number */
export function readLever(lever: Lever, text: string, source: PolicySource): number | null {
  const unit = leverUnit(lever, source)
  if (unit === 'wan') {
    const fen = parseMoney(text, 'wan')
    return fen === null || fen < 0 ? null : fen
  }
  return numberIn(text, unit)
}

const FIELDS = [
  'amountsFen',
  'amountFen',
  'rateFen',
  'per',
  'above',
  'minFen',
  'maxFen',
  'totalFen',
  'points',
  'from',
  'share',
  'aboveFen',
  'loss',
  'gain',
  'previousAmountFen',
  'ratio',
  'fixedFen',
] as const
const isField = (field: string): field is (typeof FIELDS)[number] => (FIELDS as readonly string[]).includes(field)

const SIGNS: Readonly<Record<Operator, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥', '=': '=', '!=': '≠' }

/** What is turned: the indicator with its sign, the class of an amount, the field of a step. */
export function leverLabel(lever: Lever, source: PolicySource, words: Words): string {
  const { condition, field, of } = lever
  if (condition?.kind === 'compare') return `${indicatorInWords(condition.indicator, source, words.language)} ${SIGNS[condition.operator]}`
  if (condition?.kind === 'range')
    return `${indicatorInWords(condition.indicator, source, words.language)} ${field === 'from' ? '≥' : condition.toIncluded ? '≤' : '<'}`
  if (condition !== null) return conditionInWords(condition, source, words.language)
  if (lever.part === 'previous') return words.t('whatIf.fields.previousAmountFen')
  const known = isField(field) ? words.t(`whatIf.fields.${field}`) : field
  if (of === null) return known
  if (lever.unit.kind === 'fen' && source.policy.classes.some((each) => each.key === of)) return words.t('common.className', { key: of })
  return of
    .split('/')
    .map((each) => (each === 'city' ? words.t('common.cityPart') : each === 'district' ? words.t('common.districtPart') : each))
    .join(' · ')
}

/** What the lever is measured against: the base's number, or its own where the base has none. */
export const standsAt = (lever: Lever): number => lever.baseValue ?? lever.value
