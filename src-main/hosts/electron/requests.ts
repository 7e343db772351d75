import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { handOver, type DispatchContext } from '../../desk/dispatch.ts'
import type { RunningApp } from '../../desk/start.ts'
import { answerText } from '../../desk/wire.ts'
import { PaperOptions, type MenuChoice, type SaveReply } from '../../contract/bridge.ts'
import { problem, type Problem } from '../../model/problem.ts'
import type { Reply } from '../../contract/reply.ts'
import type { Language } from '../../model/text.ts'
import { incident } from '../../shared/incident.ts'
import { CHANNELS } from './channels.ts'
import { showMenu } from './menu.ts'
import { PAGES_ORIGIN } from './pages.ts'
import { saveFile } from './save-file.ts'

const FileName = z.string().min(1).max(255)

/** Only the windows' own pages may ask: no frame inside of it, and no page of another origin. */
const isOurs = (event: IpcMainInvokeEvent, pages: ReadonlySet<WebContents>): boolean =>
  pages.has(event.sender) &&
  event.senderFrame !== null &&
  event.senderFrame === event.sender.mainFrame &&
  event.senderFrame.url.startsWith(`${PAGES_ORIGIN}/`)

/**
 * Answers the window's requests; each channel is checked for its sender and its arguments.
 * @param printing pages of hidden windows that are being printed: they may ask for operations and for nothing else
 */
export function answerRequests(
  window: BrowserWindow,
  { service, keepFile }: Omit<RunningApp, 'close'>,
  context: DispatchContext,
  firstLanguage: Language,
  printing: ReadonlySet<WebContents> = new Set(),
): void {
  const { logger } = context
  let language = firstLanguage
  const choose = (choice: MenuChoice): void => window.webContents.send(CHANNELS.menu, choice)
  showMenu(language, choose)

  const refusal = (problems: Problem[]): SaveReply & Reply<never> => ({ ok: false, saved: false, problems })
  const replyTo = async (
    channel: string,
    event: IpcMainInvokeEvent,
    work: () => unknown,
    pages: ReadonlySet<WebContents>,
  ): Promise<unknown> => {
    if (!isOurs(event, pages)) return refusal([problem('request.notAllowed')])
    try {
      return await work()
    } catch (error) {
      if (error instanceof z.ZodError) return refusal([problem('request.invalid', { expected: channel })])
      return refusal([incident(error, channel, (text) => logger.error(text))])
    }
  }
  const own: ReadonlySet<WebContents> = new Set([window.webContents])
  const answer = (channel: string, work: (given: unknown[]) => unknown): void =>
    ipcMain.handle(channel, (event, ...given: unknown[]) => replyTo(channel, event, () => work(given), own))

  ipcMain.handle(CHANNELS.call, async (event, request: unknown) => {
    const work = (): unknown => answerText(service, z.string().parse(request), context)
    return JSON.stringify(await replyTo(CHANNELS.call, event, work, new Set([...own, ...printing])))
  })
  answer(CHANNELS.keepFile, ([bytes]) => handOver(keepFile, [z.instanceof(Uint8Array).parse(bytes)]))
  answer(CHANNELS.saveFile, ([name, base64]) => {
    const bytes = Buffer.from(z.base64().parse(base64), 'base64')
    return saveFile(window, FileName.parse(name), language, logger, () => bytes)
  })
  answer(CHANNELS.printToPdf, ([name, given]) => {
    const { paper, landscape } = PaperOptions.parse(given)
    return saveFile(window, FileName.parse(name), language, logger, () =>
      window.webContents.printToPDF({
        pageSize: paper,
        landscape,
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      }),
    )
  })
  answer(CHANNELS.print, () => new Promise<void>((resolve) => window.webContents.print({}, () => resolve())))
  answer(CHANNELS.setLanguage, ([chosen]) => {
    language = z.enum(['zh', 'en']).parse(chosen)
    showMenu(language, choose)
  })
}
