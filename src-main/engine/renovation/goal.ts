import type { RenovationOrder, Schedule } from '../../model/renovation.ts'
import type { Lot } from './costs.ts'
import { ordered } from './order.ts'
import { schedule } from './schedule.ts'

/** The smallest yearly sum with which everything is done by a year, what it does, and what one fen less would do. */
export interface YearlyNeed {
  yearlyFen: number
  at: Schedule
  /** null: the sum is zero already. */
  below: Schedule | null
}

/** Orders are judged by their end here. */
const done = (lots: readonly Lot[], order: RenovationOrder, startFen: number, yearlyFen: number): Schedule => {
  const money = { startFen, yearlyFen }
  return schedule(ordered(lots, money, order, 'finish').turns, money)
}

/**
 * The smallest money a year, in fen, with which the last courtyard is done by the end of the nth year. More money is never later, because
 * costs never fall; so the sum is found by halving.
 * @param by nth year, from 1
 */
export function yearlyNeed(lots: readonly Lot[], order: RenovationOrder, startFen: number, by: number): YearlyNeed {
  const inTime = ({ finished }: Schedule): boolean => finished !== null && finished <= by
  // With so much in the first year everything is done in it.
  let [low, high] = [0, lots.reduce((sum, { count, unitFen }) => sum + count * unitFen, 0)]
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2)
    if (inTime(done(lots, order, startFen, middle))) high = middle
    else low = middle + 1
  }
  return { yearlyFen: low, at: done(lots, order, startFen, low), below: low === 0 ? null : done(lots, order, startFen, low - 1) }
}
