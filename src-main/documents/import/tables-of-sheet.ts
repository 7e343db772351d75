import { BLANK, columnLetters, type Book, type Sheet } from './book.ts'
import { findHeader, headerAt, headerGrid, type Header } from './header.ts'
import { furtherTables } from './tables-by-shape.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A longer sheet is one table: several little ones are made by hand. */
const MOST_ROWS = 3000
/** Headings that a row has to name, the communities' among them, to begin a table of its own. */
const FEWEST_FIELDS = 3

/** What the name of a further table of a sheet ends with; it has the rows and columns that it has in the file. */
const FURTHER = /（(第\d+行|[A-Z]{1,3}列)起）$/
/** @returns the sheet of the file in which the table stands */
export const withoutTable = (sheet: string): string => sheet.replace(FURTHER, '')

/**
 * The book with several tables of one sheet as sheets of their own: below each other, each with a header of its own, or the same
 * headings again beside the first ones. The first keeps the sheet's name, and every cell its row and column.
 */
export function tablesOf(book: Book, vocabulary: Vocabulary): Book {
  const sheets = book.sheets.flatMap((sheet) =>
    sheet.rows.length > MOST_ROWS
      ? [sheet]
      : below(sheet, vocabulary)
          .flatMap(apart)
          .flatMap((each) => beside(each, vocabulary)),
  )
  return { ...book, sheets }
}

const fieldsOf = ({ headings }: Header): string =>
  headings.flatMap(({ column, match }) => (match === null ? [] : [`${column}:${match.field}`])).join()

function below(sheet: Sheet, vocabulary: Vocabulary): Sheet[] {
  const grid = headerGrid(sheet)
  const isFigure = (row: number): boolean => {
    for (let column = 1; column <= grid.columns; column++) if (sheet.cell(row, column).kind === 'number') return true
    return false
  }
  const starts: number[] = []
  let last = ''
  let sinceFigures = sheet.rows[0] ?? 1
  for (const [at, row] of sheet.rows.entries()) {
    if (isFigure(row)) {
      sinceFigures = sheet.rows[at + 1] ?? row
      continue
    }
    const header = headerAt(grid, row, row, vocabulary)
    if (header.score < FEWEST_FIELDS || header.headings.every(({ match }) => match?.field !== 'name')) continue
    // The same header again is that of a further page.
    if (fieldsOf(header) !== last && sinceFigures !== starts.at(-1)) starts.push(sinceFigures)
    last = fieldsOf(header)
  }
  return starts.length < 2 ? [sheet] : piecesFrom(sheet, starts.slice(1))
}

/** Tables of which no heading is known, or which say something else of the same areas. */
function apart(sheet: Sheet): Sheet[] {
  const starts = furtherTables(sheet)
  return starts.length === 0 ? [sheet] : piecesFrom(sheet, starts)
}

/** @param starts rows with which the second piece and further ones begin */
function piecesFrom(sheet: Sheet, starts: readonly number[]): Sheet[] {
  return [0, ...starts].map((start, at) => {
    const end = starts[at] ?? Infinity
    const isIn = (row: number): boolean => row >= start && row < end
    const name = at === 0 ? sheet.name : `${withoutTable(sheet.name)}（第${start}行起）`
    return { ...sheet, name, rows: sheet.rows.filter(isIn), merges: sheet.merges.filter(({ firstRow }) => isIn(firstRow)), piece: true }
  })
}

function beside(sheet: Sheet, vocabulary: Vocabulary): Sheet[] {
  const header = findHeader(sheet, vocabulary)
  const names = header?.headings.filter(({ match }) => match?.field === 'name').map(({ column }) => column) ?? []
  if (header === null || names.length < 2) return [sheet]
  const texts = new Map(header.headings.map(({ column, parts }) => [column, parts.map(({ text }) => text).join('/')]))
  const before = names[0]! - header.headings[0]!.column
  const starts = names.map((column) => column - before)
  const isRepeated = names.every((column, at) => {
    const width = names[1]! - names[0]!
    return (
      column === names[0]! + at * width &&
      [...Array(width).keys()].every((step) => isSameOrBlank(texts, starts[0]! + step, starts[at]! + step))
    )
  })
  if (!isRepeated) return [sheet]
  return starts.map((start, at) => columnsOf(sheet, at, at === 0 ? 1 : start, (starts[at + 1] ?? sheet.columns + 1) - 1))
}

const isSameOrBlank = (texts: ReadonlyMap<number, string>, one: number, other: number): boolean => texts.get(one) === texts.get(other)

function columnsOf(sheet: Sheet, at: number, first: number, last: number): Sheet {
  const isIn = (column: number): boolean => column >= first && column <= last
  const cell: Sheet['cell'] = (row, column) => (isIn(column) ? sheet.cell(row, column) : BLANK)
  return {
    ...sheet,
    name: at === 0 ? sheet.name : `${sheet.name}（${columnLetters(first)}列起）`,
    columns: last,
    rows: sheet.rows.filter((row) => {
      for (let column = first; column <= last; column++) if (sheet.cell(row, column).kind !== 'blank') return true
      return false
    }),
    merges: sheet.merges.filter(({ firstColumn, lastColumn }) => isIn(firstColumn) && isIn(lastColumn)),
    cell,
    shown: (row, column) => (isIn(column) ? sheet.shown(row, column) : ''),
    piece: true,
  }
}
