import { describePlace, problemMessage } from '../../src-main/words/problems.ts'
import type { Problem } from '../../src-main/model/problem.ts'
import type { Words } from '../locales/words.ts'

/** A problem in the reader's language: what is wrong and what to do, and apart from it where. */
export const sayProblem = (problem: Problem, words: Words): { what: string; where: string } => ({
  what: problemMessage(problem, words.language),
  where: describePlace(problem.place, words.language),
})
