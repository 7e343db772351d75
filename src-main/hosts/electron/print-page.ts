import { join } from 'node:path'
import { BrowserWindow, type WebContents } from 'electron'
import { PRINTING_STAGES, type PagePrinter } from '../../desk/service.ts'
import { PAGE_STATE, pageReady } from '../../shared/printed-page.ts'
import { PAGES_ORIGIN } from './pages.ts'
import { stayAtHome } from './window.ts'

/**
 * Prints pages in a window that is never shown, so that nothing on the user's screen moves; it is as closed in as the app's own.
 * @param built folder out/, with preload/ inside
 * @param admitted pages that may ask for operations; the hidden window's is among them while it prints
 */
export const pagePrinter =
  (built: string, admitted: Set<WebContents>): PagePrinter =>
  async (page, signal, reached) => {
    const window = new BrowserWindow({
      show: false,
      width: 1366,
      height: 860,
      webPreferences: {
        preload: join(built, 'preload', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        backgroundThrottling: false,
      },
    })
    const { webContents } = window
    stayAtHome(webContents)
    admitted.add(webContents)
    const giveUp = (): void => window.destroy()
    signal.addEventListener('abort', giveUp, { once: true })
    try {
      signal.throwIfAborted()
      await window.loadURL(`${PAGES_ORIGIN}/index.html#/${page}`)
      reached?.(1)
      const generateTaggedPDF = await pageReady(() => webContents.executeJavaScript(PAGE_STATE) as Promise<string>, signal, {
        laid: (part) => reached?.(1 + part),
      })
      reached?.(2)
      const bytes = await webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF })
      reached?.(PRINTING_STAGES)
      return bytes
    } catch (error) {
      // What fails because it was given up is no fault.
      signal.throwIfAborted()
      throw error
    } finally {
      signal.removeEventListener('abort', giveUp)
      admitted.delete(webContents)
      window.destroy()
    }
  }
