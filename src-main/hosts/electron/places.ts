import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dataFolder } from '../../shared/data-folder.ts'

/** Beside the program this file says that plans lie beside it too, in the folder 'data': on a stick, or where nothing may be installed. */
const PORTABLE = 'portable.txt'

export interface Places {
  /** Plan files and what is remembered beside them. */
  data: string
  /** The window's own files, and the lock of the single instance. */
  own: string
  /** Chromium's caches: on Windows in the part of the profile that is not carried from machine to machine. */
  caches: string
}

/**
 * @param program path of the running program
 * @returns absolute paths; the folders may not exist yet
 */
export function placesOf(
  program: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): Places {
  const beside = dirname(program)
  const isPortable = !environment['QUANHENG_DATA'] && existsSync(join(beside, PORTABLE))
  const data = isPortable ? join(beside, 'data') : dataFolder(environment, platform)
  const own = join(data, 'window')
  const local = environment['LOCALAPPDATA']
  if (platform !== 'win32' || isPortable || !local) return { data, own, caches: own }
  // Two data folders are two programs at once, and Chromium's files belong to one.
  const name = createHash('sha256').update(data).digest('hex').slice(0, 8)
  return { data, own, caches: join(local, 'Quanheng', `window-${name}`) }
}
