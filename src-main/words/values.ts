import type { Dictionary, Indicator, IndicatorValue } from '../model/indicator.ts'
import { isLeaf, type Condition, type Operator } from '../model/condition.ts'
import type { Policy } from '../model/policy.ts'
import { textIn } from '../model/text.ts'
import type { Language } from '../model/text.ts'
import { formatNumber, formatShare, numberInWords, shareInWords } from './numbers.ts'

/** What is needed to put a policy into words: the policy, and the dictionary that its indicators come from. */
export interface PolicySource {
  policy: Policy
  dictionary: Dictionary
}

/** @returns the words of an option, or yes and no; what the indicator does not know is said as it is stored. */
export const choiceInWords = (
  { kind, options }: Pick<Indicator, 'kind' | 'options'>,
  value: string | number,
  language: Language,
): string => {
  if (kind === 'flag') return YES_OR_NO[language][value === 0 ? 'no' : 'yes']
  const option = options.find((each) => each.key === value)
  return option === undefined ? String(value) : textIn(option.label, language)
}
const YES_OR_NO = { zh: { yes: '是', no: '否' }, en: { yes: 'yes', no: 'no' } } as const

/** Derived values are quotients: two places are enough to read them. Delivered ones are shown as they are. */
const DERIVED_DECIMALS = 2

/** @returns the value as it stands in a cell, without unit, so that it can be typed again; unknown is an empty text. */
export function valueInCell(indicator: Indicator, value: IndicatorValue | undefined, language: Language): string {
  if (value === null || value === undefined) return ''
  const decimals = indicator.formula === undefined ? undefined : DERIVED_DECIMALS
  switch (indicator.kind) {
    case 'number':
      return formatNumber(Number(value), decimals)
    case 'share':
      return formatShare(Number(value), decimals)
    case 'flag':
    case 'category':
      return choiceInWords(indicator, value, language)
  }
}

const indicatorOf = (key: string, { policy, dictionary }: PolicySource): Indicator | undefined =>
  policy.indicators.find((each) => each.key === key) ?? dictionary.indicators.find((each) => each.key === key)

/** @returns an indicator's label, or its key where neither the policy nor the dictionary knows it. */
export const indicatorInWords = (key: string, source: PolicySource, language: Language): string => {
  const indicator = indicatorOf(key, source)
  return indicator === undefined ? key : textIn(indicator.label, language)
}

/** @returns a value with its unit: 3,000人, 35%, 城郊, 是; an unknown one is 未知, never zero. */
export const valueInWords = (key: string, value: IndicatorValue, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  if (value === null) return chinese ? '未知' : 'unknown'
  const indicator = indicatorOf(key, source)
  if (indicator?.kind === 'category' || indicator?.kind === 'flag') return choiceInWords(indicator, value, language)
  if (typeof value === 'string') return value
  if (indicator?.kind === 'share') return shareInWords(value)
  const unit = indicator?.unit === undefined ? '' : textIn(indicator.unit, language)
  return chinese || unit === '' ? numberInWords(value) + unit : `${numberInWords(value)} ${unit}`
}

/** @returns a class with its name: "A类 成熟小区型" as it is where the name already tells the key, else key and name. */
export const classInWords = (key: string, policy: Policy, language: Language): string => {
  const found = policy.classes.find((each) => each.key === key)
  const name = found === undefined ? key : textIn(found.name, language)
  if (name.includes(key)) return name
  return language === 'zh' ? `${key}（${name}）` : `${key} (${name})`
}

const COMPARISONS: Record<Language, Record<Operator, string>> = {
  zh: { '<': '低于', '<=': '不超过', '>': '超过', '>=': '不低于', '=': '等于', '!=': '不等于' },
  en: { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least', '=': 'exactly', '!=': 'other than' },
}

/** A group inside a group is put in brackets, so that "and" and "or" can't be misread. */
const joined = (parts: Condition[], word: 'all' | 'any', source: PolicySource, language: Language): string => {
  const separator = { zh: { all: '，且', any: '，或' }, en: { all: ', and ', any: ', or ' } }[language][word]
  const bracketed = (part: Condition): string => {
    const text = conditionInWords(part, source, language)
    const isGroup = (part.kind === 'all' || part.kind === 'any') && part.of.length > 1
    return isGroup ? (language === 'zh' ? `（${text}）` : `(${text})`) : text
  }
  return parts.length === 1 ? conditionInWords(parts[0]!, source, language) : parts.map(bracketed).join(separator)
}

/** @returns what a condition asks for, with labels, units and boundaries: 常住人口不低于3,000人，且老旧楼院占比超过40%. */
export const conditionInWords = (condition: Condition, source: PolicySource, language: Language): string => {
  const chinese = language === 'zh'
  if (!isLeaf(condition)) {
    if (condition.kind !== 'not') return joined(condition.of, condition.kind, source, language)
    const inner = conditionInWords(condition.of, source, language)
    return chinese ? `并非（${inner}）` : `not (${inner})`
  }
  const label = indicatorInWords(condition.indicator, source, language)
  const said = (value: IndicatorValue): string => valueInWords(condition.indicator, value, source, language)
  const compared = (operator: Operator, value: number): string =>
    chinese ? COMPARISONS.zh[operator] + said(value) : `${COMPARISONS.en[operator]} ${said(value)}`
  switch (condition.kind) {
    case 'compare':
      return `${label}${chinese ? '' : ' '}${compared(condition.operator, condition.value)}`
    case 'flag':
      return chinese ? `${label}为“${said(condition.value ? 1 : 0)}”` : `${label} is "${said(condition.value ? 1 : 0)}"`
    case 'category': {
      const options = condition.anyOf.map(said)
      return chinese ? `${label}为${options.join('或')}` : `${label} is ${options.join(' or ')}`
    }
    case 'range': {
      const ends = [
        ...(condition.from === undefined ? [] : [compared('>=', condition.from)]),
        ...(condition.to === undefined ? [] : [compared(condition.toIncluded ? '<=' : '<', condition.to)]),
      ]
      if (ends.length === 0) return chinese ? `${label}已填报` : `${label} is known`
      return chinese ? label + ends.join('且') : `${label} ${ends.join(' and ')}`
    }
  }
}
