import { parentPort, threadId } from 'node:worker_threads'
import { answerJobs } from '../../src-main/shared/thread-jobs.ts'

answerJobs<'say' | 'fail' | 'wait'>((job) => {
  if (job === 'fail') return Promise.reject(new Error('as it was asked to'))
  if (job === 'say') parentPort!.postMessage(threadId)
  return Promise.resolve()
})
