import { districtsOf } from '../../model/places.ts'
import type { Policy } from '../../model/policy.ts'
import type { ExampleResult } from '../../model/policy-draft.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { checkPolicy, runExamples } from '../../policy/index.ts'
import { AppError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'

/** An indicator that is retired is not simply unknown: it can be brought back. */
function withRetired(desk: Desk, each: Problem): Problem {
  if (each.code !== 'policy.indicatorUnknown') return each
  const found = desk.wholeDictionary.indicators.find(({ key, retired }) => key === each.params.indicator && retired === true)
  return found === undefined
    ? each
    : problem('policy.indicatorRetired', { indicator: found.label.zh, indicatorEn: found.label.en || found.label.zh }, each.place)
}

/** The districts of the year's communities; undefined while there are none, because then none is wrong. */
function knownDistricts(desk: Desk): string[] | undefined {
  const districts = districtsOf(desk.facts)
  return districts.length === 0 ? undefined : districts
}

/** Everything that is wrong (errors) or doubtful (warnings) in a policy, on the plan's dictionary and districts. */
export const problemsOfPolicy = (desk: Desk, policy: Policy): Problem[] =>
  checkPolicy(policy, desk.dictionary.indicators, knownDistricts(desk)).map((each) => withRetired(desk, each))

export const errorsOfPolicy = (desk: Desk, policy: Policy): Problem[] =>
  problemsOfPolicy(desk, policy).filter((each) => each.level === 'error')

/** @throws AppError with all errors of the policy; warnings pass */
export function refuseWrongPolicy(desk: Desk, policy: Policy): void {
  const errors = errorsOfPolicy(desk, policy)
  if (errors.length > 0) throw new AppError(errors)
}

/** @returns what is wrong in the policy, or else how it fails its own tests */
export function failuresOfPolicy(desk: Desk, policy: Policy): Problem[] {
  const errors = errorsOfPolicy(desk, policy)
  return errors.length > 0 ? errors : examplesOf(desk, policy).flatMap((each) => each.problems)
}

/** @returns what is said of a policy that holds only from a later year on; none where it holds */
export const notYetIn = ({ title, version, effectiveYear }: Policy, year: number): Problem[] =>
  effectiveYear <= year
    ? []
    : [problem('policy.notYet', { name: `${title.zh} ${version}`, nameEn: `${title.en || title.zh} ${version}`, effectiveYear, year })]

/** @returns why a policy can't decide a year: it is wrong, fails its own tests, or holds only from a later year on; none where it can */
export const problemsInUse = (desk: Desk, policy: Policy, year: number): Problem[] => [
  ...notYetIn(policy, year),
  ...failuresOfPolicy(desk, policy),
]

/** @throws AppError with everything of failuresOfPolicy */
export function refuseFailing(desk: Desk, policy: Policy): void {
  const failures = failuresOfPolicy(desk, policy)
  if (failures.length > 0) throw new AppError(failures)
}

/** @throws AppError with everything of problemsInUse */
export function refuseInUse(desk: Desk, policy: Policy, year: number): void {
  const problems = problemsInUse(desk, policy, year)
  if (problems.length > 0) throw new AppError(problems)
}

/** A policy's own tests on the plan's dictionary. The policy must be without errors. */
export const examplesOf = (desk: Desk, policy: Policy): ExampleResult[] =>
  runExamples(policy, desk.dictionary.indicators).map((each) => ({
    ...each,
    problems: each.problems.map((found) => withRetired(desk, found)),
  }))
