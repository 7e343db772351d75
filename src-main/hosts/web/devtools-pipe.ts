import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A browser that has nothing to keep ends at once. */
const PATIENCE_MS = 5000

interface Message {
  id?: number
  result?: Record<string, unknown>
  error?: { message: string }
}
interface Waiting {
  resolve(result: Record<string, unknown>): void
  reject(error: Error): void
}

/**
 * A browser without a window that is told what to do through a pipe, which nobody else can reach: no port, and nothing secret on
 * a command line.
 * https://chromedevtools.github.io/devtools-protocol/
 */
export class DevtoolsPipe {
  readonly #child: ChildProcess
  readonly #waiting = new Map<number, Waiting>()
  readonly #ended: Promise<void>
  #number = 0
  #text = ''

  constructor(browser: string, given: readonly string[]) {
    this.#child = spawn(browser, [...given, '--headless=new', '--remote-debugging-pipe'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    })
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', () => {
        resolve(this.#fail(new Error('the browser ended')))
      })
      this.#child.once('error', (error) => {
        resolve(this.#fail(error))
      })
    })
    const answers = this.#child.stdio[4] as Readable
    answers.setEncoding('utf8').on('data', (text: string) => this.#hear(text))
    // What is written to a browser that has gone fails with its end, which is told above.
    for (const stream of [answers, this.#commands]) stream.on('error', (error: Error) => this.#fail(error))
  }

  get #commands(): Writable {
    return this.#child.stdio[3] as Writable
  }

  /** Messages end with a zero byte. */
  #hear(text: string): void {
    const [first = '', ...more] = text.split('\0')
    this.#text += first
    for (const part of more) {
      this.#answer(JSON.parse(this.#text) as Message)
      this.#text = part
    }
  }

  #answer({ id, result = {}, error }: Message): void {
    const waiting = id === undefined ? undefined : this.#waiting.get(id)
    if (waiting === undefined) return
    this.#waiting.delete(id!)
    if (error) waiting.reject(new Error(error.message))
    else waiting.resolve(result)
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }

  /** @returns the browser's answer. @throws Error with its words, or that it has ended */
  send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.reject(new Error('the browser ended'))
    const id = ++this.#number
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#commands.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
    })
  }

  /** Asks the browser to end, so that all its processes go and its folder can be removed; one that does not is ended by force. */
  async close(): Promise<void> {
    const force = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE_MS)
    // It may end before it has answered.
    this.send('Browser.close').catch(() => undefined)
    await this.#ended
    clearTimeout(force)
  }
}
