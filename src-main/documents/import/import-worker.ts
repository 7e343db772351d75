import { once } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { AppError } from '../../shared/app-error.ts'
import { bytesOf } from '../../shared/file-content.ts'
import { answerJobs } from '../../shared/thread-jobs.ts'
import type { FromWorker, Job } from './in-worker.ts'
import { readFile } from './read-file.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

// What runs in the thread of its own: see in-worker.ts.

/** Rows are handed over in portions, one when the last one was taken, so that the receiver is never busy with them for long. */
const PORTION = 2000

const send = (message: FromWorker): void => parentPort!.postMessage(message)

async function readAll({ files, dictionary, layouts }: Extract<Job, { job: 'read' }>): Promise<void> {
  for (const [file, { content, ...delivered }] of files.entries()) {
    send({ kind: 'progress', file, share: 0 })
    try {
      const bytes = bytesOf(content, delivered.fileName)
      const read = await readFile({ ...delivered, bytes }, dictionary, layouts, (share) => send({ kind: 'progress', file, share }))
      send({ kind: 'file', file, sheets: read.sheets, parts: read.parts.map((part) => ({ ...part, rows: [] })) })
      for (const [part, { rows }] of read.parts.entries()) {
        for (let from = 0; from < rows.length; from += PORTION) {
          send({ kind: 'rows', file, part, rows: rows.slice(from, from + PORTION) })
          await once(parentPort!, 'message')
        }
      }
    } catch (error) {
      send(error instanceof AppError ? { kind: 'refused', file, problems: error.problems } : { kind: 'failed', file, error })
    }
  }
}

async function returnFile({ fileName, content, notes }: Extract<Job, { job: 'return' }>): Promise<void> {
  const { returnedWorkbook } = await import('../returned/index.ts')
  send({ kind: 'bytes', bytes: await returnedWorkbook(bytesOf(content, fileName), fileName, notes) })
}

async function readOfAppeals({ fileName, content, year, source }: Extract<Job, { job: 'appeals' }>): Promise<void> {
  const { readAppeals } = await import('../appeals/index.ts')
  try {
    const book = await readSpreadsheet(bytesOf(content, fileName), fileName)
    send({ kind: 'appeals', read: readAppeals(book, { file: fileName, year, source }) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    send({ kind: 'refused', file: 0, problems: error.problems })
  }
}

answerJobs<Job>(async (job) => {
  await (job.job === 'read' ? readAll(job) : job.job === 'appeals' ? readOfAppeals(job) : returnFile(job))
  send({ kind: 'done' })
})
