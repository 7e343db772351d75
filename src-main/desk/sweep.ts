import type { PolicyNumber, Sweep } from '../model/analysis.ts'
import type { Policy } from '../model/policy.ts'
import { appError } from '../shared/app-error.ts'
import { breakpointsOf, sweepPoint, sweepValues } from '../engine/analysis/index.ts'
import type { FactColumns } from '../engine/index.ts'
import { stepOf } from '../engine/indicators/index.ts'
import { rangeOf, rangeText } from '../model/range.ts'
import { numberAt, writePath } from '../policy/index.ts'

/** Smallest steps of numbers that are no units of an indicator: fen, tenths of a percent, tenths of a point, parts of a ratio. */
const STEPS = { fen: 1, share: 0.001, points: 0.1, ratio: 1, number: 1 } as const

/** A number that conditions of rules or steps compare an indicator with. */
export const isThreshold = ({ unit, path, field }: PolicyNumber): boolean =>
  unit.kind === 'indicator' && path.split('/').includes('when') && ['value', 'from', 'to'].includes(field)

/** @throws policy.outsideRange where an end of a threshold's sweep is nothing that the indicator can be */
function refuseOutside({ unit, path }: PolicyNumber, ends: number[], columns: FactColumns): void {
  if (unit.kind !== 'indicator') return
  const indicator = columns.vocabulary.indicators.get(unit.indicator)!
  const { min, max } = rangeOf(indicator)
  const outside = ends.find((value) => value < min || value > max)
  if (outside === undefined) return
  const bound = (value: number): string => (Number.isFinite(value) ? String(value) : rangeText(indicator))
  throw appError(
    'policy.outsideRange',
    {
      indicator: indicator.label.zh,
      indicatorEn: indicator.label.en || indicator.label.zh,
      value: outside,
      min: bound(min),
      max: bound(max),
    },
    { path },
  )
}

/**
 * The plan under many values of one number of the policy, from one end to the other. Thresholds move on the indicator's own grid,
 * and by its
 * breakpoints where these are few enough; then the sweep is exact.
 * @param path of the number, see policy/path
 * @param most points, at least 4
 * @throws policy.pathUnknown, policy.pathNotNumber; policy.sweepRange where from is above to; policy.outsideRange; policy.shape
 *   where the number
 *   can't take an end (half a fen)
 */
export function sweepOf(columns: FactColumns, policy: Policy, path: string, range: { from: number; to: number; most: number }): Sweep {
  const number = numberAt(policy, path)
  const { from, to, most } = range
  if (from > to) throw appError('policy.sweepRange', { from, to }, { path: number.path })
  const { unit } = number
  if (isThreshold(number)) refuseOutside(number, [from, to], columns)
  const step = unit.kind === 'indicator' ? stepOf(columns.vocabulary.indicators.get(unit.indicator)!) : STEPS[unit.kind]
  const breakpoints = unit.kind === 'indicator' && isThreshold(number) ? breakpointsOf(columns, policy, unit.indicator) : null
  const { values, exact } = sweepValues({ from, to, present: number.value, step, breakpoints, most })
  return { number, exact, points: values.map((value) => sweepPoint(columns, writePath(policy, number.path, value), value)) }
}
