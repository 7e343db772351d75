import { spawn, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

interface Message {
  id?: number
  result?: Record<string, unknown>
  error?: { message: string }
  method?: string
  params?: object
  sessionId?: string
}
interface Waiting {
  resolve(result: Record<string, unknown>): void
  reject(error: Error): void
}

/**
 * A Chromium that is told what to do through its debugging pipe, and tells what happens: an event has its method's name, with the
 * session before it where it belongs to one.
 * https://chromedevtools.github.io/devtools-protocol/
 */
export class Chromium extends EventEmitter {
  readonly process: ChildProcess
  readonly ended: Promise<void>
  /** Where its debugging port listens. Chromium says so itself; the file in its profile comes a little after its first answer. */
  readonly port: Promise<number>
  readonly #waiting = new Map<number, Waiting>()
  #number = 0
  #parts: Buffer[] = []

  constructor(program: string, given: readonly string[]) {
    super()
    this.setMaxListeners(0)
    this.process = spawn(program, [...given, '--remote-debugging-pipe', '--remote-debugging-port=0'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    })
    this.port = new Promise((resolve) => {
      createInterface(this.process.stderr!).on('line', (line) => {
        const [, port] = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//u.exec(line) ?? []
        if (port !== undefined) resolve(Number(port))
      })
    })
    this.ended = new Promise((resolve) => this.process.once('exit', () => resolve()))
    void this.ended.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Chromium ended'))
      this.#waiting.clear()
    })
    this.#commands.on('error', () => undefined)
    ;(this.process.stdio[4] as Readable).on('data', (bytes: Buffer) => this.#hear(bytes))
  }

  get #commands(): Writable {
    return this.process.stdio[3] as Writable
  }

  /** Messages end with a zero byte. */
  #hear(bytes: Buffer): void {
    let rest = bytes
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      const whole = Buffer.concat([...this.#parts, rest.subarray(0, end)])
      this.#parts = []
      rest = rest.subarray(end + 1)
      this.#take(JSON.parse(whole.toString('utf8')) as Message)
    }
    if (rest.length > 0) this.#parts.push(rest)
  }

  #take({ id, result = {}, error, method, params, sessionId }: Message): void {
    if (id === undefined) return void this.emit(sessionId === undefined ? method! : `${sessionId} ${method}`, params)
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error) waiting?.reject(new Error(error.message))
    else waiting?.resolve(result)
  }

  /** @throws Error in Chromium's words, or that it has ended */
  send<T = Record<string, unknown>>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return Promise.reject(new Error('Chromium ended'))
    const id = ++this.#number
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      this.#commands.write(`${JSON.stringify({ id, method, params, ...(sessionId !== undefined && { sessionId }) })}\0`)
    })
  }
}
