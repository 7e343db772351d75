import type { CellObject, WorkBook, WorkSheet } from 'xlsx'
import { BLANK, cellText, columnLetters, columnNumber, type Book, type Cell, type Sheet } from './book.ts'
import type { SheetMarks } from './sheet-marks.ts'

/** How a number with its number format is shown; SheetJS's SSF.format. @throws Error for a format that it can't print */
export type NumberFormatter = (format: string, value: number) => string

const ERROR_NAMES: Record<number, string> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
}

/**
 * Lays our view of a book over a workbook read by SheetJS (dense). Cells are translated when they are asked for, so that a large
 * sheet is not held twice.
 * @param marks what SheetJS does not hand on, by the sheet's place in the workbook.
 */
export function bookOf(
  workbook: WorkBook,
  kind: Book['kind'],
  fileName: string,
  marks: (SheetMarks | undefined)[],
  format: NumberFormatter,
): Book {
  const sheets = workbook.SheetNames.map((name, place) => {
    const hidden = (workbook.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0
    return sheetOf(name, hidden, workbook.Sheets[name], marks[place], format)
  })
  return { fileName, kind, sheets }
}

function sheetOf(
  name: string,
  hidden: boolean,
  worksheet: WorkSheet | undefined,
  marks: SheetMarks | undefined,
  format: NumberFormatter,
): Sheet {
  const data: (CellObject | undefined)[][] = worksheet?.['!data'] ?? []
  const withoutValue = marks?.formulasWithoutValue ?? new Map<string, string>()
  const objectAt = (row: number, column: number): CellObject | undefined => data[row - 1]?.[column - 1]
  const neverCalculated = (row: number, column: number): string | undefined =>
    withoutValue.size > 0 ? withoutValue.get(columnLetters(column) + row) : undefined
  const cell = (row: number, column: number): Cell => {
    const object = objectAt(row, column)
    return neverCalculated(row, column) !== undefined ? { kind: 'formulaWithoutValue' } : object === undefined ? BLANK : cellOf(object)
  }
  const used = new Set<number>()
  let columns = 0
  const use = (row: number, column: number): void => {
    used.add(row)
    columns = Math.max(columns, column)
  }
  // forEach leaves the holes out: a sheet of a million rows with ten in use is as quick as one of ten.
  data.forEach((cells, row) =>
    cells.forEach((object, column) => {
      if (object !== undefined && cellOf(object).kind !== 'blank') use(row + 1, column + 1)
    }),
  )
  for (const reference of withoutValue.keys()) use(Number(reference.replace(/^[A-Z]+/, '')), columnNumber(reference.replace(/\d+$/, '')))
  const rows = [...used].sort((one, other) => one - other)
  const merges = (worksheet?.['!merges'] ?? []).map(({ s: first, e: last }) => ({
    firstRow: first.r + 1,
    firstColumn: first.c + 1,
    lastRow: last.r + 1,
    lastColumn: last.c + 1,
  }))
  const hiddenRows = marks?.hiddenRows ?? hiddenOnes(worksheet?.['!rows'])
  const hiddenColumns = marks === undefined ? hiddenOnes(worksheet?.['!cols']) : spread(marks.hiddenColumns, columns)
  const shown = (row: number, column: number): string => {
    const object = objectAt(row, column)
    return neverCalculated(row, column) ?? (object === undefined ? '' : shownText(object, format))
  }
  return { name, hidden, rows, columns, merges, hiddenRows, hiddenColumns, cell, shown }
}

function cellOf(object: CellObject): Cell {
  switch (object.t) {
    case 'n':
      return { kind: 'number', number: object.v as number, percent: isPercentFormat(object.z) }
    case 's': {
      const text = cellText(String(object.v ?? ''))
      return text.trim() === '' ? BLANK : { kind: 'text', text }
    }
    case 'b':
      return { kind: 'boolean', boolean: object.v === true }
    case 'd':
      return { kind: 'date' }
    case 'e':
      return { kind: 'error' }
    case 'z':
    default:
      return BLANK
  }
}

function shownText(object: CellObject, format: NumberFormatter): string {
  switch (object.t) {
    case 'n':
      return printed(typeof object.z === 'string' ? object.z : 'General', object.v as number, format)
    case 'd':
      return object.v instanceof Date
        ? object.v
            .toISOString()
            .replace(/(T00:00:00)?\.000Z$/, '')
            .replace('T', ' ')
        : String(object.v)
    case 'b':
      return object.v === true ? 'TRUE' : 'FALSE'
    case 'e':
      return ERROR_NAMES[object.v as number] ?? '#'
    case 's':
    case 'z':
    default:
      return cellText(String(object.v ?? '')).trim()
  }
}

/** A format that the library can't print (0人, ￥0.00) is no fault of the number: it is shown as it is stored. */
function printed(code: string, value: number, format: NumberFormatter): string {
  try {
    return format(code, value)
  } catch {
    return String(value)
  }
}

/** A percent sign in a number format scales by 100, unless it is quoted or escaped. */
const isPercentFormat = (format: unknown): boolean =>
  typeof format === 'string' && format.includes('%') && format.replaceAll(/"[^"]*"|\\./g, '').includes('%')

const hiddenOnes = (all: ({ hidden?: boolean } | undefined)[] | undefined): Set<number> =>
  new Set((all ?? []).flatMap((each, index) => (each?.hidden === true ? [index + 1] : [])))

function spread(ranges: [number, number][], columns: number): Set<number> {
  const all = new Set<number>()
  for (const [from, to] of ranges) for (let column = from; column <= Math.min(to, columns); column++) all.add(column)
  return all
}
