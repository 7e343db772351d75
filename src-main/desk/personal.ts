import { personalIn } from '../model/personal.ts'
import { problem } from '../model/problem.ts'
import { AppError } from '../shared/app-error.ts'

/**
 * A plan tells of communities in counts and money, never of one person: a text with somebody's number is refused.
 * @param texts by what they are called to people
 * @throws AppError text.identity, text.mobile, one for each text
 */
export function refusePersonal(texts: Readonly<Record<string, string>>): void {
  const problems = Object.entries(texts).flatMap(([field, text]) => {
    const found = personalIn(text)
    return found === null ? [] : [problem(`text.${found.kind}`, { field, value: found.shown })]
  })
  if (problems.length > 0) throw new AppError(problems)
}
