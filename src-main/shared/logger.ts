import { appendFileSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { renameFile } from './rename.ts'

export const LOG_FILE = 'quanheng.log'
const LARGEST_LOG = 1_000_000

/**
 * Writes what happened into a file of the data folder, for those who maintain the app; the former file is kept when it has grown
 * large. A log that can't be written (read-only folder, full disk) goes to standard error instead: it must never stop the work.
 */
export function fileLogger(folder: string, now: () => Date): { error(text: string): void; info(text: string): void } {
  const path = join(folder, LOG_FILE)
  const write = (level: string, text: string): void => {
    const line = `${now().toISOString()} ${level} ${text}\n`
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) renameFile(path, `${path}.old`)
      appendFileSync(path, line)
    } catch (error) {
      process.stderr.write(`${String(error)}\n${line}`)
    }
  }
  return { error: (text) => write('error', text), info: (text) => write('info', text) }
}
