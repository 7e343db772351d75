import { setImmediate } from 'node:timers/promises'
import { appError } from './app-error.ts'

// Long work, the one way it is done: as a generator that stops between its portions. Whoever drives it tells how far it is, lets
// others have their turn and hears a cancellation, so that the work itself knows of none of this, and may as well be done at once.

/** Long work that stops between two portions, and says of each what its driver needs. */
type Work<Portion, T> = Generator<Portion, T> | AsyncGenerator<Portion, T>

/** Work each portion of which says how many pieces it was. */
export type Portions<T> = Generator<number, T>

/** How far work is. */
export interface Progress {
  done: number
  total: number
}

/** Who watches long work: told how far it is, and able to stop it between two portions. */
export interface Watch {
  signal?: AbortSignal | undefined
  progress?: ((done: number, total: number) => void) | undefined
}

/** The same where what is being done is told as well. */
export interface LabelledWatch {
  signal: AbortSignal
  progress: (done: number, total: number, label: string) => void
}

/** Milliseconds of computing after which others get a turn. */
const TURN = 40
/** Pieces that are worked on before others get a turn, where each is quick. */
const PIECES = 1000
/** Items that are worked on as one portion. */
const ITEMS = 500

/** Waits until whatever else was waiting has had its turn. */
export const nextTurn = (): Promise<void> => setImmediate()

/** @throws AppError task.cancelled where the signal is aborted */
export const refuseCancelled = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw appError('task.cancelled')
}

/**
 * The way of all long work.
 * @param refuse looks before each portion whether the work is to stop, and throws if so
 * @param rest lets others have their turn after a portion, or does not: undefined
 */
async function driven<Portion, T>(
  work: Work<Portion, T>,
  refuse: () => void,
  rest: (portion: Portion) => Promise<void> | undefined,
): Promise<T> {
  try {
    for (;;) {
      refuse()
      const step = work.next()
      // Waited for only where there is something to wait for: there may be a hundred thousand portions.
      const { done, value } = step instanceof Promise ? await step : step
      if (done) return value
      const pause = rest(value)
      if (pause !== undefined) await pause
    }
  } finally {
    // Lets the work close what it reads from; a value there is none.
    await work.return(undefined as T)
  }
}

/** Does all portions at once. @returns what the work returns */
export function atOnce<T>(work: Portions<T>): T {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/**
 * Takes work whose pieces are quick: others have their turn after every thousand of them.
 * @param told after each turn, how many pieces are done
 * @throws AppError task.cancelled between two portions; whatever the work throws
 */
export function inTurns<T>(work: Portions<T>, told: (done: number) => void, signal?: AbortSignal): Promise<T> {
  let pieces = 0
  let rested = 0
  return driven(
    work,
    () => refuseCancelled(signal),
    (portion) => {
      pieces += portion
      if (pieces - rested < PIECES) return undefined
      rested = pieces
      told(pieces)
      return nextTurn()
    },
  )
}

/**
 * Takes work whose portions are slow: others have their turn after each.
 * @param told after each portion
 * @throws AppError task.cancelled between two portions; whatever the work throws
 */
export function afterEach<T>(work: Work<unknown, T>, told: () => void = () => undefined, signal?: AbortSignal): Promise<T> {
  return driven(
    work,
    () => refuseCancelled(signal),
    () => {
      told()
      return nextTurn()
    },
  )
}

/**
 * Does something with many items, five hundred as one portion; others have their turn after each.
 * @param work one portion
 * @throws AppError task.cancelled between two portions; whatever the work throws
 */
export function inPortions<T>(
  items: readonly T[],
  work: (portion: readonly T[]) => void,
  { signal, progress = () => undefined }: Watch,
): Promise<void> {
  let done = 0
  function* portions(): Portions<void> {
    for (let from = 0; from < items.length; from += ITEMS) {
      const portion = items.slice(from, from + ITEMS)
      work(portion)
      yield portion.length
    }
  }
  return driven(
    portions(),
    () => refuseCancelled(signal),
    (portion) => {
      done += portion
      progress(done, items.length)
      return nextTurn()
    },
  )
}

/**
 * Takes work of which nobody knows how long its portions take: others have their turn by the clock, and once it is done.
 * @param label says what is being done, as it is shown
 * @throws the signal's reason where it is aborted; whatever the work throws
 */
export function inSteps<T>(work: Work<Progress, T>, label: string, { signal, progress }: LabelledWatch): Promise<T> {
  let since = performance.now()
  const rest = async ({ done, total }: Progress): Promise<void> => {
    progress(done, total, label)
    await nextTurn()
    since = performance.now()
  }
  return driven(
    work,
    () => signal.throwIfAborted(),
    (portion) => (performance.now() - since < TURN && portion.done < portion.total ? undefined : rest(portion)),
  )
}
