import type { Step } from '../../model/policy.ts'
import { warning } from '../../model/problem.ts'
import { appError } from '../../shared/app-error.ts'
import { shareOut } from './largest-remainder.ts'
import { lowerOf, type AllocationState } from './state.ts'

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0
  for (const each of numbers) sum += each
  return sum
}

/**
 * Scales amounts to a total within bounds: finds the one factor f with sum of clamp(f * amount, lower, upper) = total.
 * Communities at a bound are frozen and the rest is scaled anew until it holds; in each round only that side is frozen which
 * violates more (the way flexible lengths are resolved in W3C CSS Flexible Box Layout, 9.7), so nobody is frozen wrongly.
 * Factors are kept as fractions of whole numbers; the last fen goes by largest remainder, ties to the earlier position.
 * @returns whole fen that add up to total; null when everyone who could still move has an amount of zero
 */
export function scaleWithin(amounts: number[], lower: number[], upper: number[], total: number): number[] | null {
  const result = new Array<number>(amounts.length).fill(0)
  let free = amounts.map((_, row) => row)
  let left = total
  while (free.length > 0) {
    const sum = BigInt(sumOf(free.map((row) => amounts[row]!)))
    const rest = BigInt(left)
    // amount * rest / sum against a bound, without dividing; with nothing to scale everybody would stand at zero
    const scaled = (row: number): bigint => (sum === 0n ? 0n : BigInt(amounts[row]!) * rest)
    const under = free.filter((row) => scaled(row) < BigInt(lower[row]!) * (sum || 1n))
    const over = free.filter((row) => upper[row]! !== Infinity && scaled(row) > BigInt(upper[row]!) * (sum || 1n))
    if (under.length === 0 && over.length === 0) {
      if (sum === 0n && left !== 0) return null
      shareOut(
        left,
        free.map((row) => amounts[row]!),
      ).forEach((fen, position) => {
        result[free[position]!] = fen
      })
      return result
    }
    const missing = under.reduce((before, row) => before + BigInt(lower[row]!) * (sum || 1n) - scaled(row), 0n)
    const surplus = over.reduce((before, row) => before + scaled(row) - BigInt(upper[row]!) * (sum || 1n), 0n)
    const frozen = new Map<number, number>()
    if (missing >= surplus) under.forEach((row) => frozen.set(row, lower[row]!))
    if (surplus >= missing) over.forEach((row) => frozen.set(row, upper[row]!))
    frozen.forEach((fen, row) => {
      result[row] = fen
    })
    left -= sumOf(frozen.values())
    free = free.filter((row) => !frozen.has(row))
  }
  return left === 0 ? result : null
}

/**
 * Fits the plan to a fixed total.
 * @throws allocation.totalBelowFloors or allocation.totalAboveCaps, saying by how much; allocation.nothingToShare
 */
export function fitToTotal(state: AllocationState, step: Extract<Step, { kind: 'fit' }>): void {
  const unknown = state.amounts.filter(Number.isNaN).length
  if (unknown > 0) {
    state.problems.push(warning('allocation.undecided', { step: step.name.zh, count: unknown }, { path: step.key }))
    state.amounts.fill(Number.NaN)
    return
  }
  if (state.keys.length === 0) return
  const place = { path: step.key }
  const lower = state.keys.map((_, row) => lowerOf(state, row))
  const floors = sumOf(lower)
  const caps = sumOf(state.upper)
  if (floors > step.totalFen)
    throw appError(
      'allocation.totalBelowFloors',
      { step: step.name.zh, totalFen: step.totalFen, limitFen: floors, byFen: floors - step.totalFen },
      place,
    )
  if (caps < step.totalFen)
    throw appError(
      'allocation.totalAboveCaps',
      { step: step.name.zh, totalFen: step.totalFen, limitFen: caps, byFen: step.totalFen - caps },
      place,
    )
  const fitted = scaleWithin([...state.amounts], lower, [...state.upper], step.totalFen)
  if (fitted === null) {
    const most = sumOf(state.upper.filter((_, row) => state.amounts[row]! > 0))
    throw appError('allocation.nothingToShare', { step: step.name.zh, byFen: step.totalFen - most }, place)
  }
  state.amounts.set(fitted)
}
