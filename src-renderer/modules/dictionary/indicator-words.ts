import { formatNumber, formatShare } from '../../format/number.ts'
import type { Words } from '../../locales/words.ts'
import type { Dictionary, Indicator } from '../../../src-main/model/indicator.ts'

/** The limits of an indicator as people say them; a category's are its options. */
export function sayLimits(indicator: Indicator, dictionary: Dictionary, words: Words): string {
  if (indicator.kind === 'category') return indicator.options.map((each) => words.text(each.label)).join(words.t('common.listComma'))
  const say = (bound: number): string => (indicator.kind === 'share' ? formatShare(bound) : formatNumber(bound))
  const { min, max } = indicator.range ?? {}
  const range =
    min !== undefined && max !== undefined
      ? words.t('dictionary.fromTo', { min: say(min), max: say(max) })
      : min !== undefined
        ? words.t('dictionary.from', { min: say(min) })
        : max !== undefined
          ? words.t('dictionary.to', { max: say(max) })
          : ''
  const others = indicator.notAbove.map((key) => {
    const other = dictionary.indicators.find((each) => each.key === key)
    return words.t('dictionary.notAbove', { indicator: other === undefined ? key : words.text(other.label) })
  })
  return [range, ...others].filter((part) => part !== '').join(words.t('common.semicolon'))
}

/** A formula with the names of its indicators instead of their keys. */
export const sayFormula = (formula: string, dictionary: Dictionary, words: Words): string =>
  formula
    .replace(/[A-Za-z][A-Za-z0-9]*/g, (key) => {
      const found = dictionary.indicators.find((each) => each.key === key)
      return found === undefined ? key : words.text(found.label)
    })
    .replace(/\*/g, '×')
    .replace(/\//g, '÷')
