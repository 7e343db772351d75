import { EventEmitter, once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { Chromium } from './chromium.ts'
import { emitsPrevented, seen, under } from './world.ts'

/** What the app needs to know of its windows; browser-window.ts tells. */
export interface Closable {
  close(): void
  destroy(): void
}
export const windows = new Set<Closable>()

const CHROMIUM_ENDS_WITHIN_MS = 3000
const systemExit = process.exit.bind(process)
const folder = (name: string): string => join(process.env['DOUBLE_HOME'] ?? tmpdir(), name)

/**
 * Electron 45: shell/browser/browser.cc (the order in which an app ends), shell/browser/window_list.cc, lib/browser/api/app.ts and
 * shell/browser/api/electron_api_app.cc (paths, the lock of the single instance).
 */
class App extends EventEmitter {
  readonly name = 'Quanheng'
  readonly isPackaged = false
  #isReady = false
  #isQuitting = false
  #isExiting = false
  #isDown = false
  #lock: string | null = null
  readonly #paths = new Map([
    ['home', folder('')],
    ['documents', folder('documents')],
    ['appData', folder('config')],
    ['temp', tmpdir()],
    ['exe', process.env['DOUBLE_PROGRAM'] ?? process.execPath],
  ])
  readonly commandLine = {
    /** electron_api_command_line.cc: what is added before 'ready' reaches Chromium. */
    appendSwitch: (name: string, value?: string): void => void seen.switches.push([name, value]),
    hasSwitch: (name: string): boolean => seen.switches.some(([each]) => each === name) || process.argv.includes(`--${name}`),
  }

  constructor() {
    super()
    // The program is evaluated to its end first.
    setImmediate(() => void this.#begin())
    // lib/browser/init.ts: quits when all windows are closed and no other one is listening.
    this.on('window-all-closed', () => {
      if (this.listenerCount('window-all-closed') === 1) this.quit()
    })
    // shell/browser/electron_browser_main_parts_posix.cc: a request to end quits as the user would.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit())
  }

  async #begin(): Promise<void> {
    if (this.#isQuitting) return
    await this.#startChromium()
    this.#isReady = true
    this.emit('ready', {}, {})
  }

  async #startChromium(): Promise<void> {
    const profile = join(this.getPath('sessionData'), 'double-profile')
    mkdirSync(profile, { recursive: true })
    const chromium = new Chromium(process.env['DOUBLE_CHROMIUM']!, [
      `--user-data-dir=${profile}`,
      '--headless=new',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-sync',
      '--disable-extensions',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=Translate',
      '--disable-dev-shm-usage',
      '--lang=zh-CN',
      '--accept-lang=zh-CN',
      '--window-size=1366,860',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...seen.switches.map(([name, value]) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
      'about:blank',
    ])
    under.chromium = chromium
    await chromium.send('Target.setDiscoverTargets', { discover: true })
    const { targetInfos } = await chromium.send<{ targetInfos: { type: string; targetId: string }[] }>('Target.getTargets')
    under.firstPage = targetInfos.find((each) => each.type === 'page')?.targetId ?? null
    process.send?.({
      devtools: await Promise.race([chromium.port, chromium.ended.then(() => Promise.reject(new Error('Chromium ended')))]),
    })
  }

  isReady(): boolean {
    return this.#isReady
  }
  async whenReady(): Promise<void> {
    if (!this.#isReady) await once(this, 'ready')
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute')
    if (!['userData', 'sessionData'].includes(name) && !this.#paths.has(name)) throw new Error(`Failed to set path`)
    this.#paths.set(name, path)
  }
  getPath(name: string): string {
    if (name === 'sessionData') return this.#paths.get(name) ?? this.getPath('userData')
    const path = this.#paths.get(name) ?? (name === 'userData' ? join(this.getPath('appData'), this.name) : undefined)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
  /** Empty before 'ready', as in electron_api_app.cc. */
  getLocale(): string {
    return this.#isReady ? 'zh-CN' : ''
  }

  /** chrome/browser/process_singleton_posix.cc: the lock lies in the folder of the user's data; who finds it taken tells its owner. */
  requestSingleInstanceLock(): boolean {
    const place = this.getPath('userData')
    mkdirSync(place, { recursive: true })
    const [lock, told] = [join(place, 'double.lock'), join(place, 'double.argv')]
    try {
      const owner = Number(readFileSync(lock, 'utf8'))
      writeFileSync(told, JSON.stringify({ argv: process.argv, cwd: process.cwd() }))
      process.kill(owner, 'SIGUSR2')
      return false
    } catch {
      // Nobody has it, or its owner is gone.
      writeFileSync(lock, String(process.pid))
      this.#lock = lock
      process.on('SIGUSR2', () => {
        const { argv, cwd } = JSON.parse(readFileSync(told, 'utf8')) as { argv: string[]; cwd: string }
        this.emit('second-instance', {}, argv, cwd, {})
      })
      return true
    }
  }

  quit(): void {
    if (this.#isQuitting) return
    this.#isQuitting = !emitsPrevented(this, 'before-quit')
    if (!this.#isQuitting) return
    if (windows.size === 0) this.#notifyAndShutDown()
    else for (const window of [...windows]) window.close()
  }
  exit(code = 0): void {
    this.#isQuitting = true
    this.#isExiting = true
    if (windows.size === 0) return void this.#shutDown(code)
    process.exitCode = code
    for (const window of [...windows]) window.destroy()
  }
  /** Browser::OnWindowCloseCancelled: who prevents the closing of a window has prevented the quitting. */
  closingWasPrevented(): void {
    this.#isQuitting = false
  }
  allWindowsAreClosed(): void {
    if (this.#isExiting) void this.#shutDown(Number(process.exitCode ?? 0))
    else if (this.#isQuitting) this.#notifyAndShutDown()
    else emitsPrevented(this, 'window-all-closed')
  }
  #notifyAndShutDown(): void {
    if (this.#isDown) return
    if (emitsPrevented(this, 'will-quit')) this.#isQuitting = false
    else void this.#shutDown(0)
  }
  async #shutDown(code: number): Promise<void> {
    if (this.#isDown) return
    this.#isDown = true
    emitsPrevented(this, 'quit', code)
    const { chromium } = under
    if (chromium !== null) {
      const force = setTimeout(() => chromium.process.kill('SIGKILL'), CHROMIUM_ENDS_WITHIN_MS)
      chromium.send('Browser.close').catch(() => undefined)
      await chromium.ended
      clearTimeout(force)
    }
    if (this.#lock !== null) rmSync(this.#lock, { force: true })
    systemExit(code)
  }
  /** electron_api_app.cc: another one is started when this one has ended. */
  relaunch(): void {
    process.send?.({ relaunched: true })
  }
  disableHardwareAcceleration(): void {
    if (this.#isReady) throw new Error('app.disableHardwareAcceleration() can only be called before app is ready')
    seen.switches.push(['disable-gpu', undefined])
  }
}
export const app = new App()

// lib/browser/init.ts: an error that nobody catches opens a box, and the app goes on; process.exit ends as app.exit does.
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return
  showErrorBox('A JavaScript error occurred in the main process', `Uncaught Exception:\n${error.stack ?? error.message}`)
})
// shell/browser/electron_browser_main_parts.cc: a rejected promise that nobody catches is written down, and no more.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`(electron) UnhandledPromiseRejectionWarning: ${reason instanceof Error ? reason.stack : String(reason)}\n`)
})
process.exit = ((code?: number) => app.exit(Number(code ?? process.exitCode ?? 0))) as typeof process.exit
Object.defineProperty(process.versions, 'electron', { value: '45.4.1-double', enumerable: true })
Object.defineProperty(process, 'type', { value: 'browser' })

export function showErrorBox(title: string, text: string): void {
  seen.errorBoxes.push(`${title}: ${text}`)
  process.stderr.write(`[error box] ${title}: ${text}\n`)
}
