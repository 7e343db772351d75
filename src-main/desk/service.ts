import type { Note } from '../contract/reply.ts'
import type { OperationName, OutputOf, ParsedInputOf } from '../contract/operations.ts'

/** Which host carries a request; 'test' where there is none. */
export type Host = 'electron' | 'web' | 'cli' | 'test'

/**
 * Prints a page of the app into a PDF, in the way of the host: a window of its own, an installed browser.
 * @param page its address within the app, such as print/allocation?language=zh
 * @param reached told how many of the PRINTING_STAGES are over
 * @throws AppError document.noBrowser, document.pdfFailed
 */
export type PagePrinter = (page: string, signal: AbortSignal, reached?: (stage: number) => void) => Promise<Uint8Array>
/** A page is opened, laid out, and printed. */
export const PRINTING_STAGES = 3

/** Shows a folder in the system's own window for files. @throws the system's error where it has none */
export type FolderOpener = (folder: string) => Promise<void>

/** What an operation may use beside its input. */
export interface OperationContext {
  /** Aborted when the user cancels; work that notices throws (signal.throwIfAborted()). */
  signal: AbortSignal
  /** How far a long task is; `label` names what is being done and is shown as it is. */
  progress(done: number, total: number, label: string): void
  host: Host
  /** Left out where the host can't print. */
  printPage?: PagePrinter | undefined
  /** Left out where the host has no window for files. */
  showFolder?: FolderOpener | undefined
  /** What is told beside the answer. */
  note?: (note: Note) => void
}

/** Answered by dispatch itself: they are about requests under way, and about the page, whether the app has started or not. */
export const OWN_OPERATIONS = ['task.progress', 'task.cancel', 'app.fault'] as const
export type OwnOperation = (typeof OWN_OPERATIONS)[number]
export type ServiceOperation = Exclude<OperationName, OwnOperation>

/**
 * The whole app as its hosts see it: one function for each operation of the contract, with input already checked and defaults
 * filled in.
 */
export type Service = {
  [N in ServiceOperation]: (input: ParsedInputOf<N>, context: OperationContext) => OutputOf<N> | Promise<OutputOf<N>>
}

/** What every host writes down for those who maintain the app; never shown to users. */
export interface Logger {
  error(text: string): void
  info(text: string): void
}
