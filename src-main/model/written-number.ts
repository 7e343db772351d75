/**
 * A number as people write it: the number itself, its digits (an exact decimal; `exponent` says that they are only the first of more),
 * and what stands behind it (万, 人, %, 万元 ...; '' for nothing).
 */
export interface WrittenNumber {
  number: number
  isNegative: boolean
  whole: string
  fraction: string
  exponent: string
  behind: string
}

/** @returns the text with full-width characters made half-width and without blanks */
export const halfWidth = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '')

/**
 * Reads a number as people write it: full-width digits, thousands separators (1,234 or 1，234, only in groups of three), blanks, an
 * exponent, ¥ before it and a unit behind it. Nothing is guessed: what is no unit stays behind the number for the caller to refuse
 * (余 of 200余, -30 of 20-30, ',23' of 1,23).
 * @returns null when it does not begin with a number (约200, 二百).
 */
export function parseWrittenNumber(text: string): WrittenNumber | null {
  const plain = halfWidth(text)
    .replace(/^[−–—](?=[\d.])/, '-')
    .replace(/^[¥￥]/, '')
  const [, sign = '', whole = '', point = '', exponent = '', behind = ''] =
    /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d+|(?<=\d)\.)?(e[+-]?\d{1,2})?(.*)$/i.exec(plain) ?? []
  const fraction = point.slice(1)
  if (whole === '' && fraction === '') return null
  const digits = whole.replaceAll(',', '')
  return {
    number: Number(`${sign}${digits}${fraction === '' ? '' : point}${exponent}`),
    isNegative: sign === '-',
    whole: digits,
    fraction,
    exponent,
    behind,
  }
}

const BLANK_MARKS = new Set(['', '无', '空', '暂无', '不详', '未知', '未统计', '待定', '待核', 'n/a', 'na', 'null'])

/**
 * Whether a text stands for an empty cell: - — / \ … 无 暂无 不详 N/A. Such a value is unknown, never zero; who means zero writes 0.
 */
export function isBlankMark(text: string): boolean {
  const plain = halfWidth(text).toLowerCase()
  return BLANK_MARKS.has(plain) || /^[-−–—―_/\\.…·*?]+$/.test(plain)
}
