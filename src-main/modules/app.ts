import { existsSync } from 'node:fs'
import { operations } from '../contract/operations.ts'
import { AppError, appError } from '../shared/app-error.ts'
import { bundleAt } from '../desk/bundle.ts'
import { Desk, PLAN_EXTENSION, type AppOptions } from '../desk/desk.ts'
import { rememberingFiles } from '../desk/handed-out.ts'
import { guardingContent } from '../desk/outgoing.ts'
import { planInfo } from '../desk/plan-info.ts'
import { tellingBeside } from '../desk/told-beside.ts'
import { removeLeftovers } from '../store/index.ts'
import { PARTS, servicesAt } from './index.ts'
import { createPlan } from './plans/index.ts'
import type { KeepFile } from '../desk/kept-files.ts'
import type { Service, ServiceOperation } from '../desk/service.ts'

export type { AppOptions } from '../desk/desk.ts'
const SAMPLE_NAME = '示例城市'

/**
 * Opens what was open last; on the very first start the sample city. Whatever fails is kept for the recovery page, never a blank
 * window.
 */
async function start(desk: Desk): Promise<void> {
  try {
    const { lastPlan } = desk.preferences
    if (lastPlan !== null && existsSync(lastPlan)) return await desk.open(lastPlan)
    const [first] = desk.planFiles()
    if (first !== undefined) return await desk.open(first.file)
    await createPlan(desk, { name: SAMPLE_NAME, sample: true })
  } catch (error) {
    if (!(error instanceof AppError)) desk.options.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    desk.startProblems = error instanceof AppError ? error.problems : appError('internal.start', { detail: String(error) }).problems
  }
}

/**
 * The whole app behind one service; hosts only carry requests to it.
 * @returns the service; keepFile(), which takes a file that is handed over; and close(), which waits for what is under way and closes the
 *   plan file
 */
export async function createApp(options: AppOptions): Promise<{ service: Service; keepFile: KeepFile; close(): Promise<void> }> {
  const desk = new Desk(options, PARTS)
  for (const name of removeLeftovers(options.dataFolder, PLAN_EXTENSION, options.now()))
    options.logger.info(`removed what was never finished: ${name}`)
  await start(desk)
  const service: Service = {
    'app.status': () => ({
      version: options.version,
      plan: desk.isOpen ? planInfo(desk) : null,
      startProblems: desk.startProblems,
      operator: desk.preferences.operator,
      dataFolder: options.dataFolder,
    }),
    'app.rename': ({ operator }) => {
      desk.prefer({ operator: operator.trim() })
      return {}
    },
    'app.bundle': ({ withPlan }, { host }) => bundleAt(desk, host, withPlan),
    'file.free': ({ files }) => {
      desk.files.free(files.map((kept) => ({ kept })))
      return {}
    },
    ...servicesAt(desk),
  }
  return {
    service: oneCommandAtATime(tellingBeside(rememberingFiles(guardingContent(service, desk), desk), desk), desk),
    keepFile: (content) => desk.files.keep(content),
    close: () => desk.end(),
  }
}

/** The same service, in which each command begins when the one before it is over, and none while an import is being applied. */
function oneCommandAtATime(service: Service, desk: Desk): Service {
  const guarded = Object.entries(service).map(([name, work]) => {
    if (operations[name as ServiceOperation].kind !== 'command') return [name, work] as const
    // Each operation gets back exactly what it was given; the types of all of them can't be followed one by one.
    const run = work as (input: unknown, context: unknown) => unknown
    return [name, (input: unknown, context: unknown) => desk.inTurn(() => run(input, context))] as const
  })
  return Object.fromEntries(guarded) as unknown as Service
}
