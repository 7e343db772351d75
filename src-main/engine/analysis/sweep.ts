import { amountsUnknownIn } from '../../model/open-counts.ts'
import type { SweepPoint } from '../../model/analysis.ts'
import { withoutDust } from '../../model/number.ts'
import type { Policy } from '../../model/policy.ts'
import { AppError } from '../../shared/app-error.ts'
import type { FactColumns } from '../columns/facts.ts'
import { runPolicy } from '../columns/run.ts'
import { columnTotals } from '../columns/totals.ts'

/** Digits that are meant; what lies behind them is binary rounding. */
const DIGITS = 12
const clean = (value: number): number => withoutDust(value, DIGITS)

export interface SweepRange {
  from: number
  to: number
  /** The present value of the number; it is among the values if it lies within. */
  present: number
  /** The smallest step in which the number is counted. */
  step: number
  /** Values at which the plan can change, or null where that is not known beforehand. */
  breakpoints: number[] | null
  most: number
}

/** The values 1, 2 or 5 times a power of ten of the step, so that at most `most` multiples of it lie between the ends. */
function roundStep(width: number, step: number, most: number): number {
  const least = Math.max(1, width / step / most)
  const power = 10 ** Math.floor(Math.log10(least))
  return clean([1, 2, 5, 10].map((each) => each * power).find((each) => each >= least * (1 - 1e-9))! * step)
}

/**
 * The values for which a sweep computes the plan: every breakpoint where there are no more than `most`, else round values at
 * equal distances.
 * Both ends are always among them, and so is the present value where it lies between them.
 * @returns rising, at most `most` (3 at least); `exact`: nothing changes between them but at them
 */
export function sweepValues({ from, to, present, step, breakpoints, most }: SweepRange): { values: number[]; exact: boolean } {
  const fixed = [from, to, ...(present > from && present < to ? [present] : [])]
  const rising = (values: number[]): number[] => [...new Set([...values, ...fixed])].sort((a, b) => a - b)
  const exact = breakpoints === null ? null : rising(breakpoints.filter((value) => value >= from && value <= to))
  if (exact !== null && exact.length <= most) return { values: exact, exact: true }
  const unit = roundStep(to - from, step, Math.max(1, most - 3))
  const first = Math.ceil(from / unit - 1e-9)
  const count = Math.max(0, Math.floor(to / unit + 1e-9) - first + 1)
  return {
    values: rising(Array.from({ length: count }, (_, i) => clean((first + i) * unit)).filter((value) => value > from && value < to)),
    exact: false,
  }
}

/**
 * The plan's totals under a policy, as one point of a sweep.
 * @param value the number that makes this policy differ
 * @returns amounts in fen; a policy that the engine refuses (a total below all floors) has no amounts and says why
 */
export function sweepPoint(columns: FactColumns, policy: Policy, value: number): SweepPoint {
  try {
    const totals = columnTotals(columns, runPolicy(columns, policy), policy)
    const { byClass, amountFen, undecided } = totals
    return {
      value,
      byClass: Object.fromEntries(Object.entries(byClass).map(([key, { count, amountFen: own }]) => [key, { count, amountFen: own }])),
      amountFen,
      undecided,
      amountUnknown: amountsUnknownIn(totals),
      problem: null,
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { value, byClass: {}, amountFen: null, undecided: 0, amountUnknown: 0, problem: error.problems[0]! }
  }
}
