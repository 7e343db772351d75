import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Counts {
  passed: number
  failed: number
  skipped: number
  /** why tests were skipped, one each */
  reasons: string[]
  /** what failed, one each: which test, and what it said */
  failures: string[]
}

/** Enough of a message to know what happened. */
const LINES_OF_A_FAILURE = 12

/** @returns a failure in a few lines, for the end of a long record */
export const failure = (test: string, messages: readonly string[]): string =>
  [
    test,
    ...messages
      .join('\n')
      .replaceAll(/\u001b\[[0-9;]*m/g, '')
      .split('\n')
      .slice(0, LINES_OF_A_FAILURE),
  ].join('\n    ')

/**
 * Leaves a suite's counts for the launcher, which adds up all suites (hosts/launch/suites.mjs); the last ones count. They are left after
 * each file or test, so that a suite that is ended from outside has said what it knew. Run alone, a suite leaves nothing.
 */
export function reportCounts(counts: Counts): void {
  const folder = process.env.QUANHENG_COUNTS
  if (!folder) return
  // Whoever is ended while writing must not leave half a file.
  const file = join(folder, `${process.pid}.json`)
  writeFileSync(`${file}.partial`, JSON.stringify(counts))
  renameSync(`${file}.partial`, file)
}
