/** Delivered sheets, as far as it costs nothing to load; what reads them in this thread is in reading.ts. */
export { readAppealsInWorker, readInWorker, type FileToRead, type ReadOutcome, returnInWorker } from './in-worker.ts'
export { layoutId } from './layouts.ts'
export { ledgerColumnProblems, ledgerDictionary } from './ledger-columns.ts'
export { comparableName, comparablePlace, communityKey, tidyName } from './places.ts'
export { ProblemList } from './problem-list.ts'
export type { PartRead, DeliveredFile } from './read-file.ts'
