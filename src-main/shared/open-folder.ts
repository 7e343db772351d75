import { spawn } from 'node:child_process'

const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'explorer.exe', darwin: 'open' }

/**
 * Shows a folder in the system's own window for files.
 * @param folder its path
 * @returns when the system has taken it over
 * @throws the system's error where there is no such program
 */
export const openFolder = (folder: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(PROGRAMS[process.platform] ?? 'xdg-open', [folder], { stdio: 'ignore', detached: true })
    child.once('error', reject)
    child.once('spawn', () => {
      child.unref()
      resolve()
    })
  })
