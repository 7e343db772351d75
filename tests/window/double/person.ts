import { once } from 'node:events'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { Menu } from './menu.ts'
import { coming, emitsPrevented, seen } from './world.ts'

const mainWindow = (): BrowserWindow => BrowserWindow.getAllWindows()[0]!
/** What lets go of an operation that is held back; its answer is told then. */
const gates = new Map<string, () => void>()

function choose(id: string): string {
  const item = Menu.getApplicationMenu()?.getMenuItemById(id)
  if (!item) return 'not there'
  // Menu.prototype._executeCommand: a disabled item does nothing.
  if (!item.enabled) return 'disabled'
  item.click?.(item as never, mainWindow() as never, {} as never)
  return 'chosen'
}

/** What a person does at the window, or what happens to the machine: a test says it by its name. */
const DEEDS = {
  state: () => ({
    ...seen,
    windows: BrowserWindow.getAllWindows().length,
    visible: BrowserWindow.getAllWindows().filter((each) => each.isVisible()).length,
    menu: (Menu.getApplicationMenu()?.all() ?? []).map(({ id, label, enabled, accelerator }) => ({ id, label, enabled, accelerator })),
  }),
  saveInto: (folder: string | null) => {
    coming.saveInto = folder
  },
  saveAs: (path: string) => void coming.saveAs.push(path),
  press: (button: number) => void coming.buttons.push(button),
  printFails: (reason: string | null) => {
    coming.printFails = reason
  },
  openFails: (reason: string) => {
    coming.openFails = reason
  },
  choose,
  close: () => mainWindow().close(),
  /** Closes the window, and starts the program again before the first one has ended. */
  closeAndStartAgain: () => {
    mainWindow().close()
    app.emit('second-instance', {}, [], '', {})
  },
  quit: () => app.quit(),
  /** shell/browser/mac/electron_application_delegate.mm: a Mac tells which file is to be opened. */
  opensFile: (path: string) => emitsPrevented(app, 'open-file', path),
  paths: () => ({ userData: app.getPath('userData'), sessionData: app.getPath('sessionData') }),
  /** Chromium's own watch over pages that don't answer: content/browser/renderer_host/render_widget_host_impl.cc. */
  hang: () => void mainWindow().emit('unresponsive'),
  crash: () =>
    void mainWindow()
      .webContents.cdp('Page.crash')
      .catch(() => undefined),
  fail: (words: string) =>
    void setImmediate(() => {
      throw new Error(words)
    }),
  asksFor: (permission: string) => mainWindow().webContents.asksFor(permission),
  hold: (operation: string) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    coming.held.set(operation, promise)
    gates.set(operation, resolve)
  },
  /** Ends when the answer that was held back has reached the page. */
  letGo: async (operation: string) => {
    const told = once(coming.told, operation)
    coming.held.delete(operation)
    gates.get(operation)?.()
    await told
  },
} as const
export type Deeds = { [N in keyof typeof DEEDS]: (typeof DEEDS)[N] }

/** A test tells what happens, by a message each. */
export function obeyTests(): void {
  process.on('message', async ({ number, deed, given }: { number: number; deed: keyof Deeds; given: unknown[] }) => {
    const value = await (DEEDS[deed] as (...given: unknown[]) => unknown)(...given)
    process.send?.({ number, value })
  })
  // The test has gone.
  process.on('disconnect', () => app.exit(1))
}
