/** Reading a sheet in this thread: loads the spreadsheet library. */
export type { Book } from './book.ts'
export { readRows, type RowsRead } from './read-rows.ts'
export { readSpreadsheet } from './read-spreadsheet.ts'
export { recognise, type Recognition } from './recognise.ts'
