import { formatNumber, formatShare } from '../../../format/number.ts'
import { textIn } from '../../../../src-main/model/text.ts'
import type { PolicySource } from '../../../../src-main/words/policies.ts'
import type { Problem } from '../../../../src-main/model/problem.ts'

const AS_VALUE = ['value', 'min', 'max', 'from', 'to', 'limit']

/**
 * A problem with the name of its indicator instead of the key, its numbers as that indicator is shown, and without the path: it
 * stands where it belongs.
 */
export function namedProblem(problem: Problem, { policy, dictionary }: PolicySource): Problem {
  const key = problem.params.indicator
  const indicator = [...policy.indicators, ...dictionary.indicators].find((each) => each.key === key)
  if (indicator === undefined) return problem
  const params: Problem['params'] = { ...problem.params, indicator: indicator.label.zh, indicatorEn: textIn(indicator.label, 'en') }
  for (const name of AS_VALUE.filter((each) => params[each] !== undefined)) {
    const value = Number(params[name])
    if (!Number.isNaN(value))
      params[name] = Number.isFinite(value)
        ? indicator.kind === 'share'
          ? formatShare(value)
          : formatNumber(value)
        : value > 0
          ? '∞'
          : '-∞'
  }
  return { ...problem, params }
}

/** Without its place: for a list that stands at the place itself. */
export const withoutPlace = (problem: Problem): Problem => ({ ...problem, place: {} })
