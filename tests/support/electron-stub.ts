import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { types } from 'node:util'
import type * as Electron from 'electron'

// Stands in for the 'electron' module: only what hosts/electron uses, and with Electron's own rules, so that a mistake fails here as
// it would there: a second handler for a channel throws, messages are structured clones, errors cross as plain text.

type Handler = (event: Electron.IpcMainInvokeEvent, ...given: unknown[]) => unknown
const handlers = new Map<string, Handler>()

/** What a test looks at and prepares. */
export const state = {
  windows: [] as BrowserWindow[],
  appEvents: new EventEmitter(),
  paths: new Map<string, string>([
    ['documents', '/'],
    ['exe', process.execPath],
  ]),
  schemes: [] as Electron.CustomScheme[],
  schemeHandlers: new Map<string, (request: Request) => Promise<Response>>(),
  menu: null as Menu | null,
  permissionRequest: null as ((contents: unknown, permission: string, answer: (granted: boolean) => void) => void) | null,
  firstInstance: true,
  ready: false,
  quit: false,
  /** Answers of the save dialog, in order. */
  saveAnswers: [] as Electron.SaveDialogReturnValue[],
  saveQuestions: [] as Electron.SaveDialogOptions[],
  locale: 'zh-CN',
  /** Told of every page that a window has loaded. */
  onLoad: null as ((window: BrowserWindow) => void) | null,
}

export class WebContents extends EventEmitter {
  readonly mainFrame = { url: 'app://quanheng/index.html' }
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  printed: Electron.PrintToPDFOptions[] = []
  /** Answers of scripts that the main process evaluates in the page, in order; the last one stays. */
  answers: unknown[] = ['ready']
  destroyed = false
  async executeJavaScript(_script: string): Promise<unknown> {
    return this.answers.length > 1 ? this.answers.shift() : this.answers[0]
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  send(channel: string, ...given: unknown[]): void {
    ipcRenderer.emit(channel, {}, ...structuredClone(given))
  }
  async printToPDF(options: Electron.PrintToPDFOptions): Promise<Buffer> {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    this.printed.push(options)
    return Buffer.from('%PDF-1.7 stand-in')
  }
  print(_options: Electron.WebContentsPrintOptions, done: (success: boolean, reason: string) => void): void {
    queueMicrotask(() => done(true, ''))
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents()
  readonly options: Electron.BrowserWindowConstructorOptions
  loaded: string | undefined
  shown = false
  maximized = false
  focused = false
  bounds = { x: 10, y: 20, width: 1000, height: 700 }
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    state.windows.push(this)
  }
  async loadURL(address: string): Promise<void> {
    this.loaded = address
    state.onLoad?.(this)
    this.emit('ready-to-show')
  }
  isDestroyed(): boolean {
    return this.webContents.destroyed
  }
  destroy(): void {
    if (this.isDestroyed()) return
    this.webContents.destroyed = true
    state.windows.splice(state.windows.indexOf(this), 1)
  }
  show(): void {
    this.shown = true
  }
  maximize(): void {
    this.maximized = true
  }
  isMaximized(): boolean {
    return this.maximized
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {
    this.shown = true
  }
  focus(): void {
    this.focused = true
  }
  getNormalBounds(): Electron.Rectangle {
    return this.bounds
  }
}

export class Menu {
  readonly template: Electron.MenuItemConstructorOptions[]
  constructor(template: Electron.MenuItemConstructorOptions[]) {
    this.template = template
  }
  static buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): Menu {
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu): void {
    state.menu = menu
  }
}

export const app = {
  setPath(name: string, path: string): void {
    state.paths.set(name, path)
  },
  getPath(name: string): string {
    const path = state.paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  },
  requestSingleInstanceLock: () => state.firstInstance,
  async whenReady(): Promise<void> {
    state.ready = true
  },
  getLocale: () => state.locale,
  isReady: () => state.ready,
  relaunch(): void {},
  disableHardwareAcceleration(): void {},
  commandLine: { appendSwitch(): void {} },
  on(name: string, listener: (...given: unknown[]) => void) {
    state.appEvents.on(name, listener)
    return app
  },
  quit(): void {
    let prevented = false
    state.appEvents.emit('will-quit', {
      preventDefault: () => {
        prevented = true
      },
    })
    state.quit = !prevented
    if (state.quit) state.appEvents.emit('has-quit')
  },
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (state.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    state.schemes.push(...schemes)
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    if (state.schemeHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    state.schemeHandlers.set(scheme, handler)
  },
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: typeof state.permissionRequest): void {
      state.permissionRequest = handler
    },
    setPermissionCheckHandler(): void {},
    setSpellCheckerEnabled(): void {},
  },
}

export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] }

export const dialog = {
  async showSaveDialog(_window: BrowserWindow, options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
    state.saveQuestions.push(options)
    return state.saveAnswers.shift() ?? { canceled: true, filePath: '' }
  },
  showMessageBox: async (): Promise<{ response: number }> => ({ response: 0 }),
}

export const shell = {
  async openPath(path: string): Promise<string> {
    return existsSync(path) ? '' : `Failed to open ${path}`
  },
}

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
}

/** Sends as the real one does, from the first window's page unless a test says otherwise. */
export async function invokeFrom(frame: { url: string } | null, channel: string, ...given: unknown[]): Promise<unknown> {
  return invokeFromWindow(state.windows[0]!, frame, channel, ...given)
}
export async function invokeFromWindow(
  window: BrowserWindow,
  frame: { url: string } | null,
  channel: string,
  ...given: unknown[]
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`Error invoking remote method '${channel}': Error: No handler registered for '${channel}'`)
  const sender = window.webContents
  const event = { sender, senderFrame: frame ?? sender.mainFrame } as unknown as Electron.IpcMainInvokeEvent
  try {
    return structuredClone(await handler(event, ...structuredClone(given)))
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error })
  }
}

class IpcRenderer extends EventEmitter {
  invoke(channel: string, ...given: unknown[]): Promise<unknown> {
    return invokeFrom(null, channel, ...given)
  }
}
export const ipcRenderer = new IpcRenderer()

export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(key: string, value: unknown): void {
    this.exposed.set(key, Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, crossing(each)])))
  },
}

/** As shell/renderer/api/electron_api_context_bridge.cc passes values: a proxy, such as Vue's reactive objects are, is refused. */
function refuseProxies(value: unknown): void {
  if (types.isProxy(value)) throw new Error('An object could not be cloned.')
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) Object.values(value).forEach(refuseProxies)
}
const crossing = (exposed: unknown): unknown =>
  typeof exposed !== 'function'
    ? exposed
    : (...given: unknown[]): unknown => {
        given.forEach(refuseProxies)
        return (exposed as (...given: unknown[]) => unknown)(...given)
      }
