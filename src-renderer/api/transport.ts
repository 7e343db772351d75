import type { Bridge } from '../../src-main/contract/bridge.ts'
import type { KeptFile } from '../../src-main/contract/operation.ts'
import type { Reply } from '../../src-main/contract/reply.ts'
import { problem } from '../../src-main/model/problem.ts'
import { ProblemError } from './problem-error.ts'

/** Carries requests to the core and its replies back; it knows nothing of what is asked. */
export interface Transport {
  call(name: string, input: unknown): Promise<Reply<unknown>>
  keepFile(file: File): Promise<Reply<KeptFile>>
}

/** Same origin, session cookie: the loopback host. A host that is gone is told as such. */
async function post<T>(path: string, type: string, body: BodyInit): Promise<Reply<T>> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': type }, body })
    return (await response.json()) as Reply<T>
  } catch (cause) {
    throw new ProblemError([problem('request.unreachable')], { cause })
  }
}
const overHttp: Transport = {
  call: (name, input) => post('/api', 'application/json', JSON.stringify({ name, input })),
  // The browser reads the file while it sends it.
  keepFile: (file) => post('/files', 'application/octet-stream', file),
}

const overBridge = (bridge: Bridge): Transport => ({
  call: async (name, input) => JSON.parse(await bridge.call(JSON.stringify({ name, input }))) as Reply<unknown>,
  keepFile: async (file) => bridge.keepFile(new Uint8Array(await file.arrayBuffer())),
})

/** @returns the window's own bridge (Electron), or HTTP where there is none. */
export const chooseTransport = (): Transport => (window.bridge ? overBridge(window.bridge) : overHttp)
