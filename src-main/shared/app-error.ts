import type { Place, Problem, ProblemCode } from '../model/problem.ts'
import { problem } from '../model/problem.ts'

/** The one error that carries words for the user: one or more problems. Anything else that is thrown is a fault of ours. */
export class AppError extends Error {
  readonly problems: Problem[]
  constructor(problems: Problem[], options?: ErrorOptions) {
    super(problems.map((each) => each.code).join(', '), options)
    this.name = 'AppError'
    this.problems = problems
  }
}

/** @returns an AppError with a single problem; `cause` goes to the log only. */
export const appError = (code: ProblemCode, params: Problem['params'] = {}, place: Place = {}, cause?: unknown): AppError =>
  new AppError([problem(code, params, place)], { cause })
