import { BLANK, columnLetters, columnNumber, type Book, type Merge, type Sheet } from './book.ts'
import { findHeader, looksTurned, type Header } from './header.ts'
import { headerByShape } from './header-shape.ts'
import { headingPart } from './heading-text.ts'
import { standsAcross, standsAsNames } from './places-by-values.ts'
import { withoutTable } from './tables-of-sheet.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the name of a sheet that was turned ends with: rows and columns that are told of it are those of the turned one. */
const TURNED = '（转置）'
/** A table of communities in columns has a row for each indicator; what is longer is none. */
const MOST_ROWS = 300

/** Of the cells below the headings that are known, so many have to be numbers: a list of headings with what they mean is no table. */
const SHARE_OF_NUMBERS = 0.5

/**
 * The book with the sheets turned whose communities are columns and whose indicators are rows, as "paste special, transpose" would turn
 * them. Only where it is certain: turned, more headings are known than as it stands, a column of communities is among them, and what
 * stands below the others is figures.
 */
export function turnedBook(book: Book, vocabulary: Vocabulary): Book {
  const names = new Set(book.sheets.map(({ name }) => name))
  const turn = (sheet: Sheet): Sheet => {
    const name = `${sheet.name}${TURNED}`
    if (sheet.rows.length > MOST_ROWS || names.has(name)) return sheet
    if (hasPlacesAcross(sheet, vocabulary)) return turnedSheet(sheet, name)
    if (!looksTurned(sheet, vocabulary)) return sheet
    const turned = turnedSheet(sheet, name)
    const header = findHeader(turned, vocabulary)
    const hasNames = header?.headings.some(
      ({ match, column }) => match?.field === 'name' || (match === null && standsAsNames(turned, header.bottom, column)),
    )
    if (header === null || hasFieldsAsNames(turned, header, vocabulary)) return sheet
    const isKnownBetter = hasNames === true && header.score > (findHeader(sheet, vocabulary)?.score ?? 0)
    return isKnownBetter && holdsFigures(turned, header) ? turned : sheet
  }
  return { ...book, sheets: book.sheets.map(turn) }
}

/** Of a sheet whose indicators nobody knows: its places stand in the header, and there is no column of them. */
function hasPlacesAcross(sheet: Sheet, vocabulary: Vocabulary): boolean {
  if (findHeader(sheet, vocabulary) !== null) return false
  const header = headerByShape(sheet, vocabulary)
  if (header === null) return false
  const rows = Array.from({ length: header.bottom - header.top + 1 }, (_, at) => header.top + at)
  const columns = Array.from({ length: sheet.columns }, (_, at) => at + 1)
  const textsIn = (row: number): string[] => columns.map((column) => sheet.shown(row, column).trim()).filter((text) => text !== '')
  return rows.some((row) => standsAcross(textsIn(row))) || (hasAgesDown(sheet, header) && textsIn(header.bottom).length >= FEWEST_ACROSS)
}

/** Men, women and all are across in a table of ages, too; so many are places. */
const FEWEST_ACROSS = 6
const SHARE_OF_AGES = 0.7
const AGE = /\d\s*(to|[-~～—–至+]|years?|yrs?|[岁歳])|岁|歳/i

/** Ages are no areas: those stand across then. */
function hasAgesDown(sheet: Sheet, { bottom }: Header): boolean {
  const labels = sheet.rows
    .filter((row) => row > bottom)
    .map((row) => sheet.shown(row, 1).trim())
    .filter((text) => text !== '')
  return labels.length > 2 && labels.filter((text) => AGE.test(text)).length >= labels.length * SHARE_OF_AGES
}

/** A form of one community has headings and what they say in turn, so that turned the names would be headings again: 街道： */
function hasFieldsAsNames(sheet: Sheet, { bottom, headings }: Header, vocabulary: Vocabulary): boolean {
  const known = headings.filter(({ match }) => match !== null).map(({ column }) => column)
  return sheet.rows.some(
    (row) => row > bottom && known.filter((column) => vocabulary.match([headingPart(sheet.shown(row, column)).text]) !== null).length >= 2,
  )
}

const PLACES: readonly string[] = ['name', 'code', 'district', 'subdistrict']

function holdsFigures(sheet: Sheet, { bottom, headings }: Header): boolean {
  const columns = headings.filter(({ match }) => match !== null && !PLACES.includes(match.field)).map(({ column }) => column)
  const texts = sheet.rows
    .filter((row) => row > bottom)
    .flatMap((row) => columns.map((column) => sheet.shown(row, column).trim()))
    .filter((text) => text !== '')
  return texts.length > 0 && texts.filter((text) => /^[-+]?[\d０-９]/.test(text)).length >= texts.length * SHARE_OF_NUMBERS
}

/** Turned, a title over the whole table would make all rows one. */
const isTitle = ({ firstColumn, lastColumn }: Merge, { columns }: Sheet): boolean => (lastColumn - firstColumn + 1) * 2 > columns

/** A row of texts in English below one in Chinese says the same again. */
function isTranslation(sheet: Sheet, row: number): boolean {
  const above = sheet.rows[sheet.rows.indexOf(row) - 1]
  if (above === undefined) return false
  const texts = Array.from({ length: sheet.columns }, (_, at) => sheet.shown(row, at + 1).trim()).filter((text) => text !== '')
  const first = Array.from({ length: sheet.columns }, (_, at) => sheet.shown(above, at + 1).trim()).find((text) => text !== '')
  return texts.every((text) => /^[a-z][a-z\s.,'()&-]{2,}$/i.test(text)) && /\p{Script=Han}/u.test(first ?? '')
}

function turnedSheet(delivered: Sheet, name: string): Sheet {
  const translations = new Set(delivered.rows.filter((row) => isTranslation(delivered, row)))
  const sheet: Sheet = {
    ...delivered,
    cell: (row, column) => (translations.has(row) ? BLANK : delivered.cell(row, column)),
    shown: (row, column) => (translations.has(row) ? '' : delivered.shown(row, column)),
  }
  const columns = Array.from({ length: sheet.columns }, (_, at) => at + 1)
  return {
    name,
    hidden: sheet.hidden,
    turned: true,
    rows: columns.filter((column) => sheet.rows.some((row) => sheet.cell(row, column).kind !== 'blank')),
    columns: sheet.rows.at(-1) ?? 0,
    merges: sheet.merges
      .filter((merge) => !isTitle(merge, sheet))
      .map(({ firstRow, firstColumn, lastRow, lastColumn }) => ({
        firstRow: firstColumn,
        firstColumn: firstRow,
        lastRow: lastColumn,
        lastColumn: lastRow,
      })),
    hiddenRows: sheet.hiddenColumns,
    hiddenColumns: sheet.hiddenRows,
    cell: (row, column) => sheet.cell(column, row),
    shown: (row, column) => sheet.shown(column, row),
  }
}

/** A place in a sheet; row and column are null where no one cell is meant. */
interface Told {
  sheet: string
  row: number | null
  column: string | null
}
/**
 * @param sheets of the file as it was delivered, by name
 * @returns the same place in the file as it was delivered
 */
export function asDelivered<T extends Told>(told: T, sheets: readonly string[]): T {
  const { row, column } = told
  if (sheets.includes(told.sheet)) return told
  const sheet = told.sheet
  if (!sheet.endsWith(TURNED)) return { ...told, sheet: withoutTable(sheet) }
  return {
    ...told,
    sheet: withoutTable(sheet.slice(0, -TURNED.length)),
    row: column === null ? null : columnNumber(column),
    column: row === null ? null : columnLetters(row),
  }
}
