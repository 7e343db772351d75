import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { modules } from './folders.mjs'
import { isRunning } from './processes.mjs'
import { say } from './words.mjs'

const folder = join(modules, 'electron')
/** What the program is called in a runtime that somebody has unzipped: only Electron's own fetching writes it down. */
const PROGRAMS = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
/** What arrives of a runtime, and which process fetches it. */
const arriving = join(modules, '.cache', 'electron')
const fetching = join(modules, '.cache', 'electron-fetching')
const QUIET_MS = 20_000
const LOOK_EVERY_MS = 200
const MEGABYTE = 1024 * 1024
const TOLD_EVERY = 10 * MEGABYTE

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

/** @returns the bytes of all files below a folder; what comes and goes meanwhile may be missed */
function bytesBelow(folder) {
  try {
    const paths = readdirSync(folder, { recursive: true }).map((name) => join(folder, name))
    return paths.map((path) => statSync(path, { throwIfNoEntry: false })).reduce((sum, file) => sum + (file?.isFile() ? file.size : 0), 0)
  } catch {
    return 0
  }
}

/** @returns the process that an earlier start has begun, or 0; a number from before the machine was started is another's by now */
function begunEarlier() {
  const noted = statSync(fetching, { throwIfNoEntry: false })
  return noted !== undefined && noted.mtimeMs > Date.now() - uptime() * 1000 ? Number(readFileSync(fetching, 'utf8')) : 0
}

/**
 * Begins to fetch the runtime with Electron's own script; mirrors set by ELECTRON_MIRROR or npm's electron_mirror are its business. It goes
 * on whatever becomes of this program, so one that an earlier start has begun is not begun again.
 * @returns the number of its process, or undefined where it could not begin
 */
function beginToFetch(node) {
  const earlier = begunEarlier()
  if (earlier > 0 && isRunning(earlier)) return earlier
  rmSync(arriving, { recursive: true, force: true })
  mkdirSync(arriving, { recursive: true })
  const own = { TMPDIR: arriving, TEMP: arriving, TMP: arriving }
  const child = spawn(node, [join(folder, 'install.js')], {
    stdio: 'ignore',
    detached: true,
    windowsHide: true,
    env: { ...process.env, ...own },
  })
  child.once('error', () => {})
  child.unref()
  writeFileSync(fetching, String(child.pid ?? ''))
  return child.pid
}

/**
 * Fetches the runtime and tells how far it is, for as long as bytes arrive. Where none do for a while it is no longer waited for; the
 * fetching goes on, so that a later start finds the runtime.
 * @returns {Promise<string | null>} the path of the program
 */
export async function fetchElectron(node) {
  const id = beginToFetch(node)
  let [seen, told, quietSince] = [-1, 0, Date.now()]
  while (id !== undefined && isRunning(id)) {
    const bytes = bytesBelow(arriving)
    const all = bytes + bytesBelow(join(folder, 'dist'))
    if (all !== seen) [seen, quietSince] = [all, Date.now()]
    if (Date.now() - quietSince > QUIET_MS) return null
    if (bytes >= told + TOLD_EVERY) {
      told = bytes - (bytes % TOLD_EVERY)
      say(`正在下载运行时：已有 ${told / MEGABYTE} MB ……`, `Fetching the runtime: ${told / MEGABYTE} MB so far ...`)
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  rmSync(fetching, { force: true })
  return electronProgram()
}
