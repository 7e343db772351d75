import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const MOST_MEGABYTES = 1024
/** What a child is told to do, and what it says: JSON, each answer to the question before it. */
export interface Told<Answer> {
  answer: Answer
  /** Milliseconds of the processor that the child took, so that a busy machine accuses nobody. */
  took: number
  /** Megabytes that the child had at most since it began. */
  megabytes: number
}

/**
 * A program of this folder that is asked one thing after the other. One that dies or does not answer in time takes nothing else with
 * it: the next question starts it anew.
 */
export class AskedChild<Question extends object, Answer> {
  readonly #script: string
  readonly #values: readonly string[]
  readonly #patience: number
  #process: ChildProcess | undefined

  /** @param patience milliseconds that it may take for one answer */
  constructor(script: string, values: readonly string[], patience: number) {
    this.#script = join(import.meta.dirname, script)
    this.#values = values
    this.#patience = patience
  }

  /** @returns its answer @throws Error that says how it ended without one */
  async ask(question: Question): Promise<Told<Answer>> {
    const child = (this.#process ??= this.#start())
    const ending = new AbortController()
    const options = { signal: ending.signal }
    const late = setTimeout(() => ending.abort(), this.#patience)
    try {
      child.send(question)
      const told = await Promise.race([
        once(child, 'message', options).then(([message]) => message as Told<Answer>),
        once(child, 'exit', options).then(([code, signal]) => Promise.reject(new Error(`the process ended with ${signal ?? code}`))),
      ])
      return told as Told<Answer>
    } catch (error) {
      const wasLate = ending.signal.aborted
      await this.end()
      throw wasLate ? new Error(`no answer in ${this.#patience} ms`) : error
    } finally {
      clearTimeout(late)
      ending.abort()
    }
  }

  /** Ends it, if it runs. */
  async end(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  #start(): ChildProcess {
    return fork(this.#script, this.#values, {
      execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    })
  }
}

/** The child's side: answers each question, one after the other. */
export function answering<Question>(answer: (question: Question) => unknown): void {
  process.on('message', (question: Question) => {
    const since = process.cpuUsage()
    void Promise.resolve(answer(question)).then((value) => {
      const { user, system } = process.cpuUsage(since)
      process.send!({ answer: value, took: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 })
    })
  })
}

/** @returns new keys that somebody has put on what all objects have */
export function polluted(): string[] {
  const probe: Record<string, unknown> = {}
  const found: string[] = []
  for (const key in probe) found.push(key)
  return [...found, ...Object.keys(Object.prototype), ...Object.keys(Array.prototype)]
}
