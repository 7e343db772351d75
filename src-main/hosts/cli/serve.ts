import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectFolder } from '../../shared/project-folder.ts'

/** The loopback host: as source where this runs from source, else as it was built (this file may lie in a chunk then). */
export const host = (): string =>
  import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, '..', 'web', 'main.ts')
    : join(projectFolder(import.meta.dirname), 'out', 'main', 'web.js')

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
