/** A spreadsheet holds and shows so many digits of a number (Excel specifications and limits); a double keeps them all. */
const DIGITS = 15

/**
 * Removes the dust that binary arithmetic leaves behind the last digit: 11355.000000000002 is 11355, 0.1 + 0.2 is 0.3, and there is no
 * minus zero.
 * @param digits fewer than a spreadsheet's where the number is a difference or a sum of many, whose dust reaches further up
 */
export const withoutDust = (number: number, digits = DIGITS): number => Number(number.toPrecision(digits)) + 0

/** @returns a share in percent: 14.5 for 0.145 */
export const inPercent = (share: number, digits = DIGITS): number => withoutDust(share * 100, digits)

/** @returns percent as a share: 0.145 for 14.5 */
export const fromPercent = (percent: number): number => withoutDust(percent / 100)
