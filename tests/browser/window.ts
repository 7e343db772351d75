import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import type { ElectronApplication, Page } from '@playwright/test'
import type { Double } from '../window/open-double.ts'

/** What a test asks of a window beside its page; a tab of a browser has none of it. */
export interface AtTheWindow {
  /** The next save dialogs save into this folder, under the name that they suggest. */
  saveInto(folder: string): Promise<void>
  /** Answers of an operation are held back from now on. @returns lets them go, and ends when they have arrived */
  holdBack(operation: string): Promise<() => Promise<void>>
  /** Writes the page as it is printed into a file. */
  printPage(file: string): Promise<void>
  /** What the page sends is noted from now on. @returns operations by name, and files, each with its bytes */
  listen(): Promise<() => Promise<Sent[]>>
}
export interface Sent {
  /** Of the operation; 'a file' for a file. */
  name: string
  bytes: number
}

const windows = new WeakMap<Page, AtTheWindow>()
export const atWindow = (page: Page, window: AtTheWindow): void => void windows.set(page, window)
/** @returns null where the page is in a browser */
export const windowOf = (page: Page): AtTheWindow | null => windows.get(page) ?? null

export const ofDouble = (double: Double, page: Page): AtTheWindow => ({
  saveInto: (folder) => double.do('saveInto', folder),
  async holdBack(operation) {
    await double.do('hold', operation)
    return () => double.do('letGo', operation)
  },
  printPage: async (file) => void (await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true })),
  async listen() {
    const before = (await double.do('state')).sent.length
    return async () => (await double.do('state')).sent.slice(before)
  },
})

interface Handlers {
  _invokeHandlers: Map<string, (...given: unknown[]) => Promise<unknown>>
}
/** Electron has no door for tests, so its dialog and the app's handler are replaced while it runs. */
export const ofElectron = (electron: ElectronApplication): AtTheWindow => ({
  saveInto: (folder) =>
    electron.evaluate(({ dialog }, into) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const { defaultPath = '' } = given.at(-1) as { defaultPath?: string }
        return { canceled: false, filePath: `${into}/${defaultPath.split(/[\\/]/).at(-1)}` }
      }
    }, folder),
  async holdBack(operation) {
    const name = `held-${randomUUID()}`
    await electron.evaluate(
      ({ ipcMain, app }, [held, gate]) => {
        const channel = 'quanheng:call'
        const answer = (ipcMain as unknown as Handlers)._invokeHandlers.get(channel)!
        const gone = new Promise<void>((resolve) => app.once(gate as 'quit', () => resolve()))
        ipcMain.removeHandler(channel)
        ipcMain.handle(channel, async (event, request: string) => {
          const reply = await answer(event, request)
          if ((JSON.parse(request) as { name: string }).name === held) await gone
          return reply
        })
      },
      [operation, name] as const,
    )
    return () => electron.evaluate(({ app }, gate) => void app.emit(gate), name)
  },
  async printPage(file) {
    const base64 = await electron.evaluate(async ({ BrowserWindow }) => {
      const bytes = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true })
      return bytes.toString('base64')
    })
    writeFileSync(file, Buffer.from(base64, 'base64'))
  },
  async listen() {
    const noted = await electron.evaluateHandle(({ ipcMain }) => {
      const sent: Sent[] = []
      const note = (channel: string, what: (given: never) => Sent): void => {
        const answer = (ipcMain as unknown as Handlers)._invokeHandlers.get(channel)!
        ipcMain.removeHandler(channel)
        ipcMain.handle(channel, (event, given) => {
          sent.push(what(given as never))
          return answer(event, given)
        })
      }
      note('quanheng:call', (text: string) => ({ name: (JSON.parse(text) as Sent).name, bytes: text.length }))
      note('quanheng:keep-file', (bytes: Uint8Array) => ({ name: 'a file', bytes: bytes.length }))
      return sent
    })
    return () => noted.jsonValue()
  },
})
