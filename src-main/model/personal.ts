/** What tells of one person, and stands in no text of a plan. */
export type Personal = { kind: 'identity' | 'mobile'; shown: string }

/** An identity number of mainland China: place, day of birth, sequence, check digit. */
const IDENTITY = /(?<!\d)\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dXx])/g
/** A mobile number of mainland China, in one piece or in the usual three, with or without +86. */
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
/** GB 11643: the last sign follows from the others, so that a code or an amount of eighteen digits is hardly ever taken for one. */
const isIdentity = (digits: string): boolean =>
  CHECK_DIGITS[WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % CHECK_DIGITS.length] ===
  digits.at(-1)!.toUpperCase()

/** So that a message about a number does not repeat it. */
const masked = (number: string): string => `${number.slice(0, 3)}****${number.slice(-2)}`

/** @returns the first identity or mobile number in a text, shown so that nobody is named by it; null where there is none */
export function personalIn(text: string): Personal | null {
  const plain = text.normalize('NFKC')
  const identity = plain.match(IDENTITY)?.find(isIdentity)
  if (identity !== undefined) return { kind: 'identity', shown: masked(identity) }
  const mobile = plain.replaceAll(IDENTITY, ' ').match(MOBILE)?.[0]
  return mobile === undefined ? null : { kind: 'mobile', shown: masked(mobile.replace(/^\+?86[- ]?/, '').replaceAll(/[- ]/g, '')) }
}
