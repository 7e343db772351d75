import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app, windows } from './app.ts'
import { WebContents } from './web-contents.ts'
import { emitsPrevented, seen, under } from './world.ts'

/** Electron 45, shell/browser/api/electron_api_base_window.cc, electron_api_browser_window.cc and lib/browser/api/browser-window.ts. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents
  readonly options: BrowserWindowConstructorOptions
  #isDestroyed = false
  #isShown: boolean
  #isMaximized = false
  #isMinimized = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.options = options
    this.#isShown = options.show !== false
    this.webContents = new WebContents(options)
    // Told when the page was painted first. With show: false Wayland never paints it (electron issue 48859).
    const isPainted = (): boolean => process.env['DOUBLE_WAYLAND'] !== '1' || this.#isShown
    this.webContents.once('did-finish-load', () => {
      if (isPainted()) setImmediate(() => this.emit('ready-to-show'))
    })
    windows.add(this)
    app.emit('browser-window-created', {}, this)
  }

  #alive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
  }
  loadURL(address: string): Promise<void> {
    this.#alive()
    return this.webContents.loadURL(address)
  }
  show(): void {
    this.#alive()
    this.#isShown = true
    seen.timesShown++
  }
  isVisible(): boolean {
    return this.#isShown
  }
  maximize(): void {
    this.#alive()
    this.#isMaximized = true
    this.#isShown = true
  }
  isMaximized(): boolean {
    this.#alive()
    return this.#isMaximized
  }
  minimize(): void {
    this.#isMinimized = true
  }
  isMinimized(): boolean {
    this.#alive()
    return this.#isMinimized
  }
  restore(): void {
    this.#alive()
    this.#isMinimized = false
  }
  focus(): void {
    this.#alive()
    seen.timesFocused++
    this.emit('focus')
  }
  getNormalBounds(): Rectangle {
    this.#alive()
    const { x = 0, y = 0, width = 800, height = 600 } = this.options
    return { x, y, width, height }
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  /** 'close' may be prevented; destroy() does not ask. */
  close(): void {
    if (this.#isDestroyed) return
    if (emitsPrevented(this, 'close')) app.closingWasPrevented()
    else this.destroy()
  }
  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    windows.delete(this)
    const { target } = this.webContents
    if (target !== '' && windows.size > 0) under.chromium?.send('Target.closeTarget', { targetId: target }).catch(() => undefined)
    this.webContents.destroyed()
    this.emit('closed')
    if (windows.size === 0) setImmediate(() => app.allWindowsAreClosed())
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows] as BrowserWindow[]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((each) => each.isVisible()) ?? null
  }
}
