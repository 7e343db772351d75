import { parentPort } from 'node:worker_threads'

/** What the program says to a thread that waits for a reply. */
export const TAKEN = 'taken'

/** In a thread: does one job after another as they are asked for (thread.ts). What `work` throws ends the thread. */
export function answerJobs<Job>(work: (job: Job) => Promise<void>): void {
  parentPort!.on('message', (message: Job | typeof TAKEN) => {
    if (message !== TAKEN) void work(message)
  })
}
