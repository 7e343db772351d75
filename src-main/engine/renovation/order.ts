import type { OrderProof, RenovationOrder } from '../../model/renovation.ts'
import { HORIZON, isSteady, ownCosts, type Lot } from './costs.ts'
import { schedule, type Money, type Turn } from './schedule.ts'

type Rule = Exclude<RenovationOrder, 'best'>
/** What an order is judged by: the years that courtyards wait together, or the year in which the last one is done. */
export type Aim = 'waiting' | 'finish'

const RULES: readonly Rule[] = ['kinds', 'cheapest', 'dearest']
/** As many ways of having done some courtyards are followed up; beyond, the best of the rules stands. */
const MOST_STATES = 2_000

const waitingLots = (lots: readonly Lot[]): Lot[] => lots.filter(({ count }) => count > 0)

/** @returns the lots in the order of a rule; equal ones as they are given, which is the order of the kinds */
export function byRule(lots: readonly Lot[], rule: Rule): Turn[] {
  const turns = waitingLots(lots).map((lot) => ({ lot, count: lot.count }))
  if (rule === 'kinds') return turns
  const first = new Map(turns.map(({ lot }) => [lot, ownCosts(lot)[0]!]))
  const sign = rule === 'cheapest' ? 1 : -1
  return turns.sort((a, b) => sign * (first.get(a.lot)! - first.get(b.lot)!))
}

/** Some courtyards done: in which year the last, what they cost, how long they waited together, and how it came to this. */
interface State {
  year: number
  spentFen: number
  waited: number
  /** The lot of the last one; -1: nothing is done. */
  last: number
  before: State | null
}

/** The first year, not before that of the state, in which the next courtyard can be paid; null: not within the horizon. */
function yearToPay(state: State, costs: readonly number[], { startFen, yearlyFen }: Money): number | null {
  for (let year = Math.max(1, state.year); year <= HORIZON; year++)
    if (startFen + year * yearlyFen - state.spentFen >= costs[year - 1]!) return year
  return null
}

/** Adds a state where none is at least as good in everything, and drops those that it beats. @returns whether it was added */
function addTo(front: State[], state: State, aim: Aim): boolean {
  const isAsGood = (one: State, other: State): boolean =>
    one.year <= other.year && one.spentFen <= other.spentFen && (aim === 'finish' || one.waited <= other.waited)
  if (front.some((each) => isAsGood(each, state))) return false
  const kept = front.filter((each) => !isAsGood(state, each))
  front.splice(0, front.length, ...kept, state)
  return true
}

function turnsOf(state: State, lots: readonly Lot[], numbers: readonly number[]): Turn[] {
  const done = lots.map(() => 0)
  const order: number[] = []
  for (let each: State | null = state; each !== null && each.last >= 0; each = each.before) order.unshift(each.last)
  for (const lot of order) done[lot]! += 1
  // What can't be paid within the horizon comes after the rest, as the kinds stand.
  const rest = lots.flatMap((_, lot) => Array.from({ length: numbers[lot]! - done[lot]! }, () => lot))
  const turns: Turn[] = []
  for (const lot of [...order, ...rest]) {
    const open = turns.at(-1)
    if (open?.lot === lots[lot]) open!.count += 1
    else turns.push({ lot: lots[lot]!, count: 1 })
  }
  return turns
}

/**
 * Follows up every order. Costs never fall, so that in a given order nothing is gained by paying later than can be; of equal courtyards
 * one stands for all. What is done of each lot, and the states that no other beats, are therefore all there is to know.
 * @returns null where there are too many states
 */
function searched(lots: readonly Lot[], money: Money, aim: Aim): Turn[] | null {
  const numbers = lots.map(({ count }) => count)
  const steps = numbers.map((_, at) => numbers.slice(0, at).reduce((product, count) => product * (count + 1), 1))
  const size = numbers.reduce((product, count) => product * (count + 1), 1)
  if (size > MOST_STATES) return null
  const costs = lots.map(ownCosts)
  const total = numbers.reduce((sum, count) => sum + count, 0)
  const fronts = Array.from({ length: size }, (): State[] => [])
  fronts[0]!.push({ year: 0, spentFen: 0, waited: 0, last: -1, before: null })
  let states = 1
  let best: { state: State; value: number } | null = null
  for (let at = 0; at < size; at++) {
    const done = numbers.map((count, lot) => Math.floor(at / steps[lot]!) % (count + 1))
    const undone = total - done.reduce((sum, count) => sum + count, 0)
    for (const state of fronts[at]!) {
      // Whatever is not done within the horizon waits all of it; of two that leave something undone, the one that leaves less is better.
      const value = aim === 'waiting' ? state.waited + undone * HORIZON : undone > 0 ? HORIZON + undone : state.year
      if (best === null || value < best.value) best = { state, value }
      for (const [lot, count] of numbers.entries()) {
        if (done[lot]! === count) continue
        const year = yearToPay(state, costs[lot]!, money)
        if (year === null) continue
        const spentFen = state.spentFen + costs[lot]![year - 1]!
        if (addTo(fronts[at + steps[lot]!]!, { year, spentFen, waited: state.waited + year, last: lot, before: state }, aim)) states += 1
        if (states > MOST_STATES) return null
      }
    }
  }
  return turnsOf(best!.state, lots, numbers)
}

/**
 * The order in which courtyards wait least together, or in which the last one is done first.
 *
 * Where costs stay the same, the cheapest first is best: whatever else is done by a year, as many courtyards of the cheapest cost no
 * more, so that in no year more could be done. Where costs rise this does not hold (a dear one may have to come first), and every order
 * is followed up.
 */
export function bestOrder(lots: readonly Lot[], money: Money, aim: Aim): { turns: Turn[]; proof: OrderProof } {
  const own = waitingLots(lots)
  if (own.every(isSteady)) return { turns: byRule(own, 'cheapest'), proof: 'cheapestFirst' }
  const found = searched(own, money, aim)
  if (found !== null) return { turns: found, proof: 'allOrders' }
  const valueOf = (turns: readonly Turn[]): number => {
    const { courtyardYears, finished } = schedule(turns, money)
    return aim === 'waiting' ? courtyardYears : (finished ?? HORIZON + courtyardYears)
  }
  const tried = RULES.map((rule) => byRule(own, rule)).map((turns) => ({ turns, value: valueOf(turns) }))
  return { turns: tried.reduce((best, each) => (each.value < best.value ? each : best)).turns, proof: 'rulesOnly' }
}

/** @returns the order that is asked for; `proof` only of the best */
export const ordered = (
  lots: readonly Lot[],
  money: Money,
  order: RenovationOrder,
  aim: Aim = 'waiting',
): { turns: Turn[]; proof: OrderProof | null } =>
  order === 'best' ? bestOrder(lots, money, aim) : { turns: byRule(lots, order), proof: null }
