import type { Problem, ProblemCode } from '../../model/problem.ts'

/** 2: the command was used wrongly; 1: the data, the policy or their surroundings are wrong. */
export const exitStatusOfCode = (code: ProblemCode): 1 | 2 => (code.startsWith('usage.') ? 2 : 1)

/** @returns 0 where there are only warnings; 2 when any of the errors is one of use */
export function exitStatusOf(problems: readonly Problem[]): 0 | 1 | 2 {
  const statuses = problems.filter((each) => each.level === 'error').map((each) => exitStatusOfCode(each.code))
  return statuses.includes(2) ? 2 : statuses.length > 0 ? 1 : 0
}
