import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type Page } from '@playwright/test'
import { ROOT } from '../support/project.ts'
import { installedBrowser } from '../support/tools.ts'
import type { Deeds } from './double/person.ts'

/** The built main program, or one that was packed. */
const PROGRAM = process.env['QUANHENG_PROGRAM'] ?? join(ROOT, 'out', 'main', 'electron.js')
const REGISTER = pathToFileURL(join(import.meta.dirname, 'double', 'register.ts')).href

/** A page that has crashed is there again when it was loaded anew. */
const LOOK_AGAIN_MS = 200
const PATIENCE_MS = 5000

interface Told {
  relaunched?: true
  devtools?: number
  window?: string
  number?: number
  value?: unknown
}

/** The app's own main program and preload, with the double in Electron's place. */
export class Double {
  readonly process: ChildProcess
  readonly ended: Promise<number | string>
  /** What it has said to standard error. */
  said = ''
  timesRelaunched = 0
  readonly #devtools: Promise<number>
  readonly #answers = new Map<number, (value: unknown) => void>()
  #number = 0
  #browser: Browser | null = null

  /**
   * @param dataFolder of plans @param home folder for documents and settings of this double @param more `env` is more of the environment,
   *   `given` are arguments, `program` is another main program
   */
  constructor(
    dataFolder: string,
    home: string,
    { env = {}, given = [], program = PROGRAM }: { env?: Record<string, string>; given?: string[]; program?: string } = {},
  ) {
    mkdirSync(join(home, 'documents'), { recursive: true })
    this.process = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', REGISTER, program, ...given], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        NODE_ENV: 'production',
        TZ: 'Asia/Shanghai',
        QUANHENG_DATA: dataFolder,
        DOUBLE_HOME: home,
        DOUBLE_CHROMIUM: installedBrowser() ?? '',
        ...env,
      },
    })
    this.process.stderr!.on('data', (text: Buffer) => {
      this.said += text.toString()
    })
    this.ended = once(this.process, 'exit').then(([code, signal]) => (code ?? signal) as number | string)
    const { promise, resolve } = Promise.withResolvers<number>()
    this.#devtools = promise
    this.process.on('message', (told: Told) => {
      if (told.relaunched) this.timesRelaunched++
      if (told.devtools !== undefined) resolve(told.devtools)
      if (told.number !== undefined) this.#answers.get(told.number)?.(told.value)
    })
  }

  /** Has something happen, and waits for the answer. */
  do<N extends keyof Deeds>(deed: N, ...given: Parameters<Deeds[N]>): Promise<Awaited<ReturnType<Deeds[N]>>> {
    const number = ++this.#number
    const answer = new Promise((resolve) => this.#answers.set(number, resolve))
    this.process.send({ number, deed, given })
    return Promise.race([
      answer,
      this.ended.then((status) => Promise.reject(new Error(`the double ended with ${status}: ${this.said}`))),
    ]) as Promise<Awaited<ReturnType<Deeds[N]>>>
  }

  /** @returns the page of the app's window, when it is there. Called again after a crash it finds the new one. */
  async page(): Promise<Page> {
    const gone = this.ended.then((status) => Promise.reject(new Error(`the double ended with ${status}: ${this.said}`)))
    gone.catch(() => undefined)
    const port = await Promise.race([this.#devtools, gone])
    for (;;) {
      await this.#browser?.close()
      this.#browser = await Promise.race([chromium.connectOverCDP(`http://127.0.0.1:${port}`, { isLocal: true }), gone])
      const [page] = this.#browser.contexts()[0]!.pages()
      if (page !== undefined) return page
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }

  /** Ends it as the user does, by closing the window. @returns its exit status */
  async end(): Promise<number | string> {
    await this.#browser?.close()
    if (this.process.connected) await this.do('close').catch(() => undefined)
    return this.ended
  }

  /** Ends what a test has left. */
  async stop(): Promise<void> {
    if (this.process.connected) this.process.disconnect()
    const force = setTimeout(() => this.process.kill('SIGKILL'), PATIENCE_MS)
    await this.ended
    clearTimeout(force)
  }
}
