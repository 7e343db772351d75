import { setImmediate as nextTurn } from 'node:timers/promises'
import type { OperationContext } from './service.ts'

/** Milliseconds of computing after which others get a turn. */
const TURN = 40

/**
 * Takes long work step by step: tells how far it is, lets others have their turn, and stops between two steps when asked to.
 * @param label says what is being done, as it is shown
 * @throws the signal's reason where it is aborted; whatever the work throws
 */
export async function inSteps<T>(
  work: Generator<{ done: number; total: number }, T> | AsyncGenerator<{ done: number; total: number }, T>,
  label: string,
  context: Pick<OperationContext, 'signal' | 'progress'>,
): Promise<T> {
  let since = performance.now()
  for (;;) {
    context.signal.throwIfAborted()
    const { done, value } = await work.next()
    if (done) return value
    if (performance.now() - since < TURN && value.done < value.total) continue
    context.progress(value.done, value.total, label)
    await nextTurn()
    since = performance.now()
  }
}
