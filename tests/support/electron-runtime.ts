import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './project.ts'

export type Runtime = { program: string } | { reason: string }

/** Looks for the Electron runtime without importing 'electron', which would try to download it. */
export function electronRuntime(): Runtime {
  const folder = join(ROOT, 'node_modules', 'electron')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const pathFile = join(folder, 'path.txt')
  const program = existsSync(pathFile)
    ? join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(pathFile, 'utf8'))
    : null
  if (program === null || !existsSync(program))
    return { reason: `the runtime of Electron ${version} is not on this machine (npm start fetches it where the network allows)` }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { reason: 'Electron needs a display; run under xvfb-run' }
  return { program }
}
