import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './project.ts'

export interface RunningWebHost {
  address: string
  origin: string
  process: ChildProcess
  /** Ends it as Ctrl+C does. @returns its exit status */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts the loopback host as a process of its own on a free port and waits for its address.
 * @param program its built form (out/main/web.js) or its source
 */
export async function startWebHostProcess(
  dataFolder: string,
  program = join(ROOT, 'src-main/hosts/web/main.ts'),
  { given = [], env = {} }: { given?: string[]; env?: Record<string, string> } = {},
): Promise<RunningWebHost> {
  const child = spawn(process.execPath, [program, '--port', '0', '--data', dataFolder, ...given], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  })
  let complaints = ''
  child.stderr.on('data', (text: Buffer) => {
    complaints += text.toString()
  })
  const ended = once(child, 'exit') as Promise<[number | null]>
  const lines = createInterface({ input: child.stdout })
  const first = once(lines, 'line') as Promise<[string]>
  const result = await Promise.race([
    first,
    ended.then(([status]) => {
      throw new Error(`the host ended with ${status}: ${complaints}`)
    }),
  ])
  const address = result[0]
  return {
    address,
    origin: new URL(address).origin,
    process: child,
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      return (await ended)[0]
    },
  }
}

interface Answer {
  status: number
  reply: unknown
}
/** Calls an operation; hands a file over. */
type Session = ((name: string, input?: unknown) => Promise<Answer>) & { keepFile(bytes: Uint8Array<ArrayBuffer>): Promise<Answer> }

/** A browser's part: opens the address once and keeps the session, then asks as the pages do. */
export async function openSession(address: string): Promise<Session> {
  const { origin } = new URL(address)
  const entry = await fetch(address, { redirect: 'manual' })
  const cookie = entry.headers.get('set-cookie')!.split(';')[0]!
  const post = async (path: string, type: string, body: BodyInit): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, { method: 'POST', headers: { 'Content-Type': type, cookie, origin }, body })
    return { status: response.status, reply: await response.json() }
  }
  return Object.assign((name: string, input?: unknown) => post('/api', 'application/json', JSON.stringify({ name, input })), {
    keepFile: (bytes: Uint8Array<ArrayBuffer>) => post('/files', 'application/octet-stream', bytes),
  })
}
