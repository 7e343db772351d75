import type { Indicator } from '../../model/indicator.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { formulaKeys, FormulaError, parseFormula } from '../../engine/indicators/index.ts'
import { rangeOf } from '../../model/range.ts'

/** @returns whether following `next` from a key leads to that key again */
function leadsBack(start: string, next: (key: string) => string[]): boolean {
  const seen = new Set<string>()
  const follow = (from: string): boolean => next(from).some((key) => key === start || (!seen.has(key) && (seen.add(key), follow(key))))
  return follow(start)
}

/** Formulas that can't be read, read an unknown or unsuitable indicator, or run in a circle. */
function checkFormulas(indicators: Indicator[], known: Map<string, Indicator>, pathOf: (indicator: Indicator) => string): Problem[] {
  const problems: Problem[] = []
  const reads = new Map<string, string[]>()
  for (const indicator of indicators.filter((each) => each.formula !== undefined)) {
    const place = { path: `${pathOf(indicator)}/formula` }
    if (indicator.kind === 'category')
      problems.push(
        problem('policy.indicatorKind', { indicator: indicator.key, kind: 'category', expected: 'number | share | flag' }, place),
      )
    try {
      const keys = formulaKeys(parseFormula(indicator.formula!))
      reads.set(indicator.key, keys)
      for (const key of keys) {
        if (!known.has(key)) problems.push(problem('policy.indicatorUnknown', { indicator: key }, place))
        else if (known.get(key)!.kind === 'category')
          problems.push(problem('policy.indicatorKind', { indicator: key, kind: 'category', expected: 'number' }, place))
      }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error
      problems.push(problem('policy.formulaWrong', { formula: indicator.formula!, position: error.position, value: error.found }, place))
    }
  }
  for (const indicator of indicators) {
    if (leadsBack(indicator.key, (key) => reads.get(key) ?? []))
      problems.push(problem('policy.formulaCircle', { indicator: indicator.key }, { path: `${pathOf(indicator)}/formula` }))
  }
  return problems
}

function checkRange(indicator: Indicator, path: string): Problem[] {
  const { min, max } = rangeOf(indicator)
  return min > max ? [problem('policy.rangeEmpty', { indicator: indicator.key, from: min, to: max }, { path: `${path}/range` })] : []
}

/** Checks the policy's own indicators beside those of the dictionary. */
export function checkIndicators(own: Indicator[], dictionary: Indicator[]): Problem[] {
  const known = new Map(dictionary.map((each) => [each.key, each]))
  const path = (indicator: Indicator): string => `/indicators/${own.indexOf(indicator)}`
  const twice = own
    .filter((each, position) => known.has(each.key) || own.findIndex((other) => other.key === each.key) < position)
    .map((each) => problem('policy.indicatorTwice', { indicator: each.key }, { path: path(each) }))
  for (const each of own) known.set(each.key, each)
  const relations = own.flatMap((each) =>
    each.notAbove
      .filter((key) => !known.has(key))
      .map((key) => problem('policy.indicatorUnknown', { indicator: key }, { path: `${path(each)}/notAbove` })),
  )
  const circles = own
    .filter((each) => leadsBack(each.key, (key) => known.get(key)?.notAbove ?? []))
    .map((each) => problem('policy.notAboveCircle', { indicator: each.key }, { path: `${path(each)}/notAbove` }))
  return [...twice, ...relations, ...circles, ...own.flatMap((each) => checkRange(each, path(each))), ...checkFormulas(own, known, path)]
}
