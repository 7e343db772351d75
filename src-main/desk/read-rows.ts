import type { Dictionary } from '../model/indicator.ts'
import type { ImportMapping, ImportRow } from '../model/import.ts'
import type { CommunityFacts } from '../model/plan.ts'
import { readRows, type RowsRead, readSpreadsheet, recognise, type Recognition, type Book } from '../documents/import/reading.ts'

export interface SheetRead {
  book: Book
  recognition: Recognition
  rows: RowsRead
}

/** Bytes of a spreadsheet to recognised rows. @throws file.* when it can't be read, import.* when nothing in it is recognised */
export async function readSheet(bytes: Uint8Array, fileName: string, dictionary: Dictionary, mapping?: ImportMapping): Promise<SheetRead> {
  const book = await readSpreadsheet(bytes, fileName)
  const recognition = recognise(book, dictionary, mapping)
  return { book, recognition, rows: readRows(book, recognition, dictionary) }
}

/** A delivered row as a community's facts. */
export const factsOfRow = (row: ImportRow): CommunityFacts => ({
  key: row.key,
  code: row.code,
  name: row.name,
  district: row.district,
  subdistrict: row.subdistrict,
  values: Object.fromEntries(Object.entries(row.values).filter(([, value]) => value !== null)),
  previousFen: row.previousFen ?? null,
  previousClass: row.previousClass ?? null,
})
