import { renameSync } from 'node:fs'

/** How long a scanner or a preview is waited for: they let go within a second or two. */
const PATIENCE_MS = 2000
const AGAIN_AFTER_MS = 50
const HELD: readonly unknown[] = ['EBUSY', 'EPERM', 'EACCES']

const pause = (milliseconds: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/**
 * Gives a file another name. On Windows whoever has just read it (a virus scanner, the search index, a preview) may hold it for a moment:
 * that is tried again for two seconds. Elsewhere nobody's reading is in the way, and a refusal is a refusal.
 * @param platform as in process.platform @param rename the system's own
 * @throws the system's error, the last one
 */
export function renameFile(from: string, to: string, platform: string = process.platform, rename: typeof renameSync = renameSync): void {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return rename(from, to)
    } catch (error) {
      const isHeld = platform === 'win32' && HELD.includes((error as NodeJS.ErrnoException).code)
      if (!isHeld || performance.now() >= until) throw error
      pause(AGAIN_AFTER_MS)
    }
  }
}
