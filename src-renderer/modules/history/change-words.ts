import { SUBJECT_WORDS } from '../../../src-main/modules/words.ts'
import { formatIndicatorValue } from '../../format/indicator-value.ts'
import { formatMoney } from '../../format/money.ts'
import type { MessageKey } from '../../locales/messages.ts'
import type { Words } from '../../locales/words.ts'
import { zh } from './zh.ts'
import { LAST_YEAR_FIELDS, PREVIOUS_AMOUNT } from '../../../src-main/model/field.ts'
import type { HistoryChange } from '../../../src-main/model/history.ts'
import type { Dictionary, IndicatorValue } from '../../../src-main/model/indicator.ts'

const NAMED: Readonly<Record<string, string>> = zh.texts.log.fields
const IN_FEN: readonly string[] = [PREVIOUS_AMOUNT, 'ledgerAllocated', 'ledgerSpent', 'ledgerCarried']
/** Fields of a community that are no indicator, as the filter offers them. */
export const COMMUNITY_FIELDS = [
  'name',
  'district',
  'subdistrict',
  'code',
  ...LAST_YEAR_FIELDS,
  'override',
  'ledgerAllocated',
  'ledgerSpent',
  'ledgerCarried',
  'unitChange',
] as const

/** @param dictionary with the retired indicators */
export function sayChangedField(field: string, dictionary: Dictionary, words: Words): string {
  const indicator = dictionary.indicators.find((each) => each.key === field)
  if (indicator !== undefined) return words.text(indicator.label)
  const name = NAMED[field] === undefined ? field : words.t(`log.fields.${field}` as MessageKey)
  return IN_FEN.includes(field) ? words.t('common.withUnit', { label: name, unit: words.t('common.yuan') }) : name
}

function sayValue({ subject, field }: HistoryChange, value: IndicatorValue, dictionary: Dictionary, words: Words): string {
  if (field === 'present') return words.t(value === 1 ? 'log.present' : 'log.absent')
  if (value === null) return '–'
  if (IN_FEN.includes(field)) return formatMoney(Number(value), 'yuan')
  const indicator = subject === 'community' ? dictionary.indicators.find((each) => each.key === field) : undefined
  return indicator === undefined ? String(value) : formatIndicatorValue(indicator, value, words)
}

/** A change as a row of texts. */
export interface SaidChange {
  subject: string
  name: string
  year: string
  field: string
  before: string
  after: string
}

/** @param dictionary with the retired indicators */
export function sayChange(change: HistoryChange, dictionary: Dictionary, words: Words): SaidChange {
  const whom = {
    subject: words.text(SUBJECT_WORDS[change.subject]),
    name: change.name,
    year: change.year === null ? '' : String(change.year),
  }
  const { told } = change
  if (told !== undefined)
    return {
      ...whom,
      name: told.name === undefined ? change.name : words.text(told.name),
      field: words.text(told.field),
      before: words.text(told.before) || '–',
      after: words.text(told.after) || '–',
    }
  return {
    ...whom,
    field:
      change.subject === 'community' || NAMED[change.field] === undefined
        ? sayChangedField(change.field, dictionary, words)
        : words.t(`log.fields.${change.field}` as MessageKey),
    before: sayValue(change, change.before, dictionary, words),
    after: sayValue(change, change.after, dictionary, words),
  }
}
