/**
 * First and last code points of Chinese characters, full-width forms and the enclosed and dash-like marks of Chinese fonts, ascending: they
 * take two columns of a digit.
 */
const WIDE = [
  [0x1100, 0x115f],
  [0x2014, 0x2014],
  [0x2018, 0x201d],
  [0x2026, 0x2026],
  [0x2460, 0x24ff],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x3fffd],
] as const
const FIRST_WIDE = WIDE[0][0]

/** Asked for every character of every cell: a class of a regular expression would take longer than the rest of the writing. */
const isWide = (code: number): boolean => code >= FIRST_WIDE && WIDE.some(([first, last]) => code >= first && code <= last)

/** @returns the width of a text in digits; of its longest line where it has several. */
export function widthOf(text: string): number {
  let [widest, width] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!
    if (code > 0xffff) at++
    width = code === 10 ? 0 : width + (isWide(code) ? 2 : 1)
    if (width > widest) widest = width
  }
  return widest
}

/** @returns how many lines a text takes in a column of that width, at least one. */
export const linesIn = (text: string, width: number): number => {
  // Most texts fit even if all their characters were wide.
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width))), 0)
}
