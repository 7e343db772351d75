/**
 * Number formats that files use by number without writing them out (ECMA-376, 18.8.30, with those of Chinese and Thai Excel). What
 * matters here is only whether a cell is a date, a time, a percentage or a number.
 */
const [DATE, TIME, GENERAL] = ['yyyy/m/d', 'h:mm:ss', 'General']
const ALIKE: [code: string, ids: number[]][] = [
  [DATE, [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58, 71, 72, 73, 74, 75, 78]],
  [TIME, [21, 18, 19, 20, 32, 33, 34, 35, 45, 46, 47, 55, 56, 76, 77, 79, 80, 81]],
  ['#,##0', [3, 5, 6, 37, 38, 41, 42, 61, 63, 64]],
  ['#,##0.00', [4, 7, 8, 39, 40, 43, 44, 62, 65, 66]],
  ['0', [1, 59]],
  ['0.00', [2, 60]],
  ['0%', [9, 67]],
  ['0.00%', [10, 68]],
  ['0.00E+00', [11, 48]],
  ['# ?/?', [12, 69]],
  ['# ??/??', [13, 70]],
  ['@', [49]],
]
const BUILT_IN = new Map(ALIKE.flatMap(([code, ids]) => ids.map((id) => [id, { code, like: ids[0]! }] as const)))

/** @returns the number of a format that is much the same and that the library knows, 0 (as it is) where nobody knows it. */
export const knownFormat = (id: number): number => BUILT_IN.get(id)?.like ?? 0

/** Numbers of formats that are a file's own; the library knows none above the last one. */
const [FIRST_OWN, LAST_OWN] = [164, 392]

/**
 * Writes the number formats of a styles part out, each under a number of its own: the library takes a sheet for a damaged one where a
 * format is built in, or has a number that it does not know.
 * @param isDate whether a format's code is that of a date or time
 */
export function withFormats(styles: Buffer, isDate: (code: string) => boolean): Buffer {
  const xml = styles.toString('latin1')
  const cells = /<(?:\w+:)?cellXfs\b[^>]*>.*?<\/(?:\w+:)?cellXfs>/s.exec(xml)
  if (cells === null) return styles
  const list = /<(?:\w+:)?numFmts\b[^>]*>.*?<\/(?:\w+:)?numFmts>/s.exec(xml)?.[0] ?? ''
  const written = writtenFormats(list)
  const numbers = new Map<string, number>()
  const numberOf = (code: string): number => {
    const known = numbers.get(code)
    if (known !== undefined) return known
    if (numbers.size > LAST_OWN - FIRST_OWN) return numberOf(plainer(code, isDate))
    numbers.set(code, FIRST_OWN + numbers.size)
    return numbers.get(code)!
  }
  for (const code of [GENERAL, DATE, '0.00%']) numberOf(code)
  const renumbered = cells[0].replaceAll(/<(?:\w+:)?xf\s[^>]*>/g, (tag) => {
    const id = idOf(tag)
    return tag.replace(NUMBER, ` numFmtId="${numberOf(written.get(id) ?? BUILT_IN.get(id)?.code ?? GENERAL)}"`)
  })
  const formats = [...numbers].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')
  const before = xml.slice(0, cells.index).replace(list, '')
  const after = xml.slice(cells.index + cells[0].length).replace(list, '')
  const opened = before.replace(/<(?:\w+:)?styleSheet\b[^>]*>/, (root) => `${root}<numFmts>${formats}</numFmts>`)
  return Buffer.from(opened + renumbered + after, 'latin1')
}

/** The codes that a styles part writes out, by number, as they stand in it. */
function writtenFormats(list: string): Map<number, string> {
  const written = new Map<number, string>()
  for (const [tag] of list.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const [, quoted, code = quoted?.replaceAll('"', '&quot;')] = /\sformatCode=(?:'([^']*)'|"([^"]*)")/.exec(tag) ?? []
    written.set(idOf(tag), code ?? GENERAL)
  }
  return written
}

/** A workbook with more formats than there are numbers shows some of its cells more plainly. */
function plainer(code: string, isDate: (code: string) => boolean): string {
  const text = code.replaceAll('&quot;', '"').replaceAll(/&\w+;/g, '')
  return isDate(text) ? DATE : text.includes('%') ? '0.00%' : GENERAL
}

const NUMBER = /\snumFmtId=["']\s*(\d+)\s*["']/
const idOf = (tag: string): number => Number(NUMBER.exec(tag)?.[1] ?? 0)
