import { LAST_YEAR_FIELDS } from '../model/field.ts'
import type { CommunityFacts, Override } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import { warning, type Problem } from '../model/problem.ts'
import type { ScenarioBase, ScenarioChanges, SupposedClass, SupposedValue } from '../model/scenario.ts'
import type { Text } from '../model/text.ts'
import { factColumns, runPolicy, withIndicators, type DistrictPolicy, type FactColumns, type PolicyRun } from '../engine/index.ts'
import { assertPolicy, applyDifferences, policyOf } from '../policy/index.ts'
import { AppError, appError } from '../shared/app-error.ts'
import { canonicalJson } from '../shared/canonical-json.ts'
import type { PlanYear } from '../store/index.ts'
import { ownPoliciesOf } from './own-policies.ts'
import type { Desk } from './desk.ts'
import { applyEdits } from './edits.ts'

/** Everything from which a plan is computed: a year's facts, a policy, classes set by hand. */
export interface Standpoint {
  year: PlanYear
  policy: Policy
  facts: CommunityFacts[]
  overrides: Override[]
  /** Districts that stand under policies of their own; no change of the policy is about them. */
  own: readonly DistrictPolicy[]
  /** What no longer fits together. Warnings are left out or done nevertheless; with an error nothing can be computed. */
  problems: Problem[]
}

/** Applies the edits of communities and indicators that are still there; the rest is named. */
function supposedFacts(desk: Desk, facts: CommunityFacts[], values: SupposedValue[]): { facts: CommunityFacts[]; problems: Problem[] } {
  if (values.length === 0) return { facts, problems: [] }
  const before = new Map(facts.map((each) => [each.key, each]))
  const indicators = new Set<string>([...LAST_YEAR_FIELDS, ...desk.dictionary.indicators.map((each) => each.key)])
  const gone = values
    .filter((each) => !before.has(each.key))
    .map((each) => warning('scenario.communityGone', { value: each.key }, { community: each.key }))
  const retired = values
    .filter((each) => before.has(each.key) && !indicators.has(each.field))
    .map((each) =>
      warning('scenario.indicatorGone', { indicator: each.field }, { community: before.get(each.key)!.name, indicator: each.field }),
    )
  try {
    const after = applyEdits(
      before,
      values.filter((each) => before.has(each.key) && indicators.has(each.field)),
      desk.dictionary.indicators,
    )
    return { facts: facts.map((each) => after.get(each.key) ?? each), problems: [...gone, ...retired] }
  } catch (error) {
    if (error instanceof AppError) return { facts, problems: [...gone, ...retired, ...error.problems] }
    throw error
  }
}

/** Classes by hand with the supposed ones in their place. */
function supposedOverrides(overrides: Override[], classes: SupposedClass[]): Override[] {
  const supposed = new Map(classes.map((each) => [each.key, each]))
  const kept = overrides.filter((each) => !supposed.has(each.key))
  return [
    ...kept,
    ...classes.flatMap(({ key, class: reached, reason }) =>
      reached === null ? [] : [{ key, class: reached, reason: reason === '' ? '-' : reason, document: '' }],
    ),
  ]
}

/**
 * Applies the changes of a scenario to a standpoint. What does not fit any more is in its problems; nothing is dropped silently.
 * @param assertSound what is asked of the changed policy
 */
export function withChanges(desk: Desk, base: Standpoint, changes: ScenarioChanges, assertSound = assertPolicy): Standpoint {
  const { document, misfits } = applyDifferences(base.policy, changes.policy)
  const problems = misfits.map(({ difference, kind }) =>
    warning(kind === 'gone' ? 'scenario.placeGone' : 'scenario.baseChanged', { path: difference.path }, { path: difference.path }),
  )
  const { facts, problems: factProblems } = supposedFacts(desk, base.facts, changes.values)
  const rest = { year: base.year, own: base.own, facts, overrides: supposedOverrides(base.overrides, changes.overrides) }
  try {
    const policy = policyOf(document)
    assertSound(policy, desk.dictionary.indicators)
    return { ...rest, policy, problems: [...base.problems, ...problems, ...factProblems] }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { ...rest, policy: base.policy, problems: [...base.problems, ...problems, ...factProblems, ...error.problems] }
  }
}

/**
 * The standpoint of a base; that of a scenario is its own base with its changes.
 * @throws plan.yearUnknown, policy.unknownName, scenario.baseGone where a scenario was removed, scenario.circle where scenarios
 *   stand on each other
 */
export function standpointOf(desk: Desk, base: ScenarioBase, above: number[] = []): Standpoint {
  if (base.kind !== 'scenario') {
    const year = desk.yearOf(base.year)
    const policy = base.kind === 'year' ? desk.policyOf(base.year) : desk.policyNamed(base.id, base.version)
    return {
      year,
      policy,
      facts: desk.factsOf(base.year),
      overrides: desk.overridesOf(base.year),
      own: ownPoliciesOf(desk, base.year),
      problems: [],
    }
  }
  const scenario = desk.store.read.scenarios.list().find((each) => each.id === base.id)
  if (scenario === undefined) throw appError('scenario.baseGone', { value: base.id })
  if (above.includes(base.id)) throw appError('scenario.circle', { name: scenario.name })
  return withChanges(desk, standpointOf(desk, scenario.base, [...above, base.id]), scenario.changes)
}

function baseName(desk: Desk, base: ScenarioBase): Text {
  if (base.kind === 'scenario') {
    const name = desk.store.read.scenarios.list().find((each) => each.id === base.id)?.name
    return name === undefined ? { zh: '已删除的情景', en: 'a removed scenario' } : { zh: `情景“${name}”`, en: `scenario "${name}"` }
  }
  const year = { zh: `${base.year}年度`, en: String(base.year) }
  return base.kind === 'year'
    ? year
    : { zh: `${year.zh}，办法 ${base.id} ${base.version}`, en: `${year.en}, policy ${base.id} ${base.version}` }
}

/** @returns a base's name, also of one that is gone, and the policy it has now; null where it has none any more */
export function baseNow(desk: Desk, base: ScenarioBase): { name: Text; policy: Policy | null } {
  const name = baseName(desk, base)
  try {
    return { name, policy: standpointOf(desk, base).policy }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { name, policy: null }
  }
}

/** @throws AppError with the standpoint's errors, if it has any */
export function assertWhole({ problems }: Pick<Standpoint, 'problems'>): void {
  const errors = problems.filter((each) => each.level === 'error')
  if (errors.length > 0) throw new AppError(errors)
}

/** The base's facts as columns; made once as long as they stay the same, so that a threshold can be dragged over them. */
export const columnsOfBase = (desk: Desk, base: ScenarioBase, policy: Policy): FactColumns =>
  desk.derived(`columns ${canonicalJson([base, policy.indicators])}`, () =>
    columnsOfStandpoint(desk, { ...standpointOf(desk, base), policy }),
  )

/** The facts of a standpoint as columns, made anew. */
export function columnsOfStandpoint(desk: Desk, { policy, facts, overrides, own }: Omit<Standpoint, 'year' | 'problems'>): FactColumns {
  const { indicators } = desk.dictionary
  return factColumns([...indicators, ...policy.indicators], facts, overrides, withIndicators(own, indicators))
}

/** Runs a standpoint's policy over its base's own columns. @throws the standpoint's errors and the engine's */
export function runOf(desk: Desk, base: ScenarioBase, standpoint: Standpoint): PolicyRun {
  assertWhole(standpoint)
  return runPolicy(columnsOfBase(desk, base, standpoint.policy), standpoint.policy)
}
