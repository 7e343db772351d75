import type { CellMend } from '../../model/import-desk.ts'
import { BLANK, columnNumber, type Book, type Cell, type Sheet } from './book.ts'

/**
 * The book with cells as they were put right at the desk: what was typed stands in place of what was delivered, and an empty text is an
 * empty cell. The delivered file itself stays as it is.
 */
export function mendedBook(book: Book, mends: readonly CellMend[]): Book {
  if (mends.length === 0) return book
  return { ...book, sheets: book.sheets.map((sheet) => mendedSheet(sheet, mends)) }
}

const at = (row: number, column: number): string => `${row}:${column}`

function mendedSheet(sheet: Sheet, mends: readonly CellMend[]): Sheet {
  const texts = new Map(
    mends.filter((each) => each.sheet === sheet.name).map(({ row, column, text }) => [at(row, columnNumber(column)), text.trim()]),
  )
  if (texts.size === 0) return sheet
  return {
    ...sheet,
    cell(row, column): Cell {
      const text = texts.get(at(row, column))
      if (text === undefined) return sheet.cell(row, column)
      return text === '' ? BLANK : { kind: 'text', text }
    },
    shown: (row, column) => texts.get(at(row, column)) ?? sheet.shown(row, column),
    isMended: (row, column) => texts.has(at(row, column)),
  }
}
