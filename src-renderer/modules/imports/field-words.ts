import type { Words } from '../../locales/words.ts'
import { fieldOf, LAST_YEAR_FIELDS, PLACE_FIELDS } from '../../../src-main/model/field.ts'
import type { Dictionary, IndicatorValue } from '../../../src-main/model/indicator.ts'
import { formatIndicatorValue } from '../../format/indicator-value.ts'
import { formatMoney } from '../../format/money.ts'

/**
 * @param lastYear whether last year's amount and class are among them
 * @returns every field that a column can be taken as, with its name. Derived indicators are calculated, never imported.
 */
export const fieldChoices = (dictionary: Dictionary, words: Words, lastYear: boolean): { field: string; label: string }[] => [
  ...[...PLACE_FIELDS, ...(lastYear ? LAST_YEAR_FIELDS : [])].map((field) => ({ field, label: sayField(field, dictionary, words) })),
  ...dictionary.indicators.filter((each) => each.formula === undefined).map((each) => ({ field: each.key, label: words.text(each.label) })),
]

export function sayField(field: string, dictionary: Dictionary, words: Words): string {
  const found = fieldOf(field, dictionary.indicators)
  if (found === null) return field
  return found.kind === 'indicator' ? words.text(found.indicator.label) : words.t(`imports.fields.${found.key}`)
}

/** A value of a field as it is shown; last year's amount is in fen and shown in 元. */
export function sayFieldValue(field: string, value: IndicatorValue, dictionary: Dictionary, words: Words): string {
  if (value === null) return '–'
  const found = fieldOf(field, dictionary.indicators)
  if (found?.kind === 'amount') return formatMoney(Number(value), 'yuan')
  return found?.kind === 'indicator' ? formatIndicatorValue(found.indicator, value, words) : String(value)
}
