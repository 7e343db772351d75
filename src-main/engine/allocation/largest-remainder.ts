/**
 * Shares out a whole number in proportion to weights: everyone gets the whole part, what is left goes one by one to the
 * largest remainders (Hamilton's method), ties to the earlier position. Rows must be sorted by community code before.
 * @param total whole number not below zero, e.g. fen
 * @param weights whole numbers not below zero; at least one above zero unless total is 0
 * @returns whole numbers that add up to total exactly
 */
export function shareOut(total: number, weights: number[]): number[] {
  const sum = weights.reduce((before, weight) => before + BigInt(weight), 0n)
  if (sum === 0n) return weights.map(() => 0)
  const whole = BigInt(total)
  const parts = weights.map((weight, position) => {
    const product = whole * BigInt(weight)
    return { position, part: Number(product / sum), remainder: product % sum }
  })
  let left = total - parts.reduce((before, each) => before + each.part, 0)
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.position - b.position : a.remainder > b.remainder ? -1 : 1,
  )
  for (const each of byRemainder) {
    if (left === 0) break
    each.part++
    left--
  }
  return parts.map((each) => each.part)
}

/** @returns a * b / c for whole numbers not below zero, c above zero, rounded half up to a whole number, exact also beyond 2^53. */
export const multiplyDivide = (a: number, b: number, c: number): number =>
  Number((2n * BigInt(a) * BigInt(b) + BigInt(c)) / (2n * BigInt(c)))
