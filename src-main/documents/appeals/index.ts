/** Delivered sheets of appeals. What reads the bytes is loaded in a thread: see documents/import/in-worker.ts. */
export { monthIn, readAppeals, type AppealsRead } from './read.ts'
export { appealsWorkbook } from './write.ts'
export { sourceIn, subjectIn, type CountsRow, type SaidPlace, type TalliedCell } from './tally.ts'
