import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { z } from 'zod'
import { handOver, type DispatchContext } from '../../desk/dispatch.ts'
import type { RunningApp } from '../../desk/start.ts'
import { answerText } from '../../desk/wire.ts'
import { MENU_CHOICES, PaperOptions, type GivenFile, type MenuChoice, type SaveReply } from '../../contract/bridge.ts'
import { problem, type Problem } from '../../model/problem.ts'
import type { Reply } from '../../contract/reply.ts'
import { incident } from '../../shared/incident.ts'
import { CHANNELS } from './channels.ts'
import { showMenu } from './menu.ts'
import { PAGES_ORIGIN } from './pages.ts'
import { openInViewer, printWithDialog } from './paper.ts'
import type { ChosenFolder } from './chosen-folder.ts'
import type { GivenFiles } from './given-files.ts'
import { saveFile } from './save-file.ts'
import type { Spoken } from './window-words.ts'

const FileName = z.string().min(1).max(255)

/** Only the windows' own pages may ask: no frame inside of it, and no page of another origin. */
const isOurs = (event: IpcMainInvokeEvent, pages: ReadonlySet<WebContents>): boolean =>
  pages.has(event.sender) &&
  event.senderFrame !== null &&
  event.senderFrame === event.sender.mainFrame &&
  event.senderFrame.url.startsWith(`${PAGES_ORIGIN}/`)

/** What the answers rest on. */
export interface Answering {
  /** The app, when it has started: a request that comes sooner waits for it. */
  running: Promise<Omit<RunningApp, 'close'>>
  context: DispatchContext
  spoken: Spoken
  /** Pages of hidden windows that are being printed: they may ask for operations and for nothing else. */
  printing: ReadonlySet<WebContents>
  /** Folder for papers on their way to the system's viewer; it is emptied at each start. */
  printed: string
  given: GivenFiles
  /** Where save dialogs begin. */
  chosen: ChosenFolder
}

/** Answers the window's requests; each channel is checked for its sender and its arguments. */
export function answerRequests(
  window: BrowserWindow,
  { running, context, spoken, printing, printed, given: files, chosen }: Answering,
): void {
  const { logger } = context
  const choose = (choice: MenuChoice): void => window.webContents.send(CHANNELS.menu, choice)
  let possible: readonly MenuChoice[] = []
  const menu = (): void => showMenu(spoken.language, choose, possible)
  menu()

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
    const work = async (): Promise<unknown> => answerText((await running).service, z.string().parse(request), context)
    return JSON.stringify(await replyTo(CHANNELS.call, event, work, new Set([...own, ...printing])))
  })
  answer(CHANNELS.keepFile, async ([bytes]) => handOver((await running).keepFile, [z.instanceof(Uint8Array).parse(bytes)]))
  answer(CHANNELS.saveFile, ([name, base64]) => {
    const bytes = Buffer.from(z.base64().parse(base64), 'base64')
    return saveFile(window, FileName.parse(name), { ...spoken, chosen, logger }, () => bytes)
  })
  const asPdf = (given: unknown): Promise<Buffer> => {
    const { paper, landscape } = PaperOptions.parse(given)
    const options = { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true }
    return window.webContents.printToPDF({ pageSize: paper, landscape, ...options })
  }
  answer(CHANNELS.printToPdf, ([name, given]) => {
    PaperOptions.parse(given)
    return saveFile(window, FileName.parse(name), { ...spoken, chosen, logger }, () => asPdf(given))
  })
  answer(CHANNELS.openPdf, async ([name, given]) => openInViewer(printed, FileName.parse(name), await asPdf(given)))
  answer(CHANNELS.print, () => printWithDialog(window.webContents, spoken))
  // A page that is printed loads the app as well: what somebody has opened is for the window.
  ipcMain.handle(CHANNELS.takeFiles, (event) => {
    const take = (): Reply<GivenFile[]> => {
      const isForWindow = event.sender === window.webContents
      return {
        ok: true,
        value: isForWindow ? files.take((error) => incident(error, CHANNELS.takeFiles, (text) => logger.error(text))) : [],
      }
    }
    return replyTo(CHANNELS.takeFiles, event, take, new Set([...own, ...printing]))
  })
  files.onCome = () => {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.files)
  }
  answer(CHANNELS.setMenu, ([choices]) => {
    possible = z.array(z.enum(MENU_CHOICES)).parse(choices)
    menu()
  })
  answer(CHANNELS.setLanguage, ([language]) => {
    spoken.language = z.enum(['zh', 'en']).parse(language)
    menu()
  })
}
