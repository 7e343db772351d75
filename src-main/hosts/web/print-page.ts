import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PRINTING_STAGES, type PagePrinter } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { PAGE_STATE, pageReady } from '../../shared/printed-page.ts'
import { asRoot, findBrowser, QUIET } from './browser-window.ts'
import { DevtoolsPipe } from './devtools-pipe.ts'
import type { WebServer } from './server.ts'

const OPTIONS = [...QUIET, '--disable-extensions', '--disable-gpu', '--hide-scrollbars']

/** The page in a context that is kept in memory only: the session's cookie never reaches the disk. @returns the session of the page */
async function openPage(browser: DevtoolsPipe, { authority, cookie }: WebServer, page: string): Promise<string> {
  const { browserContextId } = await browser.send('Target.createBrowserContext')
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', browserContextId })
  const { sessionId } = (await browser.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string }
  const origin = `http://${authority}`
  const [name, value] = cookie.split(';')[0]!.split('=') as [string, string]
  await browser.send('Network.setCookie', { name, value, url: origin, httpOnly: true, sameSite: 'Strict' }, sessionId)
  await browser.send('Page.navigate', { url: `${origin}/#/${page}` }, sessionId)
  return sessionId
}

async function stateOf(browser: DevtoolsPipe, session: string): Promise<string> {
  const { result } = (await browser.send('Runtime.evaluate', { expression: PAGE_STATE, returnByValue: true }, session)) as {
    result?: { value?: unknown }
  }
  return typeof result?.value === 'string' ? result.value : ''
}

/**
 * Prints pages of the loopback host with the installed browser, without a window and in a folder of its own that is removed afterwards.
 * @param find the browser's path, or null where there is none
 */
export const pagePrinter =
  (server: WebServer, find: () => string | null = findBrowser): PagePrinter =>
  async (page, signal, reached) => {
    const program = find()
    if (program === null) throw appError('document.noBrowser')
    const profile = mkdtempSync(join(tmpdir(), 'quanheng-print-'))
    const browser = new DevtoolsPipe(program, [`--user-data-dir=${profile}`, ...OPTIONS, ...(asRoot() ? ['--no-sandbox'] : [])])
    const stop = (): void => void browser.close()
    signal.addEventListener('abort', stop, { once: true })
    try {
      const session = await openPage(browser, server, page)
      reached?.(1)
      const generateTaggedPDF = await pageReady(() => stateOf(browser, session), signal, { laid: (part) => reached?.(1 + part) })
      reached?.(2)
      const { data } = (await browser.send(
        'Page.printToPDF',
        { preferCSSPageSize: true, printBackground: true, generateTaggedPDF },
        session,
      )) as { data: string }
      reached?.(PRINTING_STAGES)
      return Buffer.from(data, 'base64')
    } catch (cause) {
      signal.throwIfAborted()
      if (cause instanceof AppError) throw cause
      throw appError('document.pdfFailed', { detail: cause instanceof Error ? cause.message : '' }, {}, cause)
    } finally {
      signal.removeEventListener('abort', stop)
      await browser.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  }
