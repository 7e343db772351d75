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
