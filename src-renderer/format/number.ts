/** @returns the number with thousands separators and at most `decimals` places, without trailing zeros. */
export const formatNumber = (value: number, decimals = 6): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: decimals, useGrouping: true }).replace(/^-0$/, '0')

/** A fraction as percent: 0.355 becomes '35.5%'. The product is cleared of binary noise before it is written. */
export const formatShare = (fraction: number, decimals = 4): string =>
  `${formatNumber(Number((fraction * 100).toPrecision(12)), decimals)}%`

/** Like formatNumber, with a plus sign before gains. */
export const formatChange = (value: number, decimals = 6): string => (value > 0 ? '+' : '') + formatNumber(value, decimals)
