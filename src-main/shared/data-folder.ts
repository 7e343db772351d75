import { chmodSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/**
 * Where plan files live unless the user says otherwise: the place each system has for data of programs, or QUANHENG_DATA (a relative one is
 * meant from where the program was started).
 * https://specifications.freedesktop.org/basedir-spec/latest/
 * @returns an absolute path; the folder may not exist yet
 */
export const dataFolder = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string => {
  if (environment.QUANHENG_DATA) return resolve(environment.QUANHENG_DATA)
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Quanheng')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Quanheng')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'quanheng')
}

/**
 * Makes the data folder its owner's only: plans hold unpublished decisions about money, and other accounts of the computer have no business
 * there. A folder that somebody has chosen keeps the rights that it has. On Windows a profile is its owner's anyhow.
 * @param folder where the program will keep its data; it is made where it is not there
 */
export const forOwnerOnly = (folder: string, environment: Readonly<Record<string, string | undefined>> = process.env): void => {
  const isOurs = folder === dataFolder({ ...environment, QUANHENG_DATA: undefined })
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (isOurs && process.platform !== 'win32') chmodSync(folder, 0o700)
  } catch {
    // Where it can't be made or is another's, the start says so in words.
  }
}
