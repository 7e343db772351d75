import { readSpreadsheet } from '../import/read-spreadsheet.ts'
import { asDelivered } from '../import/turned.ts'
import { annotate } from './annotate.ts'
import { builtWorkbook } from './build.ts'
import { loadedWorkbook } from './load.ts'
import { addProblemList } from './problem-list.ts'

/**
 * What is wrong, in words, and where. Rows count from 1, columns are letters; null where it concerns more than one cell. `sheet`
 * '': the whole file.
 */
export interface CellNote {
  sheet: string
  row: number | null
  column: string | null
  community: string
  level: 'error' | 'warning'
  text: string
}

/**
 * Gives a delivered file back with a comment and a colour on every cell that has a problem, and a list of all problems as its first
 * sheet, so that whoever delivered it can correct it and deliver it again. What stands in the cells, joined cells and widths stay as they
 * were; macros, charts and links to other workbooks are left out. Our comments on a file that comes back a second time are replaced.
 * @param bytes of an .xlsx, .xls or .csv; what is no .xlsx is written anew as one
 * @param told also of sheets that were turned to be read
 * @returns the bytes of an .xlsx file
 * @throws AppError file.* as readSpreadsheet says
 */
export async function returnedWorkbook(bytes: Uint8Array, fileName: string, told: readonly CellNote[]): Promise<Uint8Array> {
  const book = await readSpreadsheet(bytes, fileName)
  const names = book.sheets.map(({ name }) => name)
  const notes = told.map((each) => asDelivered(each, names))
  const workbook = (book.kind === 'xlsx' ? await loadedWorkbook(bytes, book) : null) ?? (await builtWorkbook(book))
  // Sheets keep their order, but a text table's may have another name: Excel does not take every name.
  const sheetOf = (name: string) => workbook.worksheets[book.sheets.findIndex((sheet) => sheet.name === name)]
  annotate(
    book.sheets.map(({ name }) => sheetOf(name)!),
    notes.flatMap((note) => {
      const sheet = sheetOf(note.sheet)
      return sheet === undefined || note.row === null || note.column === null
        ? []
        : [{ ...note, cell: sheet.getCell(`${note.column}${note.row}`) }]
    }),
  )
  addProblemList(
    workbook,
    notes.map((note) => ({ ...note, sheetName: sheetOf(note.sheet)?.name ?? '' })),
  )
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
