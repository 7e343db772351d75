import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The loopback host as source, or beside this program where it was built. */
export const host = (): string => {
  const source = join(import.meta.dirname, '..', 'web', 'main.ts')
  return existsSync(source) ? source : join(import.meta.dirname, 'web.js')
}

/** Runs the loopback host, which is a program of its own, to its end and takes over its exit status. It checks the options itself. */
export function serve(given: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [host(), ...given], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (status) => {
      process.exitCode = status ?? 0
      resolve()
    })
  })
}
