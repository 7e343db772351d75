import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts'
import { problem } from '../../model/problem.ts'
import type { Reply } from '../../contract/reply.ts'
import { AppError } from '../../shared/app-error.ts'
import { host } from './serve.ts'

/** Asks the loopback host for an operation, as its pages do. @throws AppError with what it refuses */
export type Ask = <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>

/** The address has the token; the session's cookie is kept here, in memory. */
async function session(address: string): Promise<Ask> {
  const { origin } = new URL(address)
  const entry = await fetch(address, { redirect: 'manual' })
  const cookie = (entry.headers.get('set-cookie') ?? '').split(';')[0]!
  return async (name, input) => {
    const response = await fetch(`${origin}/api`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', cookie, origin },
      body: JSON.stringify({ name, input }),
    })
    const reply = (await response.json()) as Reply<unknown>
    if (!reply.ok) throw new AppError(reply.problems)
    return reply.value as never
  }
}

/**
 * Runs the loopback host, which is a program of its own, for as long as some work lasts, with a data folder that is removed afterwards.
 * @throws what the work throws; AppError request.unreachable where the host does not start
 */
export async function withOwnHost<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-cli-'))
  const child = spawn(process.execPath, [host(), '--data', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  try {
    const first = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>
    const [address] = await Promise.race([
      first,
      ended.then((): never => {
        throw new AppError([problem('request.unreachable')])
      }),
    ])
    return await work(await session(address))
  } finally {
    child.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
