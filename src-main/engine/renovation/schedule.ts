import type { RenovationYear, Schedule } from '../../model/renovation.ts'
import { HORIZON, ownCosts, type Lot } from './costs.ts'

/** Courtyards of a lot that are done one after the other. */
export interface Turn {
  lot: Lot
  count: number
}

/** The money of a community: what it begins with, and what comes in every year, the first one too. In fen. */
export interface Money {
  startFen: number
  yearlyFen: number
}

/** @returns how many of the courtyards can be paid in full */
const affordable = (balanceFen: number, costFen: number, count: number): number =>
  costFen === 0 ? count : Math.min(count, (balanceFen - (balanceFen % costFen)) / costFen)

/**
 * Courtyards one after the other in the order given, year by year. A courtyard is done in the year in which it is paid in full; what does
 * not suffice for the next one is saved for it, and none overtakes it. Each year: left = left before + in - spent, to the fen.
 * @param turns of one or several lots; the same lot may come more than once
 */
export function schedule(turns: readonly Turn[], { startFen, yearlyFen }: Money): Schedule {
  const costs = new Map(turns.map(({ lot }) => [lot, ownCosts(lot)]))
  const total = turns.reduce((sum, { count }) => sum + count, 0)
  const years: RenovationYear[] = []
  const done: Schedule['done'] = []
  let [turn, left, waiting, sum] = [0, turns[0]?.count ?? 0, total, 0]
  let balance = startFen
  for (let year = 1; year <= HORIZON && waiting > 0; year++) {
    balance += yearlyFen
    const before = balance
    const already = waiting
    while (turn < turns.length) {
      const { lot } = turns[turn]!
      const cost = costs.get(lot)![year - 1]!
      const now = affordable(balance, cost, left)
      if (now > 0) {
        balance -= now * cost
        done.push({ kind: lot.kind, year, count: now })
        waiting -= now
        sum += now * year
        left -= now
      }
      if (left > 0) break
      turn += 1
      left = turns[turn]?.count ?? 0
    }
    years.push({ year, inFen: yearlyFen, spentFen: before - balance, leftFen: balance, done: already - waiting, waiting })
  }
  const finished = waiting === 0 ? years.length : null
  return { startFen, yearlyFen, total, years, done, finished, courtyardYears: sum + waiting * HORIZON }
}
