import { componentsOf, type FundComponent } from '../../model/fund.ts'
import type { Indicator } from '../../model/indicator.ts'
import { ROUNDING_UNITS } from '../../model/money.ts'
import type { Policy, Step } from '../../model/policy.ts'
import { askedBy, classesNamedBy, givesMoney, mayComeTwice, optionKeysOf, placeAtTheEnd, readBy } from '../../model/step.ts'
import { problem, warning, type Problem } from '../../model/problem.ts'
import { rangeOf } from '../../model/range.ts'
import { checkCondition } from './conditions.ts'

/** Every option has an amount, and every amount an option. */
function checkOptions(step: Extract<Step, { kind: 'attribute' }>, path: string, indicator: Indicator): Problem[] {
  const options = optionKeysOf(indicator)
  const place = { path: `${path}/amountsFen` }
  return [
    ...Object.keys(step.amountsFen)
      .filter((key) => !options.includes(key))
      .map((key) => problem('policy.optionUnknown', { indicator: step.indicator, value: key, options: options.join(', ') }, place)),
    ...options
      .filter((key) => step.amountsFen[key] === undefined)
      .map((key) => problem('policy.optionWithoutAmount', { step: step.name.zh, indicator: step.indicator, value: key }, place)),
  ]
}

/** Bands go upwards, each from a place of its own. */
function checkBandsOrder(bands: Array<{ from: number }>, step: Step, path: string): Problem[] {
  const wrong = bands.findIndex((each, i) => i > 0 && each.from <= bands[i - 1]!.from)
  return wrong > 0
    ? [
        problem(
          'policy.bandsOrder',
          { step: step.name.zh, value: bands[wrong]!.from, limit: bands[wrong - 1]!.from },
          { path: `${path}/${wrong}` },
        ),
      ]
    : []
}

/** A band that begins above the highest value there can be is never used. */
function checkReachable(step: Extract<Step, { kind: 'bands' }>, path: string, indicator: Indicator | undefined): Problem[] {
  if (indicator === undefined || readBy(step).some(({ kinds }) => !kinds.includes(indicator.kind))) return []
  const { min, max } = rangeOf(indicator)
  return step.bands.flatMap(({ from }, position) =>
    from > max
      ? [
          problem(
            'policy.outsideRange',
            { indicator: step.indicator, value: from, min: String(min), max: String(max) },
            { path: `${path}/bands/${position}` },
          ),
        ]
      : [],
  )
}

function checkProtection(step: Extract<Step, { kind: 'protect' }>, path: string): Problem[] {
  const place = { path }
  if (step.financed !== true)
    return step.loss === undefined && step.gain === undefined ? [warning('policy.protectEmpty', { step: step.name.zh }, place)] : []
  return [
    ...(step.loss === undefined ? [problem('policy.financedWithoutLoss', { step: step.name.zh }, place)] : []),
    ...(step.gain === undefined ? [] : [problem('policy.financedWithGain', { step: step.name.zh }, { path: `${path}/gain` })]),
  ]
}

