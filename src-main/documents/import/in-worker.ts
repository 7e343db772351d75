import { extname, join } from 'node:path'
import type { ImportRow } from '../../model/import.ts'
import type { ImportLayout } from '../../model/import-desk.ts'
import type { Dictionary } from '../../model/indicator.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { FileContent } from '../../shared/file-content.ts'
import { incident } from '../../shared/incident.ts'
import { projectFolder } from '../../shared/project-folder.ts'
import { runThread, type Received } from '../../shared/thread.ts'
import { TAKEN } from '../../shared/thread-jobs.ts'
import type { AppealSource } from '../../model/appeal.ts'
import type { AppealsRead } from '../appeals/index.ts'
import type { CellNote } from '../returned/index.ts'
import type { DeliveredFile, FileRead, PartRead } from './read-file.ts'

/** A delivered file that the thread opens where it lies. */
export type FileToRead = Omit<DeliveredFile, 'bytes'> & { content: FileContent }

/** What a thread is asked for. */
export type Job =
  | { job: 'read'; files: readonly FileToRead[]; dictionary: Dictionary; layouts: readonly ImportLayout[] }
  | { job: 'appeals'; fileName: string; content: FileContent; year: number; source: AppealSource }
  | { job: 'return'; fileName: string; content: FileContent; notes: readonly CellNote[] }

/** What it says. Parts come without their rows, which follow. */
export type FromWorker =
  | { kind: 'progress'; file: number; share: number }
  | { kind: 'file'; file: number; sheets: string[]; parts: PartRead[] }
  | { kind: 'rows'; file: number; part: number; rows: ImportRow[] }
  | { kind: 'refused'; file: number; problems: Problem[] }
  | { kind: 'failed'; file: number; error: unknown }
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'appeals'; read: AppealsRead }
  | { kind: 'done' }

/** Room for 100,000 communities with 60 columns; a workbook that asks for more must not take the whole program with it. */
const MOST_MEGABYTES = 4096

/** A thread that says nothing for so long will not end by itself: the largest sheets are told of every few seconds. */
const LONGEST_SILENCE_MS = 120_000

/** The sources are run as they are; in a build the worker is a file of its own beside the hosts. */
const entry =
  extname(import.meta.filename) === '.ts'
    ? join(import.meta.dirname, 'import-worker.ts')
    : join(projectFolder(import.meta.dirname), 'out', 'main', 'import-worker.js')

/**
 * Runs a job in a thread of its own, so that the host goes on answering.
 * @param fileName named in the problem when memory or time is not enough
 * @param signal ends the thread at once, wherever it is
 * @param silence milliseconds without a message after which the thread is ended
 * @returns when the thread has ended
 * @throws AppError task.cancelled, file.outOfMemory, file.tooLong; whatever is a fault of ours in the thread
 */
async function run(
  job: Job,
  fileName: () => string,
  signal: AbortSignal,
  receive: (message: FromWorker) => void,
  silence = LONGEST_SILENCE_MS,
): Promise<void> {
  const silent = new AbortController()
  const timer = setTimeout(() => silent.abort(), silence)
  const receiving = (message: FromWorker): Received => {
    timer.refresh()
    if (message.kind === 'done') return { isDone: true }
    receive(message)
    return message.kind === 'rows' ? { reply: TAKEN } : {}
  }
  try {
    await runThread<FromWorker>({ entry, job, megabytes: MOST_MEGABYTES }, AbortSignal.any([signal, silent.signal]), receiving)
  } catch (error) {
    const named = [{ file: fileName() }, { file: fileName() }] as const
    if (silent.signal.aborted && !signal.aborted) throw appError('file.tooLong', ...named, error)
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? appError('file.outOfMemory', ...named, error) : error
  } finally {
    clearTimeout(timer)
  }
}

/** A file as it was read, or why it was not. */
export type ReadOutcome = { read: FileRead } | { problems: Problem[] }

/** What readInWorker is watched by. */
export interface ReadingWatch {
  signal: AbortSignal
  /** Told how many files are read, the one under way as a share. */
  progress(done: number, fileName: string): void
  /** Takes the account of a fault of ours. */
  log(text: string): void
  /** Milliseconds without a word after which the reading of a file is given up. */
  silence?: number
}

/**
 * Reads files in a thread of its own. What goes wrong with one of them, be it a fault of ours or memory that does not suffice, is that
 * file's problem: the others are read.
 * @returns one outcome for each file
 * @throws AppError task.cancelled
 */
export async function readInWorker(
  files: readonly FileToRead[],
  dictionary: Dictionary,
  layouts: readonly ImportLayout[],
  { signal, progress, log, silence }: ReadingWatch,
): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = []
  const fail = (file: number, error: unknown): void => {
    const { fileName } = files[file]!
    outcomes[file] = { problems: error instanceof AppError ? error.problems : [notRead(fileName, error, log)] }
  }
  for (let first = 0; first < files.length;) {
    let current = first
    const receive = (message: FromWorker): void => {
      switch (message.kind) {
        case 'progress':
          current = first + message.file
          return progress(current + message.share, files[current]!.fileName)
        case 'file':
          outcomes[first + message.file] = { read: { sheets: message.sheets, parts: message.parts } }
          return
        case 'rows': {
          const outcome = outcomes[first + message.file]!
          if ('read' in outcome) outcome.read.parts[message.part]!.rows.push(...message.rows)
          return
        }
        case 'refused':
          outcomes[first + message.file] = { problems: message.problems }
          return
        case 'failed':
          return fail(first + message.file, message.error)
        // The first is heard by the run itself, the second answers another job.
        case 'done':
        case 'appeals':
        case 'bytes':
      }
    }
    try {
      await run({ job: 'read', files: files.slice(first), dictionary, layouts }, () => files[current]!.fileName, signal, receive, silence)
      first = files.length
    } catch (error) {
      if (signal.aborted) throw error
      fail(current, error)
      first = current + 1
    }
  }
  return outcomes
}

function notRead(file: string, error: unknown, log: (text: string) => void): Problem {
  const { params } = incident(error, `reading ${file}`, log)
  return problem('file.notRead', { file, ...params }, { file })
}

/** Writes the comments into a delivered file, in a thread of its own. See returnedWorkbook. */
export async function returnInWorker(
  fileName: string,
  content: FileContent,
  notes: readonly CellNote[],
  signal: AbortSignal,
): Promise<Uint8Array> {
  let returned: Uint8Array | undefined
  await run(
    { job: 'return', fileName, content, notes },
    () => fileName,
    signal,
    (message) => {
      if (message.kind === 'bytes') returned = message.bytes
    },
  )
  return returned!
}

/** Reads a delivered sheet of appeals, in a thread of its own: tickets are counted there and never leave it. See readAppeals. */
export async function readAppealsInWorker(
  { fileName, content }: { fileName: string; content: FileContent },
  given: { year: number; source: AppealSource },
  signal: AbortSignal,
): Promise<AppealsRead> {
  let read: AppealsRead | undefined
  let problems: Problem[] = []
  await run(
    { job: 'appeals', fileName, content, ...given },
    () => fileName,
    signal,
    (message) => {
      if (message.kind === 'refused') problems = message.problems
      if (message.kind === 'appeals') read = message.read
    },
  )
  if (read === undefined) throw new AppError(problems)
  return read
}
