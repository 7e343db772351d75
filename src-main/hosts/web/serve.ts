import { join, resolve } from 'node:path'
import { dispatchContext } from '../../desk/dispatch.ts'
import { startApp, type CreateApp } from '../../desk/start.ts'
import { appError } from '../../shared/app-error.ts'
import { languageOf, parseArguments, wholeNumber } from '../../shared/arguments.ts'
import { dataFolder, forOwnerOnly } from '../../shared/data-folder.ts'
import { incident } from '../../shared/incident.ts'
import type { Logger } from '../../desk/service.ts'
import { fileLogger } from '../../shared/logger.ts'
import { endWaitingThreads } from '../../shared/thread.ts'
import { openFolder } from '../../shared/open-folder.ts'
import { projectFolder, versionOf } from '../../shared/project-folder.ts'
import { findBrowser, hasDisplay, openAppWindow } from './browser-window.ts'
import { pagePrinter } from './print-page.ts'
import { startWebServer, type WebServer } from './server.ts'

/** The same port at each start, so that the browser finds its remembered settings again; any other where it is taken. */
const USUAL_PORT = 47318
const HIGHEST_PORT = 65_535
/** A browser that ends sooner has handed the address to one that was already running. */
const HANDED_OVER_MS = 3000

export interface ServeOptions {
  ports: number[]
  data: string
  open: boolean
}
type HostOptions = Pick<ServeOptions, 'ports' | 'data'> & { logger: Logger }

const now = (): Date => new Date()

/** @throws AppError usage.* */
export function serveOptions(given: readonly string[]): ServeOptions {
  const { values, flags, rest } = parseArguments(given, { port: 'value', data: 'value', lang: 'value', open: 'flag' })
  if (rest.length > 0) throw appError('usage.argument', { argument: rest[0]! })
  languageOf(values.lang)
  return {
    ports: values.port === undefined ? [USUAL_PORT, 0] : [wholeNumber('--port', values.port, 0, HIGHEST_PORT)],
    data: values.data === undefined ? dataFolder() : resolve(values.data),
    open: flags.has('open'),
  }
}

/** The loopback host on one data folder. */
export interface WebHost {
  server: WebServer
  /** Cancels what is under way, then closes connections and plan. */
  close(): Promise<void>
}

/** @throws AppError host.portTaken */
export async function startHost(createApp: CreateApp, { data, ports, logger }: HostOptions): Promise<WebHost> {
  const project = projectFolder(import.meta.dirname)
  const app = await startApp(createApp, {
    dataFolder: data,
    resourcesFolder: join(project, 'resources'),
    version: versionOf(project),
    now,
    logger,
  })
  const context = dispatchContext('web', logger)
  try {
    const server = await startWebServer({ ...app, context, pages: join(project, 'out', 'renderer'), ports })
    context.printPage = pagePrinter(server)
    context.showFolder = openFolder
    const close = async (): Promise<void> => {
      context.tasks.cancelAll()
      await server.close()
      await app.close()
    }
    return { server, close }
  } catch (error) {
    await app.close()
    throw error
  }
}

/**
 * Runs the loopback host until it is told to end (Ctrl+C, SIGTERM, or its own window was closed). Prints its address as the only
 * line on standard output.
 * @param given options of the command line
 * @throws AppError usage.* and host.portTaken
 */
export async function serve(createApp: CreateApp, given: readonly string[]): Promise<void> {
  const { ports, data, open } = serveOptions(given)
  forOwnerOnly(data)
  const logger = fileLogger(data, now)
  const { server, close } = await startHost(createApp, { data, ports, logger })
  goOnAfterFaults(logger)
  try {
    // Whoever reads the address may end the host at once.
    const told = toldToEnd()
    process.stdout.write(`${server.address}\n`)
    const window = open ? openWindow(server.addressOnce(), join(data, 'browser')) : null
    await Promise.race([told, ...(window ? [window.closed] : [])])
    window?.close()
  } finally {
    await close()
    await endWaitingThreads()
  }
}

/** An error that nobody has caught is written down under a number, and the host goes on: every plan is in its file. */
export function goOnAfterFaults(logger: Logger): void {
  const note = (error: unknown): void => void incident(error, 'the host', (text) => logger.error(text))
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
}

const toldToEnd = (): Promise<unknown> =>
  new Promise((resolve) => {
    // Not once(): a second signal while closing must not cut the closing short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, resolve)
  })

/** @returns null where there is no browser or no display: the printed address is enough then */
function openWindow(address: string, profile: string): { closed: Promise<void>; close(): void } | null {
  const browser = findBrowser()
  if (browser === null || !hasDisplay()) return null
  const began = Date.now()
  const child = openAppWindow(browser, address, profile)
  const closed = new Promise<void>((resolve) => {
    child.once('error', (error) => process.stderr.write(`${error.message}\n`))
    child.once('exit', () => {
      if (Date.now() - began > HANDED_OVER_MS) resolve()
    })
  })
  return { closed, close: () => child.kill() }
}
