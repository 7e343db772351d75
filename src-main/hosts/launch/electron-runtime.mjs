import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from './folders.mjs'

const folder = join(modules, 'electron')
/** What the program is called in a runtime that somebody has unzipped: only Electron's own fetching writes it down. */
const PROGRAMS = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
const FETCH_TIME_MS = 20_000

/**
 * Electron's package comes without its runtime. This looks for it without importing 'electron', which would start a download.
 * @returns {string | null} the path of the program, or null where it is missing or of another version
 */
export function electronProgram() {
  const pathFile = join(folder, 'path.txt')
  const distribution = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : (PROGRAMS[process.platform] ?? 'electron')
  const program = join(distribution, name)
  const versionFile = join(distribution, 'version')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const fits = existsSync(program) && existsSync(versionFile) && readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version
  return fits ? program : null
}

/** @returns whether a window can be shown at all */
export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Fetches the runtime with Electron's own script, silently; mirrors set by ELECTRON_MIRROR or npm's electron_mirror are its business.
 * On a slow line the fetching goes on after this function's time is up, so that the next start finds the runtime.
 * @returns {Promise<{ program: string | null, stop(): void }>} `stop` ends what is still under way
 */
export async function fetchElectron(node) {
  const child = spawn(node, [join(folder, 'install.js')], { stdio: 'ignore' })
  let timer
  await Promise.race([
    new Promise((resolve) => {
      child.once('exit', resolve).once('error', resolve)
    }),
    new Promise((resolve) => {
      timer = setTimeout(resolve, FETCH_TIME_MS)
    }),
  ])
  clearTimeout(timer)
  return { program: electronProgram(), stop: () => child.kill() }
}
