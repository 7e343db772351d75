import { EventEmitter } from 'node:events'
import { basename, join } from 'node:path'
import { app, showErrorBox } from './app.ts'
import { coming, ipcHandlers, permissions, protocolHandlers, schemes, seen, type Handler } from './world.ts'

// The small modules of Electron that the app uses.

/** Electron 45, lib/browser/ipc-main-impl.ts. */
export const ipcMain = Object.assign(new EventEmitter(), {
  handle(channel: string, handler: Handler): void {
    if (ipcHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  },
  removeHandler: (channel: string): void => void ipcHandlers.delete(channel),
})

/** Electron 45, shell/browser/api/electron_api_protocol.cc and lib/browser/api/protocol.ts. */
export const protocol = {
  registerSchemesAsPrivileged(list: { scheme: string; privileges?: { secure?: boolean; standard?: boolean } }[]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme, privileges } of list)
      if (privileges?.standard === true) schemes.set(scheme, { secure: privileges.secure === true })
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (protocolHandlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    protocolHandlers.set(scheme, handler)
  },
}

/** Electron 45, shell/browser/api/electron_api_session.cc: only after 'ready'. */
export const session = {
  get defaultSession() {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready')
    return {
      setPermissionRequestHandler: (handler: typeof permissions.request): void => {
        permissions.request = handler
      },
      setPermissionCheckHandler: (): void => {},
      setSpellCheckerEnabled: (enabled: boolean): void => {
        seen.spellChecker = enabled
      },
    }
  },
}

/** Electron 45, shell/browser/api/electron_api_screen.cc. */
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] }

/** Electron 45, lib/browser/api/dialog.ts; the answers are what a test has told before. */
export const dialog = {
  async showSaveDialog(_window: unknown, { defaultPath = '' }: { defaultPath?: string }) {
    seen.dialogs.push({ kind: 'save', defaultPath })
    const filePath = coming.saveAs.shift() ?? (coming.saveInto === null ? '' : join(coming.saveInto, basename(defaultPath)))
    return { canceled: filePath === '', filePath }
  },
  async showMessageBox(given: object, more?: object): Promise<{ response: number }> {
    const { message, detail, title } = (more ?? given) as { message?: string; detail?: string; title?: string }
    seen.dialogs.push({
      kind: 'message',
      ...(title !== undefined && { title }),
      ...(message !== undefined && { message }),
      ...(detail !== undefined && { detail }),
    })
    const { signal, cancelId = 0 } = (more ?? given) as { signal?: AbortSignal; cancelId?: number }
    const response = coming.buttons.shift()
    if (response !== undefined) return { response }
    // Nobody presses anything: it stays open until the app takes it back, which counts as cancelled.
    return new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ response: cancelId })))
  },
  showErrorBox,
}

/** Electron 45, shell/common/api/electron_api_shell.cc: an empty text where it went well. */
export const shell = {
  async openPath(path: string): Promise<string> {
    seen.opened.push(path)
    return coming.openFails
  },
}
