import { workbookBytes, type CellInput } from './spreadsheet-files.ts'

type Rows = readonly (readonly unknown[])[]

/** @returns an .xlsx file with one sheet of these rows, as base64 */
export const sheetBytes = async (rows: Rows): Promise<string> => bookBytes({ Sheet1: rows })

/** @returns an .xlsx file with these sheets, as base64 */
export const bookBytes = (sheets: Readonly<Record<string, Rows>>): string =>
  Buffer.from(workbookBytes(Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows as CellInput[][] })))).toString('base64')
