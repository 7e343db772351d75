import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, shell, type BrowserWindow, type WebContents } from 'electron'
import { dispatchContext } from '../../desk/dispatch.ts'
import { startApp, type CreateApp, type RunningApp } from '../../desk/start.ts'
import { fileLogger } from '../../shared/logger.ts'
import { endWaitingThreads } from '../../shared/thread.ts'
import { projectFolder, versionOf } from '../../shared/project-folder.ts'
import { keepToItself } from './chromium.ts'
import { watchMainProgram, watchPage } from './faults.ts'
import { ChosenFolder } from './chosen-folder.ts'
import { GivenFiles } from './given-files.ts'
import { registerPagesScheme, servePages } from './pages.ts'
import { forOwnerOnly } from '../../shared/data-folder.ts'
import { placesOf } from './places.ts'
import { pagePrinter } from './print-page.ts'
import { answerRequests } from './requests.ts'
import type { Spoken } from './window-words.ts'
import { openWindow, refusePermissions } from './window.ts'

/** Chinese unless the system speaks English; the page then says what its reader has chosen. */
const languageOfSystem = () => (app.getLocale().startsWith('en') ? 'en' : 'zh')

const bringForward = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Runs work that may wait before the program ends, once; whoever asks to end meanwhile waits for it too. */
function beforeQuitting(work: () => Promise<void>): void {
  let stage: 'open' | 'ending' | 'ended' = 'open'
  app.on('will-quit', (event) => {
    if (stage === 'ended') return
    event.preventDefault()
    if (stage === 'ending') return
    stage = 'ending'
    void work().finally(() => {
      stage = 'ended'
      app.quit()
    })
  })
}

/**
 * Starts the app in its window: the window is there first, the plan is opened then, however long it takes. A second start brings the
 * first one's window forward and ends; where that one is just ending, it starts again by itself.
 * @param createApp makes the app on the data folder; where it fails the window says why
 */
export async function startElectron(createApp: CreateApp): Promise<void> {
  const { data, own, caches } = placesOf(app.getPath('exe'))
  forOwnerOnly(data)
  // Chromium's own files stay apart from the plans. The lock of the single instance lies there too, so this comes first.
  app.setPath('userData', own)
  app.setPath('sessionData', caches)
  if (!app.requestSingleInstanceLock()) return app.quit()
  const now = (): Date => new Date()
  const logger = fileLogger(data, now)
  const spoken: Spoken = { language: 'zh' }
  const given = new GivenFiles()
  given.come(process.argv.slice(1), process.cwd())
  // On a Mac opened files are told, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    given.come([path], own)
  })
  watchMainProgram(logger, spoken)
  keepToItself(process.argv)
  registerPagesScheme()
  await app.whenReady()

  spoken.language = languageOfSystem()
  const project = projectFolder(import.meta.dirname)
  const built = join(project, 'out')
  refusePermissions()
  servePages(join(built, 'renderer'))
  const context = dispatchContext('electron', logger)
  const running = Promise.withResolvers<RunningApp>()
  let starting: Promise<RunningApp> | null = null
  let again = false
  beforeQuitting(async () => {
    context.tasks.cancelAll()
    try {
      await (await starting)?.close()
      await endWaitingThreads()
    } catch (error) {
      logger.error(`while closing: ${String(error)}`)
    }
    if (again) app.relaunch()
  })
  app.on('window-all-closed', () => app.quit())

  const printing = new Set<WebContents>()
  context.printPage = pagePrinter(built, printing)
  context.showFolder = async (folder) => {
    const fault = await shell.openPath(folder)
    if (fault !== '') throw new Error(fault)
  }
  const printed = join(own, 'printed')
  rmSync(printed, { recursive: true, force: true })
  const { window, shown } = openWindow(built, data, logger, (opened) =>
    answerRequests(opened, { running: running.promise, context, spoken, printing, printed, given, chosen: new ChosenFolder(own, logger) }),
  )
  watchPage(window, logger, spoken)
  // Papers that are being made are given up with the window for which they are made.
  window.once('closed', () => context.tasks.cancelAll())
  app.on('second-instance', (_event, secondGiven, folder) => {
    given.come(secondGiven.slice(1), folder)
    if (window.isDestroyed()) again = true
    else bringForward(window)
  })
  await shown
  if (window.isDestroyed()) return
  starting = startApp(createApp, {
    dataFolder: data,
    resourcesFolder: join(project, 'resources'),
    version: versionOf(project),
    now,
    logger,
  })
  running.resolve(starting)
}
