import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PIECES } from './pieces.ts'

/** What is still being written was touched a moment ago. */
const OLD_MS = 60 * 60 * 1000

/**
 * Takes away what a program that was killed while it made, copied or restored a plan had not finished: it never got its name, and nobody
 * was told that it was done.
 * @param folder of plan files; what can't be taken away stays
 * @returns the names that are gone
 */
export function removeLeftovers(folder: string, ending: string, now: Date): string[] {
  const isLeft = (name: string): boolean => PIECES.some((piece) => name.endsWith(`${ending}.partial${piece}`))
  const isOld = (name: string): boolean => now.getTime() - statSync(join(folder, name)).mtimeMs > OLD_MS
  return readdirSync(folder).filter((name) => {
    try {
      if (!isLeft(name) || !isOld(name)) return false
      rmSync(join(folder, name))
      return true
    } catch {
      return false
    }
  })
}
