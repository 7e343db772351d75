import type { Demand } from '../../model/goal.ts'
import { districtsOf } from '../../model/places.ts'
import { appError } from '../../shared/app-error.ts'
import { partOf } from '../allocation/simple-steps.ts'
import type { LinearRow } from './program.ts'
import type { MoneyModel } from './money-model.ts'

/** Multiples of other amounts are counted to six decimals. */
const SCALE = 1_000_000

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))
/** A multiple as a fraction of whole numbers in lowest terms. */
export function fractionOf(times: number): { numerator: number; denominator: number } {
  const numerator = Math.round(times * SCALE)
  const divisor = greatestCommonDivisor(numerator, SCALE)
  return { numerator: numerator / divisor, denominator: SCALE / divisor }
}

/** What a community may lose at most against last year, in whole fen. */
export const allowedLoss = (demand: Extract<Demand, { kind: 'lossAtMost' }>, previous: number): number =>
  demand.fen ?? partOf(previous, demand.share!)

/** Never holds: a sum that is no whole number of units can't be met. */
const NEVER: LinearRow = { coefficients: [], sense: '>=', bound: 1 }

/**
 * A demand as comparisons of whole numbers over the classes' amounts in units; every row is exact.
 * @throws policy.classUnknown, goal.districtUnknown
 */
export function rowsOf(demand: Demand, model: MoneyModel, unitFen: number): LinearRow[] {
  const { classes, communities } = model
  const positionOf = (key: string): number => {
    const position = classes.indexOf(key)
    if (position < 0) throw appError('policy.classUnknown', { class: key, classes: classes.join(', ') })
    return position
  }
  const single = (position: number): number[] => classes.map((_, i) => Number(i === position))
  /** How often each class's amount stands in the sum of some communities, and what their own sums add. */
  const sumOver = (own: MoneyModel['communities']): { coefficients: number[]; constant: number } => ({
    coefficients: classes.map((_, i) => own.filter((each) => each.position === i).length),
    constant: own.reduce((sum, each) => sum + each.own, 0),
  })
  const atLeast = (own: MoneyModel['communities'], fen: number): LinearRow[] => {
    const { coefficients, constant } = sumOver(own)
    return [{ coefficients, sense: '>=', bound: Math.ceil((fen - constant) / unitFen) }]
  }
  switch (demand.kind) {
    case 'totalAtMost': {
      const { coefficients, constant } = sumOver(communities)
      return [{ coefficients, sense: '<=', bound: Math.floor((demand.fen - constant) / unitFen) }]
    }
    case 'totalExactly': {
      const { coefficients, constant } = sumOver(communities)
      return [(demand.fen - constant) % unitFen === 0 ? { coefficients, sense: '=', bound: (demand.fen - constant) / unitFen } : NEVER]
    }
    case 'classTimes': {
      const { numerator, denominator } = fractionOf(demand.times)
      const coefficients = classes.map(() => 0)
      coefficients[positionOf(demand.class)]! += denominator
      coefficients[positionOf(demand.of)]! -= numerator
      return [{ coefficients, sense: '>=', bound: 0 }]
    }
    case 'classBetween': {
      const coefficients = single(positionOf(demand.class))
      return [
        ...(demand.minFen === undefined ? [] : [{ coefficients, sense: '>=' as const, bound: Math.ceil(demand.minFen / unitFen) }]),
        ...(demand.maxFen === undefined ? [] : [{ coefficients, sense: '<=' as const, bound: Math.floor(demand.maxFen / unitFen) }]),
      ]
    }
    case 'lossAtMost':
      return classes.flatMap((_, position): LinearRow[] => {
        const least = communities
          .filter((each) => each.position === position && !Number.isNaN(each.previous))
          .map((each) => Math.ceil((each.previous - allowedLoss(demand, each.previous) - each.own) / unitFen))
        return least.length === 0 ? [] : [{ coefficients: single(position), sense: '>=', bound: least.reduce((a, b) => Math.max(a, b)) }]
      })
    case 'classTotalAtLeast':
      return atLeast(
        communities.filter((each) => each.position === positionOf(demand.class)),
        demand.fen,
      )
    case 'districtTotalAtLeast': {
      const districts = districtsOf(communities)
      if (!districts.includes(demand.district))
        throw appError('goal.districtUnknown', { district: demand.district, districts: districts.join('、') })
      return atLeast(
        communities.filter((each) => each.district === demand.district),
        demand.fen,
      )
    }
    case 'classOrder':
      return demand.classes.slice(1).map((key, i): LinearRow => {
        const coefficients = classes.map(() => 0)
        coefficients[positionOf(demand.classes[i]!)]! += 1
        coefficients[positionOf(key)]! -= 1
        return { coefficients, sense: '>=', bound: 0 }
      })
  }
}
