import { indicatorsIn } from '../model/condition.ts'
import { stepsOf } from '../model/fund.ts'
import type { Indicator } from '../model/indicator.ts'
import type { CommunityFacts, Override, OwnPolicyNamed, PlanResult } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import { indicatorsNamedBy } from '../model/step.ts'
import { ENGINE_VERSION, evaluate, withSums, type DistrictPolicy } from '../engine/index.ts'
import { formulaKeys, vocabularyOf } from '../engine/indicators/index.ts'
import { hashOf } from '../shared/canonical-json.ts'

/** @returns the indicators that a policy names, derived ones included, and all that these are computed from. */
export function policyIndicators(policy: Policy, dictionary: Indicator[]): string[] {
  const vocabulary = vocabularyOf([...dictionary, ...policy.indicators])
  const named = namedBy(policy)
  const read = (key: string): string[] => {
    const formula = vocabulary.derived.find((each) => each.indicator.key === key)?.formula
    return [key, ...(formula === undefined ? [] : formulaKeys(formula).flatMap(read))]
  }
  return [...new Set(named.flatMap(read))]
}

const namedBy = (policy: Policy): string[] => [
  ...indicatorsIn(policy.classification.rules.map((rule) => rule.when)),
  ...stepsOf(policy).flatMap(indicatorsNamedBy),
]

/** @returns the delivered indicators that class or amount can depend on under a policy, in the order of the dictionary. */
export function indicatorsOfPolicy(policy: Policy, dictionary: Indicator[]): string[] {
  const vocabulary = vocabularyOf([...dictionary, ...policy.indicators])
  const inputs = new Set(namedBy(policy).flatMap((key) => vocabulary.inputsOf(key)))
  return vocabulary.delivered.map((indicator) => indicator.key).filter((key) => inputs.has(key))
}

/**
 * The fingerprint of a policy: of its document and of every definition it rests on, so that a changed formula in the
 * dictionary is a changed policy. The order of the dictionary's columns means nothing.
 */
export function policyHash(policy: Policy, dictionary: Indicator[]): string {
  const { $schema: _, ...document } = policy
  const inputs = new Set(indicatorsOfPolicy(policy, dictionary))
  const vocabulary = vocabularyOf([...dictionary, ...policy.indicators])
  const derived = vocabulary.derived.filter((each) => each.inputs.every((key) => inputs.has(key))).map((each) => each.indicator)
  const meanings = [...vocabulary.delivered.filter((each) => inputs.has(each.key)), ...derived]
    .map(({ key, kind, range, step, formula, whenDivisorIsZero, options, notAbove }) => ({
      key,
      kind,
      range,
      step,
      formula,
      whenDivisorIsZero,
      options: options.map((option) => option.key),
      notAbove,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return hashOf({ document, meanings })
}

/** Districts of these communities that stand under policies of their own, by which ones; nothing where there are none. */
function ownNamed({ own, facts, dictionary }: Pick<PlanBasis, 'own' | 'facts' | 'dictionary'>): OwnPolicyNamed[] | undefined {
  const districts = new Set(facts.map((each) => each.district))
  const named = own
    .filter((each) => districts.has(each.district))
    .map(({ district, policy }) => ({
      district,
      title: policy.title,
      policy: { id: policy.id, version: policy.version, hash: policyHash(policy, dictionary) },
    }))
    .sort((a, b) => (a.district < b.district ? -1 : 1))
  return named.length === 0 ? undefined : named
}

/**
 * The fingerprint of everything that is known of the communities, in whatever order it was delivered.
 * @param own districts that stand under policies of their own
 */
export function inputHash(facts: CommunityFacts[], overrides: Override[], own?: OwnPolicyNamed[]): string {
  const sorted = <T extends { key: string }>(list: T[]): T[] => [...list].sort((a, b) => (a.key < b.key ? -1 : 1))
  const known = sorted(facts).map(({ values, ...rest }) => ({
    ...rest,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  }))
  return hashOf({ facts: known, overrides: sorted(overrides), ...(own !== undefined && { own }) })
}

export interface PlanBasis {
  policy: Policy
  dictionary: Indicator[]
  facts: CommunityFacts[]
  overrides: Override[]
  /** Districts that stand under policies of their own. */
  own: readonly DistrictPolicy[]
  year: number
  synthetic: boolean
}

/** Evaluates and seals the result with the versions and hashes by which it can be made again. @throws the engine's named errors */
export function planResult(basis: PlanBasis): PlanResult {
  const { policy, dictionary, facts, overrides } = basis
  const own = ownNamed(basis)
  return {
    engine: ENGINE_VERSION,
    year: basis.year,
    policy: { id: policy.id, version: policy.version, hash: policyHash(policy, dictionary) },
    input: { rows: facts.length, hash: inputHash(facts, overrides, own), synthetic: basis.synthetic },
    ...(own !== undefined && { own }),
    ...evaluate({ policy, indicators: dictionary, facts, overrides, own: basis.own }),
  }
}

/**
 * What a result of more communities gives to those of the basis, with the sums of these. Who paid for guarantees may be elsewhere, and is
 * not told.
 */
export function partOfResult(basis: PlanBasis, whole: PlanResult): PlanResult {
  const { facts, overrides, policy, synthetic } = basis
  const named = ownNamed(basis)
  const own = new Set(facts.map((each) => each.key))
  return {
    engine: whole.engine,
    year: whole.year,
    policy: whole.policy,
    input: { rows: facts.length, hash: inputHash(facts, overrides, named), synthetic },
    ...(named !== undefined && { own: named }),
    ...withSums(
      whole.communities.filter(({ key }) => own.has(key)),
      policy,
    ),
    problems: whole.problems.filter(({ place }) => place.key === undefined || own.has(place.key)),
  }
}
