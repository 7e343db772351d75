import { setImmediate as nextTurn } from 'node:timers/promises'

/** Work in portions, each of which says how many pieces it was. */
export type Portions<T> = Generator<number, T>

/** Who watches long work: told how many pieces are done, and able to stop it between two portions. */
export interface Watch {
  signal?: AbortSignal | undefined
  progress?: ((done: number, total: number) => void) | undefined
}

/** Pieces that are worked on before others get a turn. */
const PIECES = 1000

/** Does all portions at once. @returns what the work returns */
export function atOnce<T>(work: Portions<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/**
 * The same, with turns for others in between: what takes seconds as a whole must not keep the host from answering.
 * @param told after each turn, how many pieces are done
 * @throws the signal's reason where it is aborted; whatever the work throws
 */
export async function inTurns<T>(work: Portions<T>, told: (done: number) => void, signal?: AbortSignal): Promise<T> {
  let pieces = 0
  let rested = 0
  try {
    for (;;) {
      signal?.throwIfAborted()
      const { done, value } = work.next()
      if (done) return value
      pieces += value
      if (pieces - rested < PIECES) continue
      rested = pieces
      told(pieces)
      await nextTurn()
    }
  } finally {
    // Lets the work close what it reads from; a value there is none.
    work.return(undefined as T)
  }
}
