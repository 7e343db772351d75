import { inPercent, withoutDust } from '../model/number.ts'

/** Making a format takes far longer than using it, and a table has tens of thousands of numbers. */
const formats = new Map<string, Intl.NumberFormat>()
function formatWith(least: number, most: number, signDisplay: 'negative' | 'exceptZero'): Intl.NumberFormat {
  const key = `${least} ${most} ${signDisplay}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most, useGrouping: true, signDisplay })
  formats.set(key, made)
  return made
}

/** As many decimals as a cell of a table shows. */
const IN_A_CELL = 6
/** And a share, in percent. */
const SHARE_IN_A_CELL = 4

/** @returns the number with thousands separators and at most `decimals` places, without trailing zeros; never a minus zero. */
export const formatNumber = (value: number, decimals = IN_A_CELL): string => formatWith(0, decimals, 'negative').format(value)

/** A fraction as percent: 0.355 becomes '35.5%'. The product is cleared of binary noise before it is written. */
export const formatShare = (fraction: number, decimals = SHARE_IN_A_CELL): string => `${formatNumber(inPercent(fraction), decimals)}%`

/** A rate as percent, always with one decimal, so that a column of rates stands even: 0.99 becomes '99.0%'. */
export const formatRate = (fraction: number): string => `${formatWith(1, 1, 'negative').format(inPercent(fraction))}%`

/** Like formatNumber, with a plus sign before gains; what is shown as zero has no sign. */
export const formatChange = (value: number, decimals = IN_A_CELL): string => formatWith(0, decimals, 'exceptZero').format(value)

/** In a sentence a number has all its decimals. */
const IN_A_SENTENCE = 10
/** Measured values are quotients, differences and sums of many: their dust reaches further up than that of a delivered figure. */
const DIGITS_IN_A_SENTENCE = 12

/** @returns a number with thousands separators and without binary rests: 7 and not 7.000000000000001. */
export const numberInWords = (value: number): string => formatNumber(withoutDust(value, DIGITS_IN_A_SENTENCE), IN_A_SENTENCE)

/** @returns a share in percent: 35% */
export const shareInWords = (share: number): string => `${numberInWords(share * 100)}%`
