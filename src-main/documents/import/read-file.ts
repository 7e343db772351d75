import type { ImportMapping } from '../../model/import.ts'
import type { CellMend, ImportLayout } from '../../model/import-desk.ts'
import type { Dictionary } from '../../model/indicator.ts'
import { sampledWithout } from './samples.ts'
import { readRows, type RowsRead } from './read-rows.ts'
import { mendedBook } from './mended.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'
import { recognise, recogniseAll, type Recognition } from './recognise.ts'
import { tablesOf } from './tables-of-sheet.ts'
import { turnedBook } from './turned.ts'
import { vocabularyOf } from './vocabulary.ts'

/**
 * A delivered file and what the user has chosen for it. `onlyOne`: one sheet is read, the mapping's or the best one, else all
 * that recogniseAll finds.
 */
export interface DeliveredFile {
  fileName: string
  bytes: Uint8Array
  mappings: readonly ImportMapping[]
  sheets?: readonly string[] | undefined
  /** Cells as they were put right at the desk. */
  cells?: readonly CellMend[] | undefined
  onlyOne?: boolean
}

/** A sheet that was read as a table of communities. */
export interface PartRead extends RowsRead {
  recognition: Recognition
}
export interface FileRead {
  sheets: string[]
  parts: PartRead[]
}

/** How much of the work, as a share, is done when the file is unpacked and its cells are known. */
const PARSED = 0.6

/**
 * Bytes of a spreadsheet to recognised rows.
 * @param layouts remembered ones, the one saved last first
 * @param progress told the share of the work that is done
 * @throws AppError file.* as readSpreadsheet says
 */
export async function readFile(
  file: DeliveredFile,
  dictionary: Dictionary,
  layouts: readonly ImportLayout[],
  progress: (share: number) => void,
): Promise<FileRead> {
  const { fileName, bytes, mappings, sheets, cells = [], onlyOne } = file
  const delivered = await readSpreadsheet(bytes, fileName)
  const vocabulary = vocabularyOf(dictionary)
  const book = mendedBook(turnedBook(tablesOf(delivered, vocabulary), vocabulary), cells)
  progress(PARSED)
  const recognitions =
    onlyOne === true ? [recognise(book, dictionary, mappings[0], layouts)] : recogniseAll(book, dictionary, mappings, layouts, sheets)
  const share = (1 - PARSED) / recognitions.length
  const parts = recognitions.map((recognition, part) => {
    const read = readRows(book, recognition, dictionary, (done, total) => progress(PARSED + share * (part + done / total)))
    return { recognition: sampledWithout(read.skipped, recognition, book), ...read }
  })
  progress(1)
  return { sheets: book.sheets.map(({ name }) => name), parts }
}
