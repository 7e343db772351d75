import type { Policy, Rule } from '../../model/policy.ts'
import { problem, warning, type Problem } from '../../model/problem.ts'
import {
  cellValues,
  combinations,
  keysOfRules,
  thresholdsFor,
  compileCondition,
  TRUE,
  boundsOf,
} from '../../engine/classification/index.ts'
import { emptyTable, type Vocabulary } from '../../engine/indicators/index.ts'

/** Combinations of cells that are tried; a policy with more is not checked for reach rather than checked wrongly. */
const MOST_COMBINATIONS = 200_000

/**
 * Rules that can never be true, and rules that can never be the first to be true because earlier ones always catch the
 * community. One value for each cell between thresholds stands for all values, so trying all combinations is a proof;
 * derived indicators count as free, so a rule is only called unreachable when it surely is.
 */
export function checkReach(policy: Policy, vocabulary: Vocabulary): Problem[] {
  const { rules } = policy.classification
  const table = emptyTable(vocabulary, 1)
  const compiled = rules.map((rule) => compileCondition(rule.when, table, vocabulary.indicators))
  const keys = keysOfRules(rules)
  const choices = keys.map((key) =>
    cellValues(vocabulary.indicators.get(key)!, thresholdsFor(rules, key), boundsOf(key, 0, table, vocabulary)),
  )
  const everTrue = new Set<number>()
  const everFirst = new Set<number>()
  const tried = combinations(choices, MOST_COMBINATIONS, (values) => {
    keys.forEach((key, i) => {
      table.columns.get(key)![0] = values[i]!
    })
    let first = true
    compiled.forEach((condition, position) => {
      if ((!first && everTrue.has(position)) || condition.test(0) !== TRUE) return
      everTrue.add(position)
      if (first) everFirst.add(position)
      first = false
    })
    if (first) everFirst.add(rules.length)
  })
  if (!tried) return []
  const problems = rules.flatMap((rule, position): Problem[] => {
    const place = { path: `/classification/rules/${position}` }
    if (!everTrue.has(position)) return [problem('policy.ruleNeverTrue', { rule: rule.name.zh, position: position + 1 }, place)]
    return everFirst.has(position) ? [] : [problem('policy.ruleUnreachable', { rule: rule.name.zh, position: position + 1 }, place)]
  })
  const reached = new Set([...everFirst].map((position) => rules[position]?.class ?? policy.classification.fallback))
  const unused = policy.classes
    .filter((each) => !reached.has(each.key))
    .map((each) => warning('policy.classUnused', { class: each.key }, { path: `/classes/${policy.classes.indexOf(each)}` }))
  return [...problems, ...unused]
}

const band = (rule: Rule): { indicator: string; from: number; to: number; toIncluded: boolean } | null =>
  rule.when.kind === 'range' && rule.when.from !== undefined && rule.when.to !== undefined
    ? { ...rule.when, from: rule.when.from, to: rule.when.to }
    : null

/** Rules that are plain bands of one indicator are meant to lie side by side: two of them that overlap are a mistake in a bound. */
export function checkBands(policy: Policy): Problem[] {
  const { rules } = policy.classification
  return rules.flatMap((rule, position) =>
    rules.slice(0, position).flatMap((earlier, before): Problem[] => {
      const one = band(earlier)
      const two = band(rule)
      if (one === null || two === null || one.indicator !== two.indicator || earlier.class === rule.class) return []
      const [low, high] = one.from <= two.from ? [one, two] : [two, one]
      if (low.to < high.from || (low.to === high.from && !low.toIncluded)) return []
      return [
        problem(
          'policy.rulesOverlap',
          {
            rule: rule.name.zh,
            other: earlier.name.zh,
            position: position + 1,
            before: before + 1,
            indicator: two.indicator,
            from: high.from,
            to: Math.min(low.to, high.to),
          },
          { path: `/classification/rules/${position}/when` },
        ),
      ]
    }),
  )
}
