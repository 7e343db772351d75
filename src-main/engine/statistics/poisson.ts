/** Halvings until two numbers are the same double, but for the last places. */
const HALVINGS = 100
const DUST = 1e-16
const MOST_TERMS = 100_000

/** The logarithm of the gamma function for x above 0: Stirling's series (NIST DLMF 5.11.1) where it holds, else carried down from there. */
function logGamma(x: number): number {
  let [shifted, product] = [x, 1]
  while (shifted < 20) {
    product *= shifted
    shifted++
  }
  const square = shifted * shifted
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / shifted
  return (shifted - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
}

/** The lower part of the regularised gamma function by its series (NIST DLMF 8.11.4); it ends quickly for mean < k + 1. */
function lowerPart(k: number, mean: number): number {
  let [term, sum] = [1 / k, 1 / k]
  for (let n = 1; n < MOST_TERMS && term > sum * DUST; n++) {
    term *= mean / (k + n)
    sum += term
  }
  return sum * Math.exp(k * Math.log(mean) - mean - logGamma(k))
}

/** The upper part by its continued fraction (NIST DLMF 8.9.2, evaluated as Lentz does); it ends quickly for mean > k + 1. */
function upperPart(k: number, mean: number): number {
  let b = mean + 1 - k
  let [c, d] = [1e300, 1 / b]
  let fraction = d
  for (let n = 1; n < MOST_TERMS; n++) {
    const a = -n * (n - k)
    b += 2
    d = 1 / (a * d + b)
    c = b + a / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < DUST * 4) break
  }
  return fraction * Math.exp(k * Math.log(mean) - mean - logGamma(k))
}

/**
 * The chance of a count of at least k where so many are expected (Poisson): exact for whole k, and for those between the same function
 * goes on smoothly (the regularised gamma function), so that limits can be drawn as a curve that agrees with every whole count.
 * @param k above 0
 * @param mean above 0
 */
export const chanceOfAtLeast = (k: number, mean: number): number => (mean < k + 1 ? lowerPart(k, mean) : 1 - upperPart(k, mean))

/** The chance of a count of at most k. @param k at least 0 */
export const chanceOfAtMost = (k: number, mean: number): number => (mean < k + 2 ? 1 - lowerPart(k + 1, mean) : upperPart(k + 1, mean))

/** Between which counts it is chance: whole counts from `high` on, and up to `low`, have at most half of what confidence leaves. */
export interface CountLimits {
  /** null: not even none would be too few. */
  low: number | null
  high: number
}

/**
 * The limits of a count of which so many are expected.
 * @param mean above 0
 * @param confidence that both limits hold together, as 0.95
 */
export function countLimits(mean: number, confidence: number): CountLimits {
  const chance = (1 - confidence) / 2
  // Chances of "at least" fall with the count, those of "at most" rise.
  const found = (from: number, to: number, isBelow: (k: number) => boolean): number => {
    let [low, high] = [from, to]
    for (let turn = 0; turn < HALVINGS; turn++) {
      const middle = (low + high) / 2
      if (isBelow(middle)) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  const most = mean + 20 * Math.sqrt(mean) + 40
  return {
    low: chanceOfAtMost(0, mean) > chance ? null : found(0, mean, (k) => chanceOfAtMost(k, mean) <= chance),
    high: found(DUST, most, (k) => chanceOfAtLeast(k, mean) > chance),
  }
}
