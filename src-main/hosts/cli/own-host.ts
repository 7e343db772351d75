import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { InputOf, OperationName, OutputOf } from '../../contract/operations.ts'
import { writePreferences } from '../../desk/preferences.ts'
import { problem } from '../../model/problem.ts'
import type { Reply } from '../../contract/reply.ts'
import { AppError, appError } from '../../shared/app-error.ts'
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

/** Where a host of our own works. */
export interface OwnHost {
  /** The plan that is open from the start. */
  plan?: string | undefined
  /** Who signs what is changed. */
  operator?: string | undefined
  /** The app's data folder; left out: one of its own, which is removed afterwards. */
  data?: string | undefined
  /** Also where the plan can't be opened: what is asked for is to find out why. */
  evenBroken?: boolean
}

/** A data folder of its own, in which plan and operator are as if they had been chosen before. */
function ownFolder({ plan, operator }: OwnHost): string {
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-cli-'))
  const lastPlan = plan === undefined ? null : resolve(plan)
  writePreferences(folder, { operator: operator ?? '', lastPlan, recentPlans: [], years: {}, handedOut: {} })
  return folder
}

/** @throws AppError with the reasons where the plan could not be opened */
async function refuseWrongStart(ask: Ask): Promise<void> {
  const { startProblems } = await ask('app.status', {})
  if (startProblems.length > 0) throw new AppError(startProblems)
}

/**
 * Runs the loopback host, which is a program of its own, for as long as some work lasts.
 * @throws what the work throws; AppError request.unreachable where the host does not start; file.missing, and why a plan can't be opened
 */
export async function withOwnHost<T>(at: OwnHost, work: (ask: Ask) => Promise<T>): Promise<T> {
  if (at.plan !== undefined && !existsSync(at.plan)) throw appError('file.missing', { file: at.plan }, { file: at.plan })
  const folder = at.data ?? ownFolder(at)
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
    const ask = await session(address)
    if (at.evenBroken !== true) await refuseWrongStart(ask)
    if (at.data !== undefined && at.operator !== undefined) await ask('app.rename', { operator: at.operator })
    return await work(ask)
  } finally {
    child.kill()
    await ended
    if (at.data === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
