import type { Words } from '../../locales/words.ts'
import { LEDGER_FIELDS, PLACE_FIELDS } from '../../../src-main/model/import.ts'
import type { Dictionary, IndicatorValue } from '../../../src-main/model/indicator.ts'
import { formatIndicatorValue } from '../../format/indicator-value.ts'
import { formatMoney } from '../../format/money.ts'

type FixedField = (typeof PLACE_FIELDS)[number] | (typeof LEDGER_FIELDS)[number]
const FIXED: readonly string[] = [...PLACE_FIELDS, ...LEDGER_FIELDS]
const isFixed = (field: string): field is FixedField => FIXED.includes(field)

/**
 * @param lastYear whether last year's amount and class are among them
 * @returns every field that a column can be taken as, with its name. Derived indicators are calculated, never imported.
 */
export const fieldChoices = (dictionary: Dictionary, words: Words, lastYear: boolean): { field: string; label: string }[] => [
  ...(lastYear ? FIXED : PLACE_FIELDS).map((field) => ({ field, label: sayField(field, dictionary, words) })),
  ...dictionary.indicators.filter((each) => each.formula === undefined).map((each) => ({ field: each.key, label: words.text(each.label) })),
]

export function sayField(field: string, dictionary: Dictionary, words: Words): string {
  if (isFixed(field)) return words.t(`imports.fields.${field}`)
  const indicator = dictionary.indicators.find((each) => each.key === field)
  return indicator === undefined ? field : words.text(indicator.label)
}

/** A value of a field as it is shown; last year's amount is in fen and shown in 元. */
export function sayFieldValue(field: string, value: IndicatorValue, dictionary: Dictionary, words: Words): string {
  if (value === null) return '–'
  if (field === 'previousAmount') return formatMoney(Number(value), 'yuan')
  const indicator = dictionary.indicators.find((each) => each.key === field)
  return indicator === undefined ? String(value) : formatIndicatorValue(indicator, value, words)
}
