import type { Problem } from '../../src-main/model/problem.ts'
import { evaluate, type Evaluation, type EvaluationInput } from '../../src-main/engine/index.ts'
import { AppError } from '../../src-main/shared/app-error.ts'

/** The result of a plan, or the one problem for which it can't be had. Anything else that is thrown is passed on. */
export type Outcome = { result: Evaluation; problem?: undefined } | { result?: undefined; problem: Problem }

export function outcomeOf(input: EvaluationInput): Outcome {
  try {
    return { result: evaluate(input) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { problem: error.problems[0]! }
  }
}

/** The same plan with other steps. */
export const withSteps = (input: EvaluationInput, steps: EvaluationInput['policy']['allocation']['steps']): EvaluationInput => ({
  ...input,
  policy: { ...input.policy, allocation: { ...input.policy.allocation, steps } },
})

/** Freezes an object and everything in it, so that every change to it throws. */
export function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(deepFreeze)
  return value
}
