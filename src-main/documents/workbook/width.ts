/** Chinese characters, full-width forms and the enclosed and dash-like marks of Chinese fonts take two columns of a digit. */
const WIDE = new RegExp([
  '[\\u1100-\\u115f\\u2014\\u2018-\\u201d\\u2026\\u2460-\\u24ff\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6]',
  '[\\u{1f300}-\\u{3fffd}]',
].join('|'), 'u')

/** @returns the width of a text in digits; of its longest line where it has several. */
export const widthOf = (text: string): number =>
  Math.max(...text.split('\n').map((line) => [...line].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0)))

/** @returns how many lines a text takes in a column of that width, at least one. */
export const linesIn = (text: string, width: number): number => {
  // Most texts fit even if all their characters were wide.
  if (text.length * 2 <= width && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width))), 0)
}
