/** A number as people write it: the number itself and what stands behind it (万, 人, %, 万元 ...; '' for nothing). */
export interface WrittenNumber {
  number: number
  behind: string
}

/**
 * Reads a number as people write it in a cell: full-width digits, thousands separators (1,234 or 1，234, only in groups of three),
 * blanks, an exponent, ¥ before it and a unit behind it. Nothing is guessed: what is no unit stays behind the number for the caller
 * to refuse (余 of 200余, -30 of 20-30, ',23' of 1,23).
 * @returns null when it does not begin with a number (约200, 二百).
 */
export function parseWrittenNumber(text: string): WrittenNumber | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^[−–—](?=[\d.])/, '-')
    .replace(/^[¥￥]/, '')
  const [, sign = '', whole = '', fraction = '', exponent = '', behind = ''] =
    /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(\.\d+)?(e[+-]?\d{1,2})?(.*)$/i.exec(plain) ?? []
  if (whole === '' && fraction === '') return null
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
