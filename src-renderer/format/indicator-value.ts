import type { Indicator, IndicatorValue } from '../../src-main/model/indicator.ts'
import type { ProblemCode } from '../../src-main/model/problem.ts'
import type { Words } from '../locales/words.ts'
import { plainDigits } from './money.ts'
import { formatNumber, formatShare } from './number.ts'

/** Derived values are quotients: two places are enough to read them. Delivered ones are shown as they are. */
const DERIVED_DECIMALS = 2

/** @returns the value as it stands in a cell, without unit; unknown is an empty text. */
export function formatIndicatorValue(indicator: Indicator, value: IndicatorValue | undefined, words: Words): string {
  if (value === null || value === undefined) return ''
  const decimals = indicator.formula === undefined ? 6 : DERIVED_DECIMALS
  switch (indicator.kind) {
    case 'number':
      return formatNumber(Number(value), decimals)
    case 'share':
      return formatShare(Number(value), decimals === 6 ? 4 : decimals)
    case 'flag':
      return words.t(Number(value) === 0 ? 'common.no' : 'common.yes')
    case 'category': {
      const option = indicator.options.find((each) => each.key === value)
      return option === undefined ? String(value) : words.text(option.label)
    }
  }
}

export type Entry = { ok: true; value: IndicatorValue } | { ok: false; code: ProblemCode; params: Record<string, string | number> }

const refused = (code: ProblemCode, params: Record<string, string | number>): Entry => ({ ok: false, code, params })

const YES = new Set(['1', '是', '有', 'yes', 'y', 'true', '√', '✓'])
const NO = new Set(['0', '否', '无', 'no', 'n', 'false', '×', '✗'])

/**
 * Reads what was typed or pasted into a cell. Empty is unknown. A number may have full-width digits, separators and 万;
 * a share follows the habit of spreadsheets: '35%' and '35' are 35 %, '0.35' is 35 %.
 * Ranges are not checked here: the plan file does that, and its answer is shown at the cell.
 */
export function parseIndicatorValue(indicator: Indicator, text: string): Entry {
  const plain = text.normalize('NFKC').trim()
  if (plain === '') return { ok: true, value: null }
  if (indicator.kind === 'category') {
    const lower = plain.toLowerCase()
    const option = indicator.options.find((each) =>
      [each.key, each.label.zh, each.label.en, ...each.synonyms].some((name) => name.normalize('NFKC').toLowerCase() === lower),
    )
    return option
      ? { ok: true, value: option.key }
      : refused('import.optionUnknown', { value: text, options: indicator.options.map((each) => each.label.zh).join('、') })
  }
  if (indicator.kind === 'flag') {
    if (YES.has(plain.toLowerCase())) return { ok: true, value: 1 }
    if (NO.has(plain.toLowerCase())) return { ok: true, value: 0 }
    return refused('import.yesOrNoExpected', { value: text })
  }
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(%|万)?$/.exec(plainDigits(plain))
  if (match === null) return refused('import.numberExpected', { value: text })
  const [, number = '', mark] = match
  if (indicator.kind === 'share') {
    const percent = mark === '%' || Math.abs(Number(number)) >= 1
    return mark === '万'
      ? refused('import.numberExpected', { value: text })
      : { ok: true, value: Number(percent ? `${number}e-2` : number) }
  }
  if (mark === '%') return refused('import.numberExpected', { value: text })
  return { ok: true, value: Number(mark === '万' ? `${number}e4` : number) }
}
