import { once } from 'node:events'
import { fork } from 'node:child_process'
import { join } from 'node:path'

/** A loopback host on a data folder, beside others in one process. */
export interface SharedHost {
  address: string
  end(): Promise<void>
}

/** What is asked of the process, and what it says. */
export type Asked = { start: string } | { end: string }
export type Said = { address: string } | { ended: true } | { fault: string }

/**
 * A process that keeps hosts for one test after the other: the program is loaded once, and is warm from the second test on. What is
 * promised of the process of a host itself is tried by hosts that have one each.
 */
export class ManyHosts {
  readonly #process = fork(join(import.meta.dirname, 'many-hosts-process.ts'), { env: { ...process.env, NODE_ENV: 'production' } })
  readonly #gone = once(this.#process, 'exit') as Promise<[number | null]>

  async start(dataFolder: string): Promise<SharedHost> {
    const said = await this.#ask({ start: dataFolder })
    if (!('address' in said)) throw new Error(`not started: ${JSON.stringify(said)}`)
    return { address: said.address, end: () => this.#end(dataFolder) }
  }

  /** @throws Error with what the host complained of and nobody caught */
  async #end(dataFolder: string): Promise<void> {
    const said = await this.#ask({ end: dataFolder })
    if (!('ended' in said)) throw new Error(JSON.stringify(said))
  }

  async #ask(asked: Asked): Promise<Said> {
    const answer = once(this.#process, 'message') as Promise<[Said]>
    this.#process.send(asked)
    const [said] = await Promise.race([answer, this.#gone])
    return typeof said === 'object' && said !== null ? said : { fault: `the process of the hosts ended with ${said}` }
  }

  close(): void {
    this.#process.kill()
  }
}
