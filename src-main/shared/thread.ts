import { Worker } from 'node:worker_threads'
import { appError } from './app-error.ts'

/** What a thread runs: a file, what it is given, and how much memory it may have. */
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
 * Runs a file in a thread of its own.
 * @param signal ends the thread at once, wherever it is
 * @returns when the thread has ended
 * @throws AppError task.cancelled; whatever is a fault of ours in the thread, ERR_WORKER_OUT_OF_MEMORY among that
 */
export function runThread<Message>(
  { entry, job, megabytes }: ThreadWork,
  signal: AbortSignal,
  receive: (message: Message) => Received,
): Promise<void> {
  if (signal.aborted) return Promise.reject(appError('task.cancelled'))
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const worker = new Worker(entry, { workerData: job, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  let isDone = false
  let failure: unknown = null
  const cancel = (): void => void worker.terminate()
  signal.addEventListener('abort', cancel, { once: true })
  worker.on('message', (message: Message) => {
    if (signal.aborted) return
    const { reply, isDone: isLast = false } = receive(message)
    if (isLast) isDone = true
    if (reply !== undefined) worker.postMessage(reply)
  })
  worker.on('error', (error) => (failure = error))
  // Only when the thread is gone: a process that ends while one of its threads is ending can crash.
  worker.on('exit', (code) => {
    if (isDone) resolve()
    else reject(signal.aborted ? appError('task.cancelled') : (failure ?? new Error(`The thread of ${entry} ended with ${code}`)))
  })
  return promise.finally(() => signal.removeEventListener('abort', cancel))
}
