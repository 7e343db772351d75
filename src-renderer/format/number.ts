/** Making a format takes far longer than using it, and a table has tens of thousands of numbers. */
const formats = new Map<number, Intl.NumberFormat>()
function formatWith(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals, useGrouping: true })
  formats.set(decimals, made)
  return made
}

/** @returns the number with thousands separators and at most `decimals` places, without trailing zeros. */
export const formatNumber = (value: number, decimals = 6): string => formatWith(decimals).format(value).replace(/^-0$/, '0')

/** A fraction as percent: 0.355 becomes '35.5%'. The product is cleared of binary noise before it is written. */
export const formatShare = (fraction: number, decimals = 4): string =>
  `${formatNumber(Number((fraction * 100).toPrecision(12)), decimals)}%`

/** A rate as percent, always with one decimal, so that a column of rates stands even: 0.99 becomes '99.0%'. */
export const formatRate = (fraction: number): string => `${Number((fraction * 100).toPrecision(12)).toFixed(1)}%`

/** Like formatNumber, with a plus sign before gains. */
export const formatChange = (value: number, decimals = 6): string => (value > 0 ? '+' : '') + formatNumber(value, decimals)
