import type { Locator, Page } from '@playwright/test'
import { read, type WorkBook } from 'xlsx'
import { oneSheet, type CellInput } from '../../support/spreadsheet-files.ts'
import { importPage } from '../screens/import.ts'
import { saved } from './app.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Chooses several real workbooks at once, by their names. */
export const chooseFiles = (page: Page, files: Readonly<Record<string, CellInput[][]>>): Promise<void> =>
  importPage
    .file(page)
    .setInputFiles(Object.entries(files).map(([name, rows]) => ({ name, mimeType: XLSX, buffer: Buffer.from(oneSheet(rows)) })))

/** Presses a button that hands over a file. @returns its name and its bytes */
export function download(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  return saved(page, () => button.click())
}

/** Every text of a workbook, cell by cell, and every comment. */
export function textsOf(bytes: Buffer): { texts: string[]; comments: Record<string, string> } {
  const book: WorkBook = read(bytes)
  const cells = book.SheetNames.flatMap((sheet) => Object.entries(book.Sheets[sheet]!).filter(([address]) => !address.startsWith('!')))
  return {
    texts: cells.map(([, cell]) => String(cell.v ?? '')),
    comments: Object.fromEntries(
      cells
        .filter(([, cell]) => cell.c?.length > 0)
        .map(([address, cell]) => [address, (cell.c as { t: string }[]).map((each) => each.t).join('\n')]),
    ),
  }
}
