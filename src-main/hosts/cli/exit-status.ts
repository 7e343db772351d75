import type { Problem, ProblemCode } from '../../model/problem.ts'

type Kind<C extends ProblemCode = ProblemCode> = C extends `${infer K}.${string}` ? K : never

/** 1: the data, the policy or their surroundings are wrong; 2: the command was used wrongly. */
const STATUS_BY_KIND: Readonly<Record<Kind, 1 | 2>> = {
  request: 1,
  task: 1,
  internal: 1,
  file: 1,
  import: 1,
  policy: 1,
  allocation: 1,
  plan: 1,
  scenario: 1,
  goal: 1,
  package: 1,
  rollup: 1,
  statistics: 1,
  document: 1,
  usage: 2,
  host: 1,
}

export const exitStatusOfCode = (code: ProblemCode): 1 | 2 => STATUS_BY_KIND[code.slice(0, code.indexOf('.')) as Kind]

/** @returns 0 where there are only warnings; 2 when any of the errors is one of use */
export function exitStatusOf(problems: readonly Problem[]): 0 | 1 | 2 {
  const statuses = problems.filter((each) => each.level === 'error').map((each) => exitStatusOfCode(each.code))
  return statuses.includes(2) ? 2 : statuses.length > 0 ? 1 : 0
}
