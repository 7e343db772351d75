/** @param column 1 for A. @returns the column's letters, as in the spreadsheet. */
export const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26))

/** @returns a cell of the same sheet: H8. */
export const cell = (column: number, row: number): string => `${letters(column)}${row}`

/** @returns a cell range of the same sheet: H8:H20. */
export const range = (column: number, first: number, last: number): string => `${cell(column, first)}:${cell(column, last)}`

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

/** @returns a fixed cell of another sheet: 'Parameters'!$D$20. */
export const fixedCell = (sheet: string, column: number, row: number): string => `${quoted(sheet)}!$${letters(column)}$${row}`

/** @returns a fixed range of one column of another sheet: 'Parameters'!$D$20:$D$23. */
export const fixedRange = (sheet: string, column: number, first: number, last: number): string =>
  `${fixedCell(sheet, column, first)}:$${letters(column)}$${last}`
