import { app, dialog, type BrowserWindow } from 'electron'
import type { Logger } from '../../desk/service.ts'
import { incident } from '../../shared/incident.ts'
import { describeProblem } from '../../words/problems.ts'
import { WINDOW_WORDS, type Spoken } from './window-words.ts'

/**
 * An error that nobody has caught in the main program is logged under a number and told in words, one at a time; the app goes on, or ends
 * as ever, with its plan closed. Before there is anything to go on with, it ends.
 */
export function watchMainProgram(logger: Logger, spoken: Spoken): void {
  let isTelling = false
  const tell = async (error: unknown): Promise<void> => {
    const words = WINDOW_WORDS[spoken.language]
    const message = describeProblem(
      incident(error, 'the main program', (text) => logger.error(text)),
      spoken.language,
    )
    if (!app.isReady()) {
      dialog.showErrorBox(words.title, message)
      return app.exit(1)
    }
    if (isTelling) return
    isTelling = true
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: words.title,
      message,
      buttons: [words.goOn, words.quit],
      defaultId: 0,
      cancelId: 0,
    })
    isTelling = false
    if (response === 1) app.quit()
  }
  process.on('uncaughtException', (error) => void tell(error))
  process.on('unhandledRejection', (reason) => void tell(reason))
}

/**
 * A page that has crashed or hangs says so and can be opened again; what was saved is in the plan, which the main program holds.
 */
export function watchPage(window: BrowserWindow, logger: Logger, spoken: Spoken): void {
  const { webContents } = window
  let isReopening = false
  let asking: AbortController | null = null
  /** @returns the button, by its position; null where the question was taken back, or the window is gone */
  async function ask(message: string, detail: string, buttons: string[]): Promise<number | null> {
    asking?.abort()
    const own = new AbortController()
    asking = own
    const title = WINDOW_WORDS[spoken.language].title
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title,
      message,
      detail,
      buttons,
      defaultId: 0,
      cancelId: 0,
      noLink: true,
      signal: own.signal,
    })
    return own.signal.aborted || window.isDestroyed() ? null : response
  }
  async function askAfterCrash(): Promise<void> {
    const { pageGone, pageGoneNote, openAgain, quit } = WINDOW_WORDS[spoken.language]
    const button = await ask(pageGone, pageGoneNote, [openAgain, quit])
    if (button === 0) webContents.reload()
    if (button === 1) app.quit()
  }
  async function askWhileHanging(): Promise<void> {
    const { pageHangs, pageHangsNote, wait, openAgain } = WINDOW_WORDS[spoken.language]
    if ((await ask(pageHangs, pageHangsNote, [wait, openAgain])) !== 1) return
    isReopening = true
    webContents.forcefullyCrashRenderer()
    webContents.reload()
  }
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    logger.error(`the page has gone: ${reason} (${exitCode})`)
    if (!isReopening) void askAfterCrash()
    isReopening = false
  })
  window.on('unresponsive', () => {
    logger.error('the page does not respond')
    void askWhileHanging()
  })
  window.on('responsive', () => asking?.abort())
  window.on('closed', () => asking?.abort())
}
