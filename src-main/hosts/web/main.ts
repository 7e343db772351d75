import { createApp } from '../../modules/app.ts'
import { describeProblem } from '../../words/problems.ts'
import { AppError } from '../../shared/app-error.ts'
import { languageOf } from '../../shared/arguments.ts'
import { serve } from './serve.ts'

try {
  await serve(createApp, process.argv.slice(2))
} catch (error) {
  if (!(error instanceof AppError)) throw error
  for (const each of error.problems) process.stderr.write(`${describeProblem(each, languageOf(undefined))}\n`)
  process.exitCode = error.problems.some((each) => each.code.startsWith('usage.')) ? 2 : 1
}
