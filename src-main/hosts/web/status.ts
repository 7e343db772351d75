import { PROBLEM_WORDS } from '../../modules/words.ts'
import type { Problem, ProblemCode } from '../../model/problem.ts'

/** @returns the HTTP status of a problem (RFC 9110, RFC 4918); the reply's body says the rest. */
export const statusOf = (code: ProblemCode): number => PROBLEM_WORDS[code].status

/** @returns the status of a refusal: that of its first error. */
export const statusOfProblems = (problems: readonly Problem[]): number => {
  const first = problems.find((each) => each.level === 'error') ?? problems[0]
  return first === undefined ? 500 : statusOf(first.code)
}
