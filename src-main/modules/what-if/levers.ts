import type { PolicyNumber } from '../../model/analysis.ts'
import type { Condition } from '../../model/condition.ts'
import type { Policy } from '../../model/policy.ts'
import type { Lever } from '../../model/scenario.ts'
import type { FactColumns } from '../../engine/index.ts'
import { gridCeiling, gridFloor, stepOf } from '../../engine/indicators/index.ts'
import { numbersOf, readPath } from '../../policy/index.ts'

/** Amounts are turned in 1,000元. */
const FEN_STEP = 100_000
/** As far as an amount can be turned where it is zero: 10万元. */
const LEAST_FEN = 10_000_000

type Room = Pick<Lever, 'min' | 'max' | 'step'>

/** From the smallest to the largest value that a community has, on the indicator's own steps; a share keeps to its hundredths. */
function measuredRoom(indicator: string, value: number, { table, vocabulary }: FactColumns): Room {
  const described = vocabulary.indicators.get(indicator)!
  const known = [...table.columns.get(indicator)!].filter((each) => !Number.isNaN(each))
  const step = described.kind === 'share' ? Math.max(stepOf(described), 0.01) : stepOf(described)
  const [least, most] = [value, ...known].reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [value, value])
  return { min: gridFloor(least, step), max: gridCeiling(most, step), step }
}

function roomOf({ unit, value }: PolicyNumber, columns: FactColumns): Room {
  switch (unit.kind) {
    case 'fen':
      return { min: 0, max: Math.ceil(Math.max(2 * value, LEAST_FEN) / FEN_STEP) * FEN_STEP, step: FEN_STEP }
    case 'share':
      return { min: 0, max: Math.max(1, value), step: 0.01 }
    case 'indicator':
      return measuredRoom(unit.indicator, value, columns)
    case 'points':
    case 'ratio':
    case 'number':
      return { min: 0, max: Math.max(10, Math.ceil(2 * value)), step: 1 }
  }
}

/** The condition in which a number stands; null for numbers of the allocation. */
function conditionOf(policy: Policy, { part, path }: PolicyNumber): Condition | null {
  const holder = readPath(policy, path.slice(0, path.lastIndexOf('/')))
  return part === 'rule' ? (holder as Condition) : null
}

/**
 * Every number with which a policy reckons, with the room in which it makes sense to turn it, given the communities there are.
 * @param base the policy it is measured against
 */
export function leversOf(policy: Policy, base: Policy, columns: FactColumns): Lever[] {
  const before = new Map(numbersOf(base).map((each) => [each.path, each.value]))
  return numbersOf(policy).map((number) => ({
    ...number,
    ...roomOf(number, columns),
    condition: conditionOf(policy, number),
    baseValue: before.get(number.path) ?? null,
  }))
}
