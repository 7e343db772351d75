/** A number as people write it: the number itself and what stands behind it (万, 人, %, 万元 ...; '' for nothing). */
export interface WrittenNumber { number: number; behind: string }

/**
 * Reads a number as people write it in a cell: full-width digits, thousands separators (1,234 or 1，234, only in groups of three),
 * blanks, an exponent, ¥ before it and a unit behind it. Nothing is guessed: 约200, 200余, 20-30, 1,23 and 二百 are not numbers.
 * @returns null when it is not a number.
 */
export function parseWrittenNumber(text: string): WrittenNumber | null {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').replace(/^[−–—](?=[\d.])/, '-').replace(/^[¥￥]/, '')
  const [, sign = '', whole = '', fraction = '', exponent = '', behind = ''] =
    /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d+)?(e[+-]?\d{1,2})?(.*)$/i.exec(plain) ?? []
  if (whole === '' && fraction === '') return null
  // What goes on with digits or signs is no unit: 20-30, 1/2, 1,23, 1.2.3, 12:30.
  if (/[\d.,:+<>=~-]/.test(behind.replace(/(km|hm|m)2$/i, ''))) return null
  return { number: Number(sign + whole.replaceAll(',', '') + fraction + exponent), behind }
}

const BLANK_MARKS = new Set(['', '无', '空', '暂无', '不详', '未知', '未统计', '待定', '待核', 'n/a', 'na', 'null'])

/**
 * Whether a text stands for an empty cell: - — / \ … 无 暂无 不详 N/A. Such a value is unknown, never zero; who means zero writes 0.
 */
export function isBlankMark(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
  return BLANK_MARKS.has(plain) || /^[-−–—―_/\\.…·*?]+$/.test(plain)
}
