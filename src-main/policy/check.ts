import type { Indicator } from '../model/indicator.ts'
import type { Policy } from '../model/policy.ts'
import { problem, warning, type Problem } from '../model/problem.ts'
import { FALLBACK, OVERRIDE } from '../engine/classification/index.ts'
import { vocabularyOf } from '../engine/indicators/index.ts'
import { AppError } from '../shared/app-error.ts'
import { checkAllocation } from './checks/allocation.ts'
import { checkConditions } from './checks/conditions.ts'
import { checkFund, checkStepKeys } from './checks/fund.ts'
import { checkIndicators } from './checks/indicators.ts'
import { checkBands, checkReach } from './checks/reach.ts'

/** Keys that stand twice, or that have a meaning of their own in results. */
function twice(what: 'class' | 'rule', keys: string[], path: string, taken: string[] = []): Problem[] {
  return keys.flatMap((key, position) =>
    taken.includes(key) || keys.indexOf(key) < position
      ? [problem(`policy.${what}Twice`, { [what]: key }, { path: `${path}/${position}` })]
      : [],
  )
}

/** Class keys that differ only in capitals: a and A. */
const checkLookAlikes = (classes: string[]): Problem[] =>
  classes.flatMap((key, position) => {
    const other = classes.slice(0, position).find((earlier) => earlier !== key && earlier.toLowerCase() === key.toLowerCase())
    return other === undefined ? [] : [warning('policy.classAlike', { class: key, other }, { path: `/classes/${position}/key` })]
  })

/**
 * What makes it impossible to compute a plan under a policy (errors), with the doubts that are as quick to see: cheap enough to be
 * asked at each turn of a number. Whether every rule can be reached is not among it.
 * @param districts names of the plan's districts; left out where they are not known
 */
export function checkComputable(policy: Policy, dictionary: Indicator[], districts?: string[]): Problem[] {
  const own = checkIndicators(policy.indicators, dictionary)
  const indicators = new Map([...dictionary, ...policy.indicators].map((each) => [each.key, each]))
  const classes = policy.classes.map((each) => each.key)
  const { rules, fallback } = policy.classification
  const named = [
    ...rules.map((rule, position) => ({ key: rule.class, path: `/classification/rules/${position}/class` })),
    { key: fallback, path: '/classification/fallback' },
  ]
  return [
    ...own,
    ...twice('class', classes, '/classes'),
    ...twice(
      'rule',
      rules.map((rule) => rule.key),
      '/classification/rules',
      [FALLBACK, OVERRIDE],
    ),
    ...checkStepKeys(policy),
    ...named
      .filter((each) => !classes.includes(each.key))
      .map((each) => problem('policy.classUnknown', { class: each.key, classes: classes.join(', ') }, { path: each.path })),
    ...checkConditions(policy, indicators),
    ...checkAllocation(policy, indicators),
    ...checkFund(policy, districts),
    ...checkLookAlikes(classes),
  ]
}

/**
 * Everything that is wrong (errors) or doubtful (warnings) in a policy, each with its path in the document.
 * @param dictionary the plan's or the standard indicators
 * @param districts names of the plan's districts; left out where they are not known
 */
export function checkPolicy(policy: Policy, dictionary: Indicator[], districts?: string[]): Problem[] {
  const problems = checkComputable(policy, dictionary, districts)
  // Reach can only be judged once every rule can be compiled.
  if (problems.some((each) => each.level === 'error')) return problems
  return [...problems, ...checkBands(policy), ...checkReach(policy, vocabularyOf([...dictionary, ...policy.indicators]))]
}

const throwErrors = (problems: Problem[]): void => {
  const errors = problems.filter((each) => each.level === 'error')
  if (errors.length > 0) throw new AppError(errors)
}

/** @throws AppError with all errors of checkPolicy; warnings pass. */
export const assertPolicy = (policy: Policy, dictionary: Indicator[]): void => throwErrors(checkPolicy(policy, dictionary))

/** @throws AppError with what makes computing impossible; a rule that is never reached passes. */
export const assertComputable = (policy: Policy, dictionary: Indicator[]): void => throwErrors(checkComputable(policy, dictionary))
