import { setImmediate as nextTurn } from 'node:timers/promises'
import { appError } from '../shared/app-error.ts'

/** Items that are worked on before others get a turn, progress is told and a cancellation is heard. */
const PORTION = 500

export interface Watch {
  signal: AbortSignal
  progress: (done: number, total: number) => void
}

/**
 * Long work in portions.
 * @param work one portion
 * @throws AppError task.cancelled between two portions; whatever the work throws
 */
export async function inPortions<T>(
  items: readonly T[],
  work: (portion: readonly T[]) => void,
  { signal, progress }: Watch,
): Promise<void> {
  for (let from = 0; from < items.length; from += PORTION) {
    if (signal.aborted) throw appError('task.cancelled')
    work(items.slice(from, from + PORTION))
    progress(Math.min(from + PORTION, items.length), items.length)
    await nextTurn()
  }
  if (signal.aborted) throw appError('task.cancelled')
}
