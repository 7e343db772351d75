import type { Workbook } from 'exceljs'
import type { Book } from '../import/book.ts'
import { unpackParts } from '../import/package-parts.ts'

/** A rule for what may be typed is kept cell by cell while the workbook is in memory; beyond this many cells all rules are left out. */
const MOST_RULED_CELLS = 200_000
const ROWS_OF_A_SHEET = 1_048_576

/**
 * Loads an .xlsx for writing it again.
 * @param book the same file as it was read for importing
 * @returns null where it does not come through whole: every cell that was read has to be there
 */
export async function loadedWorkbook(bytes: Uint8Array, book: Book): Promise<Workbook | null> {
  const { default: Excel } = await import('exceljs')
  const workbook = new Excel.Workbook()
  const ignoreNodes = ruledCells(bytes) > MOST_RULED_CELLS ? ['dataValidations'] : []
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0], { ignoreNodes })
  } catch (error) {
    // The library does not know everything that programs write into workbooks; the book is then written anew from what was read.
    if (error instanceof Error) return null
    throw error
  }
  if (!holds(workbook, book)) return null
  cutLinks(workbook)
  return workbook
}

/** Cells for which there are rules, as the parts of the sheets say. */
function ruledCells(bytes: Uint8Array): number {
  let cells = 0
  for (const [path, part] of unpackParts(bytes)) {
    if (!path.startsWith('xl/worksheets/')) continue
    for (const [, ranges = ''] of part.toString('latin1').matchAll(/<(?:\w+:)?dataValidation\s[^>]*sqref="([^"]*)"/g)) {
      for (const range of ranges.split(' ')) cells += cellsIn(range)
    }
  }
  return cells
}

function cellsIn(range: string): number {
  const [, fromColumn = '', fromRow, toColumn = fromColumn, toRow = fromRow] = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/.exec(range) ?? []
  const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const rows = toRow === '' || fromRow === '' ? ROWS_OF_A_SHEET : Number(toRow) - Number(fromRow) + 1
  return rows * (columnOf(toColumn) - columnOf(fromColumn) + 1)
}

function holds(workbook: Workbook, book: Book): boolean {
  return (
    book.sheets.length === workbook.worksheets.length &&
    book.sheets.every((sheet, place) => {
      const target = workbook.worksheets[place]!
      return (
        target.name === sheet.name &&
        sheet.rows.every((row) => {
          const found = target.findRow(row)
          for (let column = 1; column <= sheet.columns; column++) {
            const { kind } = sheet.cell(row, column)
            if (kind !== 'blank' && (found?.findCell(column)?.value ?? null) === null) return false
          }
          return true
        })
      )
    })
  )
}

/** A formula or name that points into another workbook would make Excel ask for that workbook: what it came to is kept. */
function cutLinks(workbook: Workbook): void {
  const isLink = (formula: string | undefined): boolean => formula !== undefined && /\[\d+\]/.test(formula)
  for (const sheet of workbook.worksheets) {
    const linked: { address: string; result: unknown }[] = []
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (isLink(cell.formula)) linked.push({ address: cell.address, result: cell.result })
      }),
    )
    for (const { address, result } of linked) sheet.getCell(address).value = (result ?? null) as never
  }
  const { definedNames } = workbook
  definedNames.model = definedNames.model.filter(({ ranges }) => !ranges.some(isLink))
}
