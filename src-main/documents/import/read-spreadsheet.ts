import { LARGEST_FILE, tooLarge } from '../../model/file.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { BLANK, cellText, type Book, type Cell } from './book.ts'
import { decodeText, parseCsv } from './csv.ts'
import { fileKindOf } from './file-kind.ts'
import { readLegacyWorkbook } from './legacy-workbook.ts'
import { readPackage } from './package-workbook.ts'

/**
 * Reads a spreadsheet: .xlsx, .xls (97 and newer) or .csv (UTF-8 with or without mark, UTF-16 with mark, GBK). What the file is, its
 * bytes decide and not its name.
 * @param fileName only for the messages.
 * @throws AppError file.empty, file.tooLarge (also what would unpack to too much), file.tooMuch, file.encrypted, file.corrupt (cut off,
 *   damaged) or file.notSpreadsheet, with `found` saying what it is: word, presentation, ods, xlsb, pdf, picture, rtf, html, xml, archive,
 *   database, zip, compound, oldExcel or binary.
 */
export async function readSpreadsheet(bytes: Uint8Array, fileName: string): Promise<Book> {
  if (bytes.length > LARGEST_FILE) throw new AppError([tooLarge(bytes.length, fileName)])
  const kind = fileKindOf(bytes)
  if (kind === 'empty') throw appError('file.empty', { file: fileName }, { file: fileName })
  const book = await readKind(kind, bytes, fileName)
  if (book.sheets.every((sheet) => sheet.rows.length === 0)) throw appError('file.empty', { file: fileName }, { file: fileName })
  return book
}

async function readKind(kind: Exclude<ReturnType<typeof fileKindOf>, 'empty'>, bytes: Uint8Array, fileName: string): Promise<Book> {
  switch (kind) {
    case 'zip':
      return readPackage(bytes, fileName)
    case 'compound':
      return readLegacyWorkbook(bytes, fileName)
    case 'text':
      return bookOfText(parseCsv(decodeText(bytes, fileName), fileName), fileName)
    case 'archive':
    case 'binary':
    case 'database':
    case 'pdf':
    case 'picture':
    case 'rtf':
      throw appError('file.notSpreadsheet', { file: fileName, found: kind }, { file: fileName })
    // Systems that export tables write these under the name of a spreadsheet, and Excel and WPS open them.
    case 'html':
    case 'xml':
      throw appError('file.notSpreadsheet', { file: fileName, found: kind, saveAs: '.xlsx' }, { file: fileName })
  }
}

/** A text table is a book of one sheet in which every cell is text; ="0012" is how a spreadsheet is told to leave digits alone. */
function bookOfText(lines: string[][], fileName: string): Book {
  const texts = lines.map((line) =>
    line.map((cell) =>
      cellText(cell)
        .replace(/^\ufeff/, '')
        .replace(/^="([^"]*)"$/, '$1')
        .trim(),
    ),
  )
  const rows = texts.flatMap((line, index) => (line.some((cell) => cell !== '') ? [index + 1] : []))
  const shown = (row: number, column: number): string => texts[row - 1]?.[column - 1] ?? ''
  const cell = (row: number, column: number): Cell => {
    const text = shown(row, column)
    return text === '' ? BLANK : /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(text) ? { kind: 'error' } : { kind: 'text', text }
  }
  const columns = texts.reduce((most, line) => Math.max(most, line.findLastIndex((text) => text !== '') + 1), 0)
  const nothingElse = { hidden: false, merges: [], hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() }
  return { fileName, kind: 'csv', sheets: [{ name: fileName.replace(/\.[^.]*$/, ''), rows, columns, cell, shown, ...nothingElse }] }
}
