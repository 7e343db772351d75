import { indicatorsIn } from '../model/condition.ts'
import { stepsOf } from '../model/fund.ts'
import type { Indicator } from '../model/indicator.ts'
import type { CommunityFacts, Override, PlanResult } from '../model/plan.ts'
import type { Policy } from '../model/policy.ts'
import { indicatorsNamedBy } from '../model/step.ts'
import { ENGINE_VERSION, evaluate, withSums } from '../engine/index.ts'
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

/** The fingerprint of everything that is known of the communities, in whatever order it was delivered. */
export function inputHash(facts: CommunityFacts[], overrides: Override[]): string {
  const sorted = <T extends { key: string }>(list: T[]): T[] => [...list].sort((a, b) => (a.key < b.key ? -1 : 1))
  const known = sorted(facts).map(({ values, ...rest }) => ({
    ...rest,
    values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
  }))
  return hashOf({ facts: known, overrides: sorted(overrides) })
}

export interface PlanBasis {
  policy: Policy
  dictionary: Indicator[]
  facts: CommunityFacts[]
  overrides: Override[]
  year: number
  synthetic: boolean
}

/** Evaluates and seals the result with the versions and hashes by which it can be made again. @throws the engine's named errors */
export function planResult(basis: PlanBasis): PlanResult {
  const { policy, dictionary, facts, overrides } = basis
  return {
    engine: ENGINE_VERSION,
    year: basis.year,
    policy: { id: policy.id, version: policy.version, hash: policyHash(policy, dictionary) },
    input: { rows: facts.length, hash: inputHash(facts, overrides), synthetic: basis.synthetic },
    ...evaluate({ policy, indicators: dictionary, facts, overrides }),
  }
}

/**
 * What a result of more communities gives to those of the basis, with the sums of these. Who paid for guarantees may be elsewhere, and is
 * not told.
 */
export function partOfResult({ facts, overrides, policy, synthetic }: PlanBasis, whole: PlanResult): PlanResult {
  const own = new Set(facts.map((each) => each.key))
  return {
    engine: whole.engine,
    year: whole.year,
    policy: whole.policy,
    input: { rows: facts.length, hash: inputHash(facts, overrides), synthetic },
    ...withSums(
      whole.communities.filter(({ key }) => own.has(key)),
      policy,
    ),
    problems: whole.problems.filter(({ place }) => place.key === undefined || own.has(place.key)),
  }
}
