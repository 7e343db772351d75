import { join } from 'node:path'
import { app, shell, type BrowserWindow, type WebContents } from 'electron'
import { dispatchContext } from '../../desk/dispatch.ts'
import { startApp, type CreateApp } from '../../desk/start.ts'
import { dataFolder } from '../../shared/data-folder.ts'
import { fileLogger } from '../../shared/logger.ts'
import { projectFolder, versionOf } from '../../shared/project-folder.ts'
import { registerPagesScheme, servePages } from './pages.ts'
import { pagePrinter } from './print-page.ts'
import { answerRequests } from './requests.ts'
import { openWindow, refusePermissions } from './window.ts'

/** Chinese unless the system speaks English; the page then says what its reader has chosen. */
const languageOfSystem = () => (app.getLocale().startsWith('en') ? 'en' : 'zh')

const bringForward = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** Runs work that may wait before the program ends, once. */
function beforeQuitting(work: () => Promise<void>): void {
  let done = false
  app.on('will-quit', (event) => {
    if (done) return
    event.preventDefault()
    void work().finally(() => {
      done = true
      app.quit()
    })
  })
}

/**
 * Starts the app in its window. A second start brings the first one's window forward and ends.
 * @param createApp makes the app on the data folder; where it fails the window says why
 */
export async function startElectron(createApp: CreateApp): Promise<void> {
  const data = dataFolder()
  // Chromium's own files stay apart from the plans. The lock of the single instance lies there too, so this comes first.
  app.setPath('userData', join(data, 'window'))
  if (!app.requestSingleInstanceLock()) return app.quit()
  registerPagesScheme()
  await app.whenReady()

  const project = projectFolder(import.meta.dirname)
  const built = join(project, 'out')
  const now = (): Date => new Date()
  const logger = fileLogger(data, now)
  refusePermissions()
  servePages(join(built, 'renderer'))
  const running = await startApp(createApp, {
    dataFolder: data,
    resourcesFolder: join(project, 'resources'),
    version: versionOf(project),
    now,
    logger,
  })
  const context = dispatchContext('electron', logger)
  beforeQuitting(async () => {
    context.tasks.cancelAll()
    await running.close()
  })
  app.on('window-all-closed', () => app.quit())

  const printing = new Set<WebContents>()
  context.printPage = pagePrinter(built, printing)
  context.showFolder = async (folder) => {
    const fault = await shell.openPath(folder)
    if (fault !== '') throw new Error(fault)
  }
  const window = await openWindow(built, data, logger, (opened) => answerRequests(opened, running, context, languageOfSystem(), printing))
  app.on('second-instance', () => bringForward(window))
}
