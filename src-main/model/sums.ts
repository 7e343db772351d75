import { FEN_PER_WAN, FEN_PER_YUAN } from './money.ts'

/** The unit of a printed table and how many decimals it shows; null: as many as its amounts need, so that nothing is rounded. */
export interface DisplayForm {
  unit: 'yuan' | 'wan'
  decimals: number | null
}

/** A sum and what it consists of, in fen. A part without parts is a cell; null is not known and adds nothing. */
export interface SumOf {
  fen: number | null
  parts?: readonly SumOf[]
}
/** The same sum as it is shown: whole steps of the last decimal. */
export interface ShownSum {
  steps: number | null
  parts: ShownSum[]
}

const FEN_OF = { yuan: FEN_PER_YUAN, wan: FEN_PER_WAN } as const
/** Beyond a fen there is nothing to show. */
export const MOST_DECIMALS = { yuan: 2, wan: 6 } as const

/** @returns the fen of one step of the last decimal: 10,000 for 万元 with two decimals */
export const stepOf = (unit: DisplayForm['unit'], decimals: number): number => FEN_OF[unit] / 10 ** Math.min(decimals, MOST_DECIMALS[unit])

/** @returns how many decimals show all these amounts exactly */
export function decimalsFor(amountsFen: Iterable<number | null>, unit: DisplayForm['unit']): number {
  let most = 0
  for (const fen of amountsFen) while (fen !== null && fen % stepOf(unit, most) !== 0) most++
  // A single digit of 角 is not written: 0.50 and never 0.5.
  return unit === 'yuan' && most > 0 ? 2 : most
}

/** 万元 are shown with so many decimals unless the reader asks for more. */
export const USUAL_DECIMALS = 2

/** @returns how many decimals these amounts are shown with where nobody chose: those they need, in 万元 two at most */
export const usualDecimals = (amountsFen: Iterable<number | null>, unit: DisplayForm['unit'], most = USUAL_DECIMALS): number =>
  unit === 'yuan' ? decimalsFor(amountsFen, unit) : Math.min(most, decimalsFor(amountsFen, unit))

/** Whole steps below an amount, and what is left above them; exact, also where the quotient has no exact double. */
function below(fen: number, step: number): { floor: number; rest: number } {
  const rest = ((fen % step) + step) % step
  return { floor: (fen - rest) / step, rest }
}

/** Half a step and more goes away from zero, so that a loss is rounded as a gain of the same size is. */
const rounded = (fen: number, step: number): number => {
  const { floor, rest } = below(Math.abs(fen), step)
  return (floor + (2 * rest >= step ? 1 : 0)) * (fen < 0 ? -1 : 1)
}

/**
 * Rounds a column for display from its total down: the total as usual, then the parts of each sum by largest remainder (Hamilton's
 * method), so that the shown parts add up to the shown sum, on every level. No cell is a whole step away from its amount. Ties go
 * to the part that comes first.
 * @param whole every sum is the sum of its known parts
 * @param step fen of one step
 */
export function shownSums(whole: SumOf, step: number): ShownSum {
  return shown(whole, whole.fen === null ? null : rounded(whole.fen, step), step)
}

function shown({ parts = [] }: SumOf, steps: number | null, step: number): ShownSum {
  // Parts of which no sum is shown are rounded each by itself.
  if (steps === null) return { steps, parts: parts.map((part) => shownSums(part, step)) }
  const exact = parts.map(({ fen }) => (fen === null ? null : below(fen, step)))
  // What the parts lack to the sum is between nothing and the number of parts with a rest, because the sum is itself one of its
  // two neighbours.
  const lacking = steps - exact.reduce((sum, each) => sum + (each?.floor ?? 0), 0)
  const order = exact
    .flatMap((each, at) => (each === null || each.rest === 0 ? [] : [{ at, rest: each.rest }]))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  const raised = new Set(order.slice(0, lacking).map((each) => each.at))
  return {
    steps,
    parts: parts.map((part, at) => shown(part, exact[at] === null ? null : exact[at]!.floor + (raised.has(at) ? 1 : 0), step)),
  }
}

/** Whether a cell of a sum is known on one side only. */
const isInOneOnly = (before: ShownSum, after: ShownSum): boolean =>
  after.parts.length === 0
    ? (before.steps === null) !== (after.steps === null)
    : after.parts.some((part, at) => isInOneOnly(before.parts[at]!, part))

/**
 * The differences of two columns as they are shown: in each cell, of the two numbers that stand beside it; a sum is the sum of its own
 * cells. So neither a row nor a column contradicts itself, whatever was rounded.
 * @param before the same tree of cells as `after`; a cell that is not known on one side has no difference, and neither has a sum that
 *   it is in: it would be in one of its two numbers only
 */
export function shownDifferences(before: ShownSum, after: ShownSum): ShownSum {
  if (after.parts.length === 0)
    return { steps: before.steps === null || after.steps === null ? null : after.steps - before.steps, parts: [] }
  const parts = after.parts.map((part, at) => shownDifferences(before.parts[at]!, part))
  const known = parts.flatMap((part) => (part.steps === null ? [] : [part.steps]))
  const isKnown = known.length > 0 && !isInOneOnly(before, after)
  return { steps: isKnown ? known.reduce((sum, steps) => sum + steps, 0) : null, parts }
}

/** @returns whole steps as a number with separators and its decimals: 3590000 with two decimals is 35,900.00 */
export function stepsAsText(steps: number, decimals: number): string {
  const digits = Math.abs(steps)
    .toFixed(0)
    .padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${steps < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`
}
