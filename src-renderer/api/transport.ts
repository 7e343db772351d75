import type {} from '../../src-main/contract/bridge.ts'
import { problem } from '../../src-main/model/problem.ts'
import type { Reply } from '../../src-main/contract/reply.ts'
import { ProblemError } from './problem-error.ts'

/** Carries a request to the core and its reply back; it knows nothing of what is asked. */
export type Transport = (name: string, input: unknown) => Promise<Reply<unknown>>

/** Same origin, session cookie: the loopback host. A host that is gone is told as such. */
const overHttp: Transport = async (name, input) => {
  try {
    const response = await fetch('/api', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, input }),
    })
    return (await response.json()) as Reply<unknown>
  } catch (cause) {
    throw new ProblemError([problem('request.unreachable')], { cause })
  }
}

/** @returns the window's own bridge (Electron), or HTTP where there is none. */
export function chooseTransport(): Transport {
  const { bridge } = window
  return bridge ? (name, input) => bridge.call(name, input) : overHttp
}
