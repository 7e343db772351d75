import { columnLetters } from '../import/book.ts'

/** @returns a cell of the same sheet: H8. */
export const cell = (column: number, row: number): string => `${columnLetters(column)}${row}`

/** @returns a cell range of the same sheet: H8:H20. */
export const range = (column: number, first: number, last: number): string => `${cell(column, first)}:${cell(column, last)}`

const quoted = (sheet: string): string => `'${sheet.includes("'") ? sheet.replaceAll("'", "''") : sheet}'`

/** @returns a fixed cell of another sheet: 'Parameters'!$D$20. */
export const fixedCell = (sheet: string, column: number, row: number): string => `${quoted(sheet)}!$${columnLetters(column)}$${row}`

/** @returns a fixed range of one column of another sheet: 'Parameters'!$D$20:$D$23. */
export const fixedRange = (sheet: string, column: number, first: number, last: number): string =>
  `${fixedCell(sheet, column, first)}:$${columnLetters(column)}$${last}`
