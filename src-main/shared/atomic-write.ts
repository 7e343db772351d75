import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { renameFile } from './rename.ts'

/** Waits until the file's bytes are on the disk, not only in the system's memory. */
export const flushFile = (path: string): void => {
  const descriptor = openSync(path, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Gives a finished, flushed file its name, and waits until the name is on the disk too (Windows has no such call for folders). */
export const renameFlushed = (from: string, to: string): void => {
  renameFile(from, to)
  if (process.platform === 'win32') return
  const folder = openSync(dirname(to), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/**
 * Writes a file so that after a crash or on a full disk there is either the former file, whole, or the new one, whole.
 * @param path of the file; its folder exists
 * @throws the system's error; then the former file is untouched and nothing is left beside it
 */
export const writeFileAtomically = (path: string, content: string | Uint8Array): void => {
  const partial = `${path}.${process.pid}.partial`
  try {
    writeFileSync(partial, content)
    flushFile(partial)
    renameFlushed(partial, path)
  } catch (error) {
    rmSync(partial, { force: true })
    throw error
  }
}
