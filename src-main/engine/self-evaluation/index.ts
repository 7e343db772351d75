import { withoutDust } from '../../model/number.ts'
import {
  BUDGET_POINTS,
  HUNDREDTHS,
  TENTHS,
  type EvaluationItem,
  type FigureState,
  type PointSum,
  type Remark,
} from '../../model/self-evaluation.ts'

/** How far above its target a result is before it must be explained. The rule says "well above"; the number is ours. */
const WELL_ABOVE = 1.5

/** What an item's points follow from. target, result: in the item's unit; percent: of the points, of a grade; null: not known. */
export interface Judged extends Pick<EvaluationItem, 'way' | 'tenths'> {
  target: number | null
  result: number | null
  percent: number | null
}

/** @returns the share of the points as one number over another, neither known to be whole; null: not known */
function shareOf({ way, target, result, percent }: Judged): { part: number; of: number } | null {
  if (way === 'grade') return percent === null ? null : { part: percent, of: 100 }
  if (target === null || result === null) return null
  const isReached = way === 'atLeast' ? result >= target : result <= target
  if (isReached) return { part: 1, of: 1 }
  return way === 'atLeast' ? { part: result, of: target } : { part: target, of: result }
}

/**
 * The points of an item: all of them where the target is reached, else in proportion (财预〔2020〕10号); of a limit that is exceeded, limit over
 * result.
 * @returns hundredths of a point, halves rounded up; null where target, result or grade is not known
 */
export function pointsOf(judged: Judged): number | null {
  const share = shareOf(judged)
  return share === null ? null : Math.round(withoutDust((judged.tenths * (HUNDREDTHS / TENTHS) * share.part) / share.of))
}

/** @returns what must be explained: that the target was not reached, or that so much more came of it that it was set too low; else null */
export function remarkOf({ way, target, result, percent }: Judged): Remark | null {
  if (way === 'grade') return percent !== null && percent < 100 ? 'below' : null
  if (target === null || result === null) return null
  if (way === 'atMost') return result > target ? 'below' : null
  if (result < target) return 'below'
  return target > 0 && result > target * WELL_ABOVE ? 'wellAbove' : null
}

/** @returns hundredths of a point for the use of the budget: in proportion, ten at most; the whole is above 0 */
export const budgetPointsOf = (paidFen: number, wholeFen: number): number =>
  Math.round(withoutDust((Math.min(paidFen, wholeFen) * BUDGET_POINTS * HUNDREDTHS) / wholeFen))

/** @returns the points of several, as far as they are known */
export const pointSum = (lines: readonly { tenths: number; hundredths: number | null }[]): PointSum => ({
  tenths: lines.reduce((sum, each) => sum + each.tenths, 0),
  hundredths: lines.reduce((sum, each) => sum + (each.hundredths ?? 0), 0),
  open: lines.filter((each) => each.hundredths === null).length,
})

/** @returns a figure as a count: what came of it */
export const counted = (planned: number | null, done: number | null): FigureState => ({ planned, done, value: done })

/** @returns a figure as a share in percent, with two decimals; not known where nothing was meant */
export const shared = (planned: number | null, done: number | null): FigureState => ({
  planned,
  done,
  value: planned === null || done === null || planned === 0 ? null : Math.round(withoutDust((done * 10_000) / planned)) / 100,
})
