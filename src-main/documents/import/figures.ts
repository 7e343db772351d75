import type { HeaderGrid } from './header.ts'
import type { Sheet } from './book.ts'
import { parseUnit } from '../../model/measure.ts'
import { isBlankMark } from '../../model/written-number.ts'

/** A figure as texts have it: 1,234.5, 1.234.567, 12 %, -3; with a footnote's mark. */
export const FIGURE = /^[-+−–]?(\d[\d,， ]*(\.\d+)?|\d{1,3}(\.\d{3}){2,})\s*%?[*#]?$/
/** The same with its unit behind it: 228人, 4.74万元. */
const WITH_UNIT = /^[-+−–]?\d[\d,， ]*(?:\.\d+)?\s*(?<unit>[^\d\s]{1,4})$/
/** 2026年 and 60岁 name a time and an age. */
function hasUnit(text: string): boolean {
  const unit = parseUnit(WITH_UNIT.exec(text)?.groups?.['unit'] ?? '')
  return unit !== null && unit.dimension !== 'years'
}
export const isYear = (text: string): boolean => /^(19|20|21)\d\d$/.test(text)

/** Whether a cell holds a figure, be it a number or the text of one. */
export function isFigure(sheet: Sheet, row: number, column: number): boolean {
  if (sheet.cell(row, column).kind === 'number') return true
  const text = sheet.shown(row, column).normalize('NFKC').trim()
  return FIGURE.test(text) || hasUnit(text)
}

/** Whether words stand before a column in a row: a total is often named there, joined or not. */
export function isNamedBefore(sheet: Sheet, row: number, column: number): boolean {
  for (let left = 1; left < column; left++) if (sheet.cell(row, left).kind === 'text' && !isFigure(sheet, row, left)) return true
  return false
}

/** Whether a row holds figures, and not only the years or the numbers of its columns. */
export function isDataRow(grid: HeaderGrid, row: number): boolean {
  const columns = Array.from({ length: grid.columns }, (_, at) => at + 1)
  const figures = columns.filter((column) => grid.text(row, column) !== '' && isFigure(grid.sheet, row, column))
  const texts = figures.map((column) => grid.text(row, column))
  if (texts.length === 0) return isOfMarks(columns.map((column) => grid.text(row, column)))
  if (texts.every(isYear)) return false
  const isOwn = (column: number): boolean => grid.anchor(row, column).startsWith(`${row}:`)
  const hasName = columns.some((column) => isOwn(column) && grid.text(row, column).length > LONGEST_NUMBER)
  return hasName || !texts.every((text, at) => Number(text) === at + 1)
}
/** What stands for a figure that is kept secret. */
const MARK = /^(x+|[※△])$/i
/** Whether a row has a name, and nothing but marks where its figures would be. */
function isOfMarks(texts: readonly string[]): boolean {
  const [name, ...others] = texts.filter((text) => text !== '')
  return name !== undefined && others.length > 1 && others.every((text) => isBlankMark(text) || MARK.test(text))
}
/** 甲, 乙, 1, 2, 3 ... number the columns, and nothing longer is among them. */
const LONGEST_NUMBER = 2

/** Of the cells that are filled in, so many have to be figures. */
const SHARE_OF_FIGURES = 0.6

/** @returns whether mostly figures stand below the header in that column */
export function standsAsFigures(sheet: Sheet, bottom: number, column: number): boolean {
  const filled = sheet.rows.filter((row) => row > bottom && sheet.shown(row, column).trim() !== '')
  return filled.length > 0 && filled.filter((row) => isFigure(sheet, row, column)).length >= filled.length * SHARE_OF_FIGURES
}
