import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'

/**
 * Writes a list of mounts as the system's own, in which one folder more is a share of a server: nobody can mount one for a test. Programs
 * that are started with QUANHENG_MOUNTS naming it take it for the system's.
 * @param list path of the list
 */
export function writeMountsWith(folder: string, list: string, type = 'cifs'): void {
  const own = existsSync('/proc/self/mountinfo') ? readFileSync('/proc/self/mountinfo', 'utf8') : ''
  writeFileSync(list, `${own}900 27 0:90 / ${realpathSync(folder).replaceAll(' ', '\\040')} rw,relatime - ${type} //files/zzb rw\n`)
}
/** Where Windows says itself what is another computer's, no list is read. */
export const NO_MOUNTS = process.platform === 'win32'
