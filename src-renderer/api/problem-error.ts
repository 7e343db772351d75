import { problem, type Problem } from '../../src-main/model/problem.ts'

/** A refusal in the words of the contract: what is wrong and where. Everything that `call` throws is one of these. */
export class ProblemError extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[], options?: ErrorOptions) {
    super(problems.map((each) => each.code).join(', '), options)
    this.name = 'ProblemError'
    this.problems = problems
  }
}

/** @returns the problems to show for anything caught; a fault of the interface itself counts as an incident. */
export function problemsOf(error: unknown): Problem[] {
  if (error instanceof ProblemError) return error.problems
  console.error(error)
  return [problem('internal.incident', { incident: '-' })]
}
