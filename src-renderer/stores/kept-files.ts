import { onScopeDispose } from 'vue'
import { call, keepFile } from '../api/client.ts'
import { refusalOf } from '../api/files.ts'
import type { Problem } from '../../src-main/model/problem.ts'

/** A file that the core keeps for a page: its name, and the id by which operations are asked about it. */
export interface HandedOver {
  fileName: string
  kept: string
}

/** The files that the core keeps for a page. They are sent once; what the page needs no longer is let go, and all when it is left. */
export function useKeptFiles() {
  const held = new Set<string>()
  let isLeft = false

  /** Lets everything go but these. */
  function keepOnly(files: readonly HandedOver[]): void {
    const needed = new Set(files.map(({ kept }) => kept))
    const gone = [...held].filter((kept) => !needed.has(kept))
    if (gone.length === 0) return
    for (const kept of gone) held.delete(kept)
    call('file.free', { files: gone }).catch(() => {
      /* nothing to be said: a core that can't be reached keeps nothing, and what it has no room for goes by itself */
    })
  }

  /**
   * Hands files over, one after the other, so that at most one of them is in memory.
   * @returns those that are kept now, and what was wrong with the others: too large, or not readable
   * @throws ProblemError where the core can't take them
   */
  async function handOver(files: readonly File[]): Promise<{ kept: HandedOver[]; problems: Problem[] }> {
    const done: HandedOver[] = []
    const problems: Problem[] = []
    for (const file of files) {
      const refusal = await refusalOf(file)
      if (refusal !== null) {
        problems.push(refusal)
        continue
      }
      const { kept } = await keepFile(file)
      held.add(kept)
      done.push({ fileName: file.name, kept })
      if (isLeft) keepOnly([])
    }
    return { kept: done, problems }
  }

  onScopeDispose(() => {
    isLeft = true
    keepOnly([])
  })
  return { handOver, keepOnly }
}
