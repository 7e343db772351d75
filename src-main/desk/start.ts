import { operations } from '../contract/operations.ts'
import { problem, type Problem } from '../model/problem.ts'
import { AppError } from '../shared/app-error.ts'
import { bundleOf } from './bundle.ts'
import type { AppOptions } from './desk.ts'
import type { KeepFile } from './kept-files.ts'
import type { Service } from './service.ts'

export interface RunningApp {
  service: Partial<Service>
  /** The one thing that is no operation: a file comes as it is, and not as JSON. */
  keepFile: KeepFile
  close(): Promise<void>
}
export type CreateApp = (options: AppOptions) => Promise<RunningApp>

const problemsOf = (error: unknown): Problem[] =>
  error instanceof AppError
    ? error.problems
    : [problem('internal.start', { detail: error instanceof Error ? error.message : String(error) })]

/** Answers in place of an app that did not start: app.status says why, everything else is refused with the same reasons. */
function recovery(problems: Problem[], options: AppOptions): RunningApp {
  const { version, dataFolder } = options
  const refuse = (): never => {
    throw new AppError(problems)
  }
  const refusals = Object.fromEntries(Object.keys(operations).map((name) => [name, refuse])) as unknown as Service
  return {
    service: {
      ...refusals,
      'app.status': () => ({ version, plan: null, startProblems: problems, operator: '', dataFolder }),
      'app.bundle': (_, { host }) => bundleOf({ options, host, problems, plan: null, copy: null }),
    },
    keepFile: async () => refuse(),
    close: async () => undefined,
  }
}

/**
 * Starts the app. Where that fails the host has something that answers all the same, so that the window shows the reason and not
 * a blank page.
 */
export async function startApp(createApp: CreateApp, options: AppOptions): Promise<RunningApp> {
  try {
    return await createApp(options)
  } catch (error) {
    options.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return recovery(problemsOf(error), options)
  }
}
