import type { Indicator } from '../../contract/indicator.ts'
import { ROUNDING_UNITS } from '../../contract/money.ts'
import type { Policy, Step } from '../../contract/policy.ts'
import { problem, type Problem } from '../../contract/problem.ts'

const GIVES_MONEY: Step['kind'][] = ['standard', 'perUnit', 'points']

function indicatorsOf(step: Step): string[] {
  if (step.kind === 'perUnit' || step.kind === 'carryOver') return [step.indicator]
  return step.kind === 'points' ? step.terms.flatMap((term) => (term.kind === 'class' ? [] : [term.indicator])) : []
}

function classesNamedBy(step: Step): string[] {
  const named = step.kind === 'standard' ? Object.keys(step.amountsFen) : 'classes' in step ? (step.classes ?? []) : []
  return step.kind === 'points' ? [...named, ...step.terms.flatMap((term) => (term.kind === 'class' ? Object.keys(term.points) : []))] : named
}

function checkStep(step: Step, path: string, policy: Policy, indicators: Map<string, Indicator>): Problem[] {
  const problems: Problem[] = []
  const classes = policy.classes.map((each) => each.key)
  for (const key of indicatorsOf(step)) {
    const kind = indicators.get(key)?.kind
    if (kind === undefined) problems.push(problem('policy.indicatorUnknown', { indicator: key }, { path }))
    else if (kind === 'category') problems.push(problem('policy.indicatorKind', { indicator: key, kind, expected: 'number | share | flag' }, { path }))
  }
  for (const key of classesNamedBy(step)) if (!classes.includes(key)) problems.push(problem('policy.classUnknown', { class: key, classes: classes.join(', ') }, { path }))
  if (step.kind === 'standard') {
    for (const key of classes) if (step.amountsFen[key] === undefined) problems.push(problem('policy.classWithoutStandard', { class: key, step: step.name.zh }, { path: `${path}/amountsFen` }))
  }
  if (step.kind === 'perUnit' && (step.minFen ?? 0) > (step.maxFen ?? Infinity)) problems.push(problem('policy.limitsCrossed', { step: step.name.zh, minFen: step.minFen!, maxFen: step.maxFen! }, { path }))
  if (step.kind === 'points') {
    step.terms.forEach((term, position) => {
      if (term.kind !== 'bands') return
      const wrong = term.bands.findIndex((each, i) => i > 0 && each.from <= term.bands[i - 1]!.from)
      if (wrong > 0) problems.push(problem('policy.bandsOrder', { step: step.name.zh, value: term.bands[wrong]!.from, limit: term.bands[wrong - 1]!.from }, { path: `${path}/terms/${position}/bands/${wrong}` }))
    })
  }
  return problems
}

/** fit comes once and only rounding after it, rounding once and last: else the total would not hold. */
function checkOrder(steps: Step[]): Problem[] {
  return steps.flatMap((step, position) => {
    const later = steps.slice(position + 1)
    const wrong = step.kind === 'fit' ? later.some((other) => other.kind !== 'round') : step.kind === 'round' && later.length > 0
    return wrong ? [problem('policy.stepOrder', { step: step.name.zh, position: position + 1 }, { path: `/allocation/steps/${position}` })] : []
  })
}

function checkBounds(policy: Policy): Problem[] {
  const { steps } = policy.allocation
  return policy.classes.flatMap(({ key }) => {
    const own = steps.filter((step) => (step.kind === 'floor' || step.kind === 'cap') && (step.classes?.includes(key) ?? true))
    const floor = own.findLast((step) => step.kind === 'floor')
    const cap = own.findLast((step) => step.kind === 'cap')
    if (floor?.kind !== 'floor' || cap?.kind !== 'cap' || floor.amountFen <= cap.amountFen) return []
    return [problem('policy.floorAboveCap', { class: key, floorFen: floor.amountFen, capFen: cap.amountFen }, { path: `/allocation/steps/${steps.indexOf(floor)}` })]
  })
}

/** Everything in the allocation that can be seen to be wrong without data. */
export function checkAllocation(policy: Policy, indicators: Map<string, Indicator>): Problem[] {
  const { steps } = policy.allocation
  const problems = steps.flatMap((step, position) => checkStep(step, `/allocation/steps/${position}`, policy, indicators))
  if (!steps.some((step) => GIVES_MONEY.includes(step.kind))) {
    problems.push(...policy.classes.map(({ key }) => problem('policy.classWithoutStandard', { class: key, step: '-' }, { path: '/allocation/steps' })))
  }
  const fit = steps.find((step) => step.kind === 'fit')
  const round = steps.find((step) => step.kind === 'round')
  if (fit !== undefined && round !== undefined && fit.totalFen % ROUNDING_UNITS[round.unit] !== 0) {
    problems.push(problem('policy.totalNotMultiple', { step: fit.name.zh, totalFen: fit.totalFen, unitFen: ROUNDING_UNITS[round.unit] }, { path: `/allocation/steps/${steps.indexOf(fit)}/totalFen` }))
  }
  return [...problems, ...checkOrder(steps), ...checkBounds(policy)]
}
