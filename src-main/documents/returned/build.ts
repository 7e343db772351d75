import { sheetName } from '../workbook/sheet-name.ts'
import type { Cell as SheetCell, Workbook } from 'exceljs'
import type { Book, Cell, Sheet } from '../import/book.ts'

const NARROWEST = 8
const WIDEST = 40
/** Rows looked at for the width of a column. */
const ROWS_MEASURED = 200

/** Writes a book that was read as a new workbook: its cells, joined cells and hidden rows and columns, with widths that fit. */
export async function builtWorkbook(book: Book): Promise<Workbook> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const taken = new Set<string>()
  for (const sheet of book.sheets) {
    const target = workbook.addWorksheet(sheetName(sheet.name, taken), { state: sheet.hidden ? 'hidden' : 'visible' })
    for (const row of sheet.rows) {
      for (let column = 1; column <= sheet.columns; column++)
        putCell(target.getCell(row, column), sheet.cell(row, column), sheet.shown(row, column))
    }
    for (const { firstRow, firstColumn, lastRow, lastColumn } of sheet.merges) target.mergeCells(firstRow, firstColumn, lastRow, lastColumn)
    for (let column = 1; column <= sheet.columns; column++) {
      Object.assign(target.getColumn(column), { width: widthOf(sheet, column), hidden: sheet.hiddenColumns.has(column) })
    }
    for (const row of sheet.hiddenRows) target.getRow(row).hidden = true
  }
  return workbook
}

function putCell(target: SheetCell, cell: Cell, shown: string): void {
  if (cell.kind === 'blank') return
  if (cell.kind === 'number') {
    target.value = cell.number
    if (cell.percent) target.numFmt = '0.##########%'
  } else if (cell.kind === 'boolean') target.value = cell.boolean
  else {
    // Digits that are text (codes) stay text, and so does what is shown of dates and failed formulas: it is not to be taken over anyway.
    target.value = cell.kind === 'text' ? cell.text : shown
    target.numFmt = '@'
  }
}

/** Two columns of Latin letters for each Chinese sign. */
const widthOfText = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0xff ? 2 : 1), 0)

function widthOf(sheet: Sheet, column: number): number {
  const most = Math.max(0, ...sheet.rows.slice(0, ROWS_MEASURED).map((row) => widthOfText(sheet.shown(row, column))))
  return Math.min(WIDEST, Math.max(NARROWEST, most + 2))
}
