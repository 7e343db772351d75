import type { Indicator, IndicatorValue } from '../../model/indicator.ts'
import { sumOfKnown } from '../../model/places.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { sumOf } from './quantity.ts'

/** What a merged community has from those it was made of; the problems say what could not be carried over. */
export interface MergedFacts {
  values: Record<string, IndicatorValue>
  previousFen: number | null
  previousClass: string | null
  problems: Problem[]
}

const shown = (indicator: Indicator, value: IndicatorValue): string =>
  value === null ? '—' : (indicator.options.find((option) => option.key === value)?.label.zh ?? String(value))

/**
 * One indicator: numbers are added; a share, category or flag stays where all agree, for a share of the whole is not known from
 * the parts' shares alone.
 */
function mergedValue(indicator: Indicator, communities: readonly CommunityFacts[]): { value: IndicatorValue; problem: Problem | null } {
  const values = communities.map((each) => each.values[indicator.key] ?? null)
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return { value: null, problem: null }
  const label = indicator.label.zh
  if (known.length < values.length) {
    const names = communities
      .filter((_, position) => values[position] === null)
      .map((each) => each.name)
      .join('、')
    return { value: null, problem: warning('plan.unitValueMissing', { indicator: label, names }, { indicator: indicator.key }) }
  }
  if (indicator.kind === 'number') return { value: sumOf(indicator, known as number[]), problem: null }
  if (known.every((value) => value === known[0])) return { value: known[0]!, problem: null }
  return {
    value: null,
    problem: warning(
      'plan.unitValueUnknown',
      { indicator: label, values: values.map((value) => shown(indicator, value)).join('、') },
      { indicator: indicator.key },
    ),
  }
}

/**
 * Adds up communities that become one. Derived indicators follow by themselves from the delivered ones.
 * @param indicators of the dictionary, retired ones included, so that their values are kept as well
 */
export function mergeFacts(communities: readonly CommunityFacts[], indicators: readonly Indicator[]): MergedFacts {
  const values: Record<string, IndicatorValue> = {}
  const problems: Problem[] = []
  for (const indicator of indicators.filter((each) => each.formula === undefined)) {
    const merged = mergedValue(indicator, communities)
    if (merged.value !== null) values[indicator.key] = merged.value
    if (merged.problem !== null && !indicator.retired) problems.push(merged.problem)
  }
  const classes = communities.map((each) => each.previousClass)
  const previousClass = classes.every((each) => each === classes[0]) ? classes[0]! : null
  if (previousClass === null && classes.some((each) => each !== null)) {
    problems.push(
      warning(
        'plan.unitValueUnknown',
        { indicator: '上年类别', values: classes.map((each) => each ?? '—').join('、') },
        { indicator: 'previousClass' },
      ),
    )
  }
  return { values, previousFen: sumOfKnown(communities.map((each) => each.previousFen)), previousClass, problems }
}
