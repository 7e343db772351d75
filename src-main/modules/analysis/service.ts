import { amountsUnknownIn } from '../../model/open-counts.ts'
import type { TimelineYear } from '../../model/analysis.ts'
import { RESIDENTS } from '../../model/indicator.ts'
import type { PlanResult } from '../../model/plan.ts'
import { equityFigures, sensitivityOf } from '../../engine/analysis/index.ts'
import type { FactColumns } from '../../engine/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { adoptedResultOf, yearsInUse } from '../../desk/last-year.ts'
import { ledgerOfYear } from '../ledger/index.ts'
import { inSteps } from '../../shared/turns.ts'
import type { Service } from '../../desk/service.ts'
import { sweepOf } from '../../desk/sweep.ts'
import { suppositionOf } from '../what-if/index.ts'

/** An indicator that money can be measured against. @throws plan.indicatorUnknown, policy.indicatorKind */
function measurable({ vocabulary }: FactColumns, key: string): string {
  const indicator = vocabulary.indicators.get(key)
  if (indicator === undefined) throw appError('plan.indicatorUnknown', { indicator: key }, { indicator: key })
  if (indicator.kind !== 'number' && indicator.kind !== 'share')
    throw appError(
      'policy.indicatorKind',
      { indicator: indicator.label.zh, kind: indicator.kind, expected: 'number | share' },
      { indicator: key },
    )
  return key
}

/** The plan of a year as it was adopted, else as its policy gives it; null where that can't be computed: the year's own page says why. */
function resultOfYear(desk: Desk, year: number): { basis: 'adopted' | 'computed'; totals: PlanResult['totals'] } | null {
  const adopted = adoptedResultOf(desk, year)
  if (adopted !== null) return { basis: 'adopted', totals: adopted.totals }
  try {
    return { basis: 'computed', totals: desk.resultOf(year).totals }
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

function timelineYear(desk: Desk, year: number): TimelineYear {
  const found = resultOfYear(desk, year)
  const { allocatedFen, spentFen, carriedFen, rate } = ledgerOfYear(desk, year).total
  const byClass = Object.entries(found?.totals.byClass ?? {}).map(([key, { count, amountFen }]) => [key, { count, amountFen }] as const)
  return {
    year,
    communities: desk.factsOf(year).length,
    undecided: found?.totals.undecided ?? 0,
    amountUnknown: found === null ? 0 : amountsUnknownIn(found.totals),
    basis: found?.basis ?? null,
    policy: desk.yearOf(year).policy,
    amountFen: found?.totals.amountFen ?? null,
    byClass: Object.fromEntries(byClass),
    allocatedFen,
    spentFen,
    carriedFen,
    rate,
  }
}

export const analyses = (desk: Desk) =>
  ({
    'analysis.equity': ({ need, ...supposition }) => {
      const { columns, run } = suppositionOf(desk, supposition)
      return equityFigures(columns, run, measurable(columns, RESIDENTS), need === undefined ? null : measurable(columns, need))
    },
    'analysis.sweep': ({ path, from, to, most, ...supposition }) => {
      const { columns, standpoint } = suppositionOf(desk, supposition)
      return sweepOf(columns, standpoint.policy, path, { from, to, most })
    },
    'analysis.sensitivity': ({ within, task: _, ...supposition }, context) => {
      const { columns, standpoint } = suppositionOf(desk, supposition)
      return inSteps(sensitivityOf(columns, standpoint.policy, within), standpoint.policy.title.zh, context)
    },
    'analysis.timeline': () => desk.derived('timeline', () => yearsInUse(desk).map((year) => timelineYear(desk, year))),
  }) satisfies Partial<Service>