function checkStep(step: Step, path: string, policy: Policy, indicators: Map<string, Indicator>): Problem[] {
  const problems: Problem[] = []
  const classes = policy.classes.map((each) => each.key)
  for (const { key, kinds } of readBy(step)) {
    const indicator = indicators.get(key)
    if (indicator === undefined) problems.push(problem('policy.indicatorUnknown', { indicator: key }, { path }))
    else if (!kinds.includes(indicator.kind))
      problems.push(problem('policy.indicatorKind', { indicator: key, kind: indicator.kind, expected: kinds.join(' | ') }, { path }))
    else if (step.kind === 'attribute') problems.push(...checkOptions(step, path, indicator))
  }
  for (const condition of askedBy(step)) problems.push(...checkCondition(condition, `${path}/when`, indicators))
  for (const key of classesNamedBy(step))
    if (!classes.includes(key)) problems.push(problem('policy.classUnknown', { class: key, classes: classes.join(', ') }, { path }))
  if (step.kind === 'standard') {
    for (const key of classes)
      if (step.amountsFen[key] === undefined)
        problems.push(problem('policy.classWithoutStandard', { class: key, step: step.name.zh }, { path: `${path}/amountsFen` }))
  }
  if (step.kind === 'perUnit' && (step.minFen ?? 0) > (step.maxFen ?? Infinity))
    problems.push(problem('policy.limitsCrossed', { step: step.name.zh, minFen: step.minFen!, maxFen: step.maxFen! }, { path }))
  if (step.kind === 'points') {
    step.terms.forEach((term, position) => {
      if (term.kind === 'bands') problems.push(...checkBandsOrder(term.bands, step, `${path}/terms/${position}/bands`))
    })
  }
  if (step.kind === 'bands')
    problems.push(...checkBandsOrder(step.bands, step, `${path}/bands`), ...checkReachable(step, path, indicators.get(step.indicator)))
  if (step.kind === 'protect') problems.push(...checkProtection(step, path))
  return problems
}

/**
 * The steps that are about all amounts come last and in their order. All but the financed guarantee come once, and nothing else after
 * them: else a total would not hold, a guarantee would be scaled
 * away after it
 * was paid for, or a reserve be made up for.
 */
function checkOrder({ steps, path }: FundComponent): Problem[] {
  return steps.flatMap((step, position) => {
    const own = placeAtTheEnd(step)
    const wrong =
      own > 0 &&
      steps
        .slice(position + 1)
        .map(placeAtTheEnd)
        .some((later) => later < own || (later === own && !mayComeTwice(own)))
    return wrong ? [problem('policy.stepOrder', { step: step.name.zh, position: position + 1 }, { path: `${path}/steps/${position}` })] : []
  })
}

function checkBounds({ steps, path }: FundComponent, classes: string[]): Problem[] {
  return classes.flatMap((key) => {
    const own = steps.filter((step) => (step.kind === 'floor' || step.kind === 'cap') && (step.classes?.includes(key) ?? true))
    const floor = own.findLast((step) => step.kind === 'floor')
    const cap = own.findLast((step) => step.kind === 'cap')
    if (floor?.kind !== 'floor' || cap?.kind !== 'cap' || floor.amountFen <= cap.amountFen) return []
    return [
      problem(
        'policy.floorAboveCap',
        { class: key, floorFen: floor.amountFen, capFen: cap.amountFen },
        { path: `${path}/steps/${steps.indexOf(floor)}` },
      ),
    ]
  })
}

function checkComponent(component: FundComponent, policy: Policy, indicators: Map<string, Indicator>): Problem[] {
  const { steps, path } = component
  const classes = policy.classes.map((each) => each.key)
  const problems = steps.flatMap((step, position) => checkStep(step, `${path}/steps/${position}`, policy, indicators))
  if (!steps.some(givesMoney)) {
    problems.push(...classes.map((key) => problem('policy.classWithoutStandard', { class: key, step: '-' }, { path: `${path}/steps` })))
  }
  const fit = steps.find((step) => step.kind === 'fit')
  const round = steps.find((step) => step.kind === 'round')
  if (fit !== undefined && round !== undefined && fit.totalFen % ROUNDING_UNITS[round.unit] !== 0) {
    problems.push(
      problem(
        'policy.totalNotMultiple',
        { step: fit.name.zh, totalFen: fit.totalFen, unitFen: ROUNDING_UNITS[round.unit] },
        { path: `${path}/steps/${steps.indexOf(fit)}/totalFen` },
      ),
    )
  }
  return [...problems, ...checkOrder(component), ...checkBounds(component, classes)]
}

/** Everything in the steps of all components that can be seen to be wrong without data. */
export const checkAllocation = (policy: Policy, indicators: Map<string, Indicator>): Problem[] =>
  componentsOf(policy).flatMap((component) => checkComponent(component, policy, indicators))
