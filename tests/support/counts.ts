import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Counts { passed: number; failed: number; skipped: number; reasons: string[] }

/** Leaves a suite's counts for the launcher, which adds up all suites (hosts/launch/suites.mjs). Run alone, a suite leaves nothing. */
export function reportCounts(counts: Counts): void {
  const folder = process.env.QUANHENG_COUNTS
  if (folder) writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(counts))
}
