import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

/** `ended`: the exit code, or the name of the signal that ended it. */
export interface Child {
  process: ChildProcess
  lines: AsyncIterableIterator<string>
  ended: Promise<string | number | null>
}

/** A program of this folder in a process of its own, killed when the test is over. */
export const startChild = (script: string, ...values: string[]): Child => {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...values], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<string | number | null>((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { process: child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), ended }
}
