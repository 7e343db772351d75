/** A share between two ends, both included. */
export interface Interval {
  low: number
  high: number
}

/** Halvings until two numbers between 0 and 1 are the same double, but for the last places. */
const HALVINGS = 60
/** Parts smaller than this share of a sum change no digit of it. */
const DUST = 1e-18
const LARGEST_SAMPLE = 10_000_000

/** The logarithm of how many ways there are to draw k of n. */
function logWays(n: number, k: number): number {
  const few = Math.min(k, n - k)
  let sum = 0
  for (let i = 1; i <= few; i++) sum += Math.log((n - few + i) / i)
  return sum
}

/**
 * Whether a sample of n with at most k would be drawn with at most this chance, where the share is p: a sum of the binomial's own terms,
 * from the largest down, so that nothing is approximated.
 */
function isRare(k: number, n: number, p: number, chance: number, ways: number): boolean {
  // Of a share that is not above the one that was found, more than a third of all samples have no more: no need to sum.
  if (k >= n * p) return false
  let term = 1
  let sum = 1
  for (let i = k; i > 0 && term > DUST * sum; i--) {
    term *= (i * (1 - p)) / ((n - i + 1) * p)
    sum += term
  }
  return ways + k * Math.log(p) + (n - k) * Math.log1p(-p) + Math.log(sum) <= Math.log(chance)
}

/** The largest share of which k of n would still be drawn with more than this chance. */
function highest(k: number, n: number, chance: number): number {
  if (k === n) return 1
  if (k === 0) return -Math.expm1(Math.log(chance) / n)
  const ways = logWays(n, k)
  let [low, high] = [k / n, 1]
  for (let turn = 0; turn < HALVINGS; turn++) {
    const middle = (low + high) / 2
    if (isRare(k, n, middle, chance, ways)) high = middle
    else low = middle
  }
  return (low + high) / 2
}

/**
 * The exact interval of a share of which k of n were drawn (Clopper and Pearson 1934): whatever the true share is, no more than
 * 1 - confidence of all samples give an interval that misses it.
 * @param n at least 1
 */
export function exactInterval(k: number, n: number, confidence: number): Interval {
  const chance = (1 - confidence) / 2
  return { low: 1 - highest(n - k, n, chance), high: highest(k, n, chance) }
}

/** Whether k cases in a sample of n prove a share of at most `most`: the upper end of its exact interval is not above it. */
export function isProvedAtMost(k: number, n: number, most: number, confidence: number): boolean {
  if (n <= k) return false
  // Alone it has no term to begin with at a share of 1.
  return most >= 1 || (most > 0 && isRare(k, n, most, (1 - confidence) / 2, logWays(n, k)))
}

/** @returns the smallest sample with k cases that proves a share of at most `most`; null where no sample of ten million does */
export function neededAtMost(k: number, most: number, confidence: number): number | null {
  let high = Math.max(1, k + 1)
  while (!isProvedAtMost(k, high, most, confidence)) {
    high *= 2
    if (high > LARGEST_SAMPLE) return null
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isProvedAtMost(k, middle, most, confidence)) high = middle
    else low = middle
  }
  return high
}
