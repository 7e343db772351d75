import { join } from 'node:path'
import { BrowserWindow, session, type WebContents } from 'electron'
import type { Logger } from '../../desk/service.ts'
import { PAGES_ORIGIN } from './pages.ts'
import { readWindowState, rememberWindowState } from './window-state.ts'

/** A page may put text on the clipboard when the user copies; every other permission is refused. */
const GRANTED = 'clipboard-sanitized-write'

/** Refuses what a page could ask of the system. Done once, for all windows. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === GRANTED))
  session.defaultSession.setPermissionCheckHandler((_contents, permission) => permission === GRANTED)
  // Its dictionaries come from the network.
  session.defaultSession.setSpellCheckerEnabled(false)
}

/** The window shows our pages and nothing else: no new windows, no other addresses, no embedded pages. */
export function stayAtHome(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** 'ready-to-show' may never come: on Wayland a window that is not shown is never painted (electron issue 48859). */
const SHOWN_WITHIN_MS = 3000

/**
 * Opens the app's window: sandboxed, isolated from the page's own scripts, without Node. It is shown when its page is painted, at the
 * latest three seconds after it was loaded.
 * @param built folder out/, with preload/ inside
 * @param prepare is called with the window before its page is loaded, so that the page's first request finds its answer
 * @returns the window, and when it is shown, or gone before that
 */
export function openWindow(
  built: string,
  dataFolder: string,
  logger: Logger,
  prepare: (window: BrowserWindow) => void,
): { window: BrowserWindow; shown: Promise<void> } {
  const state = readWindowState(dataFolder)
  const window = new BrowserWindow({
    width: 1366,
    height: 860,
    ...(state && { x: state.x, y: state.y, width: state.width, height: state.height }),
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(built, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  stayAtHome(window.webContents)
  rememberWindowState(window, dataFolder, logger)
  prepare(window)
  const { promise: shown, resolve } = Promise.withResolvers<void>()
  let isShown = false
  const show = (): void => {
    if (isShown || window.isDestroyed()) return
    isShown = true
    if (state?.maximized) window.maximize()
    window.show()
    resolve()
  }
  window.once('ready-to-show', show)
  window.webContents.once('did-finish-load', () => setTimeout(show, SHOWN_WITHIN_MS))
  window.once('closed', resolve)
  window.loadURL(`${PAGES_ORIGIN}/index.html`).catch((error: unknown) => {
    // Whoever closes the window while it is loading wants just that.
    if (window.isDestroyed()) return
    logger.error(`the page was not loaded: ${String(error)}`)
    show()
  })
  return { window, shown }
}
