import { Worker } from 'node:worker_threads'
import { appError } from './app-error.ts'

/** What a thread runs: a file that answers jobs (thread-jobs.ts), one of them, and how much memory it may have. */
export interface ThreadWork {
  entry: string
  job: unknown
  megabytes: number
}
/** What follows from a message: an answer to it, or that nothing more is to come. */
export interface Received {
  reply?: unknown
  isDone?: boolean
}

/**
 * A thread that has done its job waits so long for the next one: it has loaded what it needs, which takes longer than to read a small
 * file. Then its memory is given back.
 */
const LONGEST_WAIT_MS = 30_000
interface Waiting {
  worker: Worker
  stop(): void
}
const waiting = new Map<string, Waiting>()

/**
 * Runs a job in a thread of its own, in one that waits for it or in a new one.
 * @param signal ends the thread at once, wherever it is
 * @returns when the job is done; after anything else when the thread has ended
 * @throws AppError task.cancelled; whatever is a fault of ours in the thread, ERR_WORKER_OUT_OF_MEMORY among that
 */
export function runThread<Message>(
  { entry, job, megabytes }: ThreadWork,
  signal: AbortSignal,
  receive: (message: Message) => Received,
): Promise<void> {
  if (signal.aborted) return Promise.reject(appError('task.cancelled'))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = takeWaiting(entry) ?? new Worker(entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  let isDone = false
  let failure: unknown = null
  const cancel = (): void => void worker.terminate()
  signal.addEventListener('abort', cancel, { once: true })
  worker.on('message', (message: Message) => {
    if (signal.aborted) return
    const { reply, isDone: isLast = false } = receive(message)
    if (reply !== undefined) worker.postMessage(reply)
    if (!isLast) return
    isDone = true
    signal.removeEventListener('abort', cancel)
    leave(worker)
    keepWaiting(entry, worker)
    resolve()
  })
  worker.on('error', (error) => (failure = error))
  // Only when the thread is gone: a process that ends while one of its threads is ending can crash.
  worker.on('exit', (code) => {
    if (!isDone) reject(signal.aborted ? appError('task.cancelled') : (failure ?? new Error(`The thread of ${entry} ended with ${code}`)))
  })
  worker.postMessage(job)
  return promise.finally(() => signal.removeEventListener('abort', cancel))
}

/** Not all listeners: Node has some of its own. */
function leave(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

function takeWaiting(entry: string): Worker | undefined {
  const found = waiting.get(entry)
  found?.stop()
  found?.worker.ref()
  return found?.worker
}

/** At most one waits for each kind of job, and none keeps a program from ending. */
function keepWaiting(entry: string, worker: Worker): void {
  const former = waiting.get(entry)
  former?.stop()
  void former?.worker.terminate()
  const timer = setTimeout(() => {
    stop()
    void worker.terminate()
  }, LONGEST_WAIT_MS).unref()
  const stop = (): void => {
    clearTimeout(timer)
    leave(worker)
    waiting.delete(entry)
  }
  // One that fails while it waits is not taken; the next job has a new one.
  worker.on('error', stop)
  worker.on('exit', stop)
  worker.unref()
  waiting.set(entry, { worker, stop })
}

/** The end of the program: ends the threads that wait. @returns when they are gone */
export async function endWaitingThreads(): Promise<void> {
  await Promise.all(
    [...waiting.values()].map(({ worker, stop }) => {
      stop()
      return worker.terminate()
    }),
  )
}
