import type { ParsingOptions, WorkBook } from 'xlsx'
import { appError } from '../../shared/app-error.ts'
import type { Book } from './book.ts'
import { PackageError, unpackParts, type PackageTrouble } from './package-parts.ts'
import { BOUNDS, tooMuch } from './bounds.ts'
import { cellParts, leftOutOf, outsideOf, plainPackage, relationsOf, sheetPaths } from './cell-parts.ts'
import { withFormats } from './number-formats.ts'
import { sheetMarks, type SheetMarks } from './sheet-marks.ts'
import { bookOf, type NumberFormatter } from './sheetjs-book.ts'
import { surveyOf } from './well-formed.ts'

const TROUBLE_CODES = { corrupt: 'file.corrupt', encrypted: 'file.encrypted', tooLarge: 'file.tooLarge' } as const satisfies Record<
  PackageTrouble,
  string
>

/** SheetJS's mark of an entry that is a file and not a folder. */
const STREAM = 2

/** Reads an .xlsx package. @throws AppError as readSpreadsheet says. */
export async function readPackage(bytes: Uint8Array, fileName: string): Promise<Book> {
  const corrupt = (what: string, cause?: unknown): Error => appError('file.corrupt', { file: fileName, what }, { file: fileName }, cause)
  const all = unpackNamed(bytes, fileName)
  const other = whatElse(all)
  if (other !== null) throw appError('file.notSpreadsheet', { file: fileName, found: other }, { file: fileName })
  const found = cellParts(all)
  const texts = relationsOf(found).find(({ type }) => type === 'sharedStrings')?.path
  let elements = 0
  for (const [path, part] of found) {
    const survey = surveyOf(part)
    if (!survey.isWhole) throw corrupt(path)
    elements += survey.elements
    if (elements > BOUNDS.elements) throw tooMuch(fileName, BOUNDS.elements)
    if (survey.longest > BOUNDS.piece) throw tooMuch(fileName, BOUNDS.piece)
    // A text is two elements at least: itself, and what it says.
    if (path === texts && survey.elements > 2 * BOUNDS.texts) throw tooMuch(fileName, BOUNDS.texts)
  }
  for (const path of sheetPaths(found)) {
    const outside = path === undefined || !found.has(path) ? undefined : outsideOf(found.get(path)!)
    if (outside !== undefined) throw corrupt(`${path}: ${outside}`)
  }
  const parts = plainPackage(found)
  const sheetjs = await import('xlsx')
  // parse_zip takes parts that are unpacked already, so that our guard against bombs is the only unpacking there is.
  const { parse_zip: parseParts } = sheetjs as unknown as { parse_zip(parts: object, options: ParsingOptions): WorkBook }
  const styles = relationsOf(parts).find(({ type }) => type === 'styles')?.path ?? ''
  if (parts.has(styles)) parts.set(styles, withFormats(parts.get(styles)!, sheetjs.SSF.is_date as (code: string) => boolean))
  const container = { FullPaths: [...parts.keys()], FileIndex: [...parts].map(([name, content]) => ({ name, content, type: STREAM })) }
  let workbook: WorkBook
  try {
    workbook = parseParts(container, { dense: true, cellDates: true, cellNF: true, cellText: false, cellHTML: false })
  } catch (error) {
    throw corrupt('xl/workbook.xml', error)
  }
  const paths = sheetPaths(parts)
  for (const [place, name] of workbook.SheetNames.entries()) {
    // A sheet that SheetJS could not read is left out without a word.
    if (workbook.Sheets[name] === undefined) throw corrupt(paths[place] ?? name)
  }
  const marks = paths.map((path): SheetMarks | undefined => {
    const part = path === undefined ? undefined : parts.get(path)
    return part === undefined ? undefined : sheetMarks(part)
  })
  return { ...bookOf(workbook, 'xlsx', fileName, marks, sheetjs.SSF.format as NumberFormatter), leftOut: leftOutOf(all) }
}

function unpackNamed(bytes: Uint8Array, fileName: string): Map<string, Buffer> {
  try {
    return unpackParts(bytes)
  } catch (error) {
    if (!(error instanceof PackageError)) throw error
    throw appError(TROUBLE_CODES[error.trouble], { file: fileName, ...error.params }, { file: fileName }, error)
  }
}

/** What a package is that is no .xlsx; null when it is one. */
function whatElse(parts: Map<string, Buffer>): string | null {
  if (parts.has('xl/workbook.xml')) return null
  const type = parts.get('mimetype')?.toString('latin1') ?? ''
  if (type.includes('spreadsheet')) return 'ods'
  if (type.includes('text') || parts.has('word/document.xml')) return 'word'
  if (type.includes('presentation') || parts.has('ppt/presentation.xml')) return 'presentation'
  if (parts.has('xl/workbook.bin')) return 'xlsb'
  return /spreadsheetml[^"]*main\+xml/.test(parts.get('[Content_Types].xml')?.toString('latin1') ?? '') ? null : 'zip'
}
