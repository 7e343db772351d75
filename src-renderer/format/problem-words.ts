import type { Problem } from '../../src-main/contract/problem.ts'
import type { Words } from '../locales/words.ts'

export interface ProblemWords { where: string; what: string; advice: string }

export function sayProblem(problem: Problem, _words: Words): ProblemWords {
  return { where: '', what: `${problem.code} ${JSON.stringify(problem.params)}`, advice: '' }
}
