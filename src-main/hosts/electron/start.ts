import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, shell, type BrowserWindow, type WebContents } from 'electron'
import { dispatchContext } from '../../desk/dispatch.ts'
import { startApp, type CreateApp, type RunningApp } from '../../desk/start.ts'
import { dataFolder } from '../../shared/data-folder.ts'
import { fileLogger } from '../../shared/logger.ts'
import { projectFolder, versionOf } from '../../shared/project-folder.ts'
import { keepToItself } from './chromium.ts'
import { watchMainProgram, watchPage } from './faults.ts'
import { registerPagesScheme, servePages } from './pages.ts'
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
  const data = dataFolder()
  const own = join(data, 'window')
  // Chromium's own files stay apart from the plans. The lock of the single instance lies there too, so this comes first.
  app.setPath('userData', own)
  if (!app.requestSingleInstanceLock()) return app.quit()
  const now = (): Date => new Date()
  const logger = fileLogger(data, now)
  const spoken: Spoken = { language: 'zh' }
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
    answerRequests(opened, { running: running.promise, context, spoken, printing, printed }),
  )
  watchPage(window, logger, spoken)
  // Papers that are being made are given up with the window for which they are made.
  window.once('closed', () => context.tasks.cancelAll())
  app.on('second-instance', () => {
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
