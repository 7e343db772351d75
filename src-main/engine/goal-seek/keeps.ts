import type { Demand } from '../../model/goal.ts'
import { stepsOf } from '../../model/fund.ts'
import { districtsOf } from '../../model/places.ts'
import type { Policy } from '../../model/policy.ts'
import { appError } from '../../shared/app-error.ts'
import type { FactColumns } from '../columns/facts.ts'
import type { PolicyRun } from '../columns/run.ts'
import { allowedLoss, fractionOf } from './constraints.ts'

/** The standards by class that demands on class amounts are about. @throws goal.noStandard, policy.classUnknown */
function standardOf(policy: Policy, step: string | undefined): (key: string) => number {
  const found = stepsOf(policy).find((each) => each.kind === 'standard' && (step === undefined || each.key === step))
  if (found?.kind !== 'standard') throw appError('goal.noStandard', step === undefined ? {} : { step })
  return (key) => found.amountsFen[key] ?? unknownClass(policy, key)
}

function unknownClass(policy: Policy, key: string): never {
  throw appError('policy.classUnknown', { class: key, classes: policy.classes.map((each) => each.key).join(', ') })
}

/**
 * Whether a plan, as the engine computed it, keeps to a demand. All amounts must be known.
 * @param step the standard step that demands on class amounts are about; the first one where left out
 * @throws goal.noStandard, goal.districtUnknown, policy.classUnknown
 */
export function keepsTo(demand: Demand, columns: FactColumns, policy: Policy, run: PolicyRun, step?: string): boolean {
  const sumWhere = (counts: (row: number) => boolean): number => run.amounts.reduce((sum, fen, row) => (counts(row) ? sum + fen : sum), 0)
  switch (demand.kind) {
    case 'totalAtMost':
      return sumWhere(() => true) <= demand.fen
    case 'totalExactly':
      return sumWhere(() => true) === demand.fen
    case 'classTimes': {
      const amount = standardOf(policy, step)
      const { numerator, denominator } = fractionOf(demand.times)
      return BigInt(amount(demand.class)) * BigInt(denominator) >= BigInt(amount(demand.of)) * BigInt(numerator)
    }
    case 'classBetween': {
      const amount = standardOf(policy, step)(demand.class)
      return amount >= (demand.minFen ?? 0) && amount <= (demand.maxFen ?? Infinity)
    }
    case 'lossAtMost':
      return run.amounts.every(
        (fen, row) => Number.isNaN(run.previous[row]!) || fen >= run.previous[row]! - allowedLoss(demand, run.previous[row]!),
      )
    case 'classTotalAtLeast': {
      if (!policy.classes.some((each) => each.key === demand.class)) unknownClass(policy, demand.class)
      return sumWhere((row) => run.classes[row] === demand.class) >= demand.fen
    }
    case 'districtTotalAtLeast': {
      const districts = districtsOf(columns.facts)
      if (!districts.includes(demand.district))
        throw appError('goal.districtUnknown', { district: demand.district, districts: districts.join('、') })
      return sumWhere((row) => columns.facts[row]!.district === demand.district) >= demand.fen
    }
    case 'classOrder': {
      const amounts = demand.classes.map(standardOf(policy, step))
      return amounts.every((fen, i) => i === 0 || amounts[i - 1]! >= fen)
    }
  }
}
