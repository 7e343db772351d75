import { withoutDust } from '../../model/number.ts'
import { PREVIOUS_AMOUNT, PREVIOUS_CLASS } from '../../model/field.ts'
import type { ImportRow } from '../../model/import.ts'
import type { Dictionary, Indicator } from '../../model/indicator.ts'
import { problem, warning, type Place, type Problem } from '../../model/problem.ts'
import { columnNumber, mergeFinder, storedText, type Book, type Cell, type Sheet } from './book.ts'
import type { Reading, Value } from '../../model/value.ts'
import { codeAt, readAmount, readClass, readCode, readIndicator } from './cell-value.ts'
import { columnChecks } from './column-checks.ts'
import { duplicateFinder } from './duplicates.ts'
import { standsAsFigures } from './figures.ts'
import { communityKey, placeReader, tidyName } from './places.ts'
import { ProblemList } from './problem-list.ts'
import type { Recognition, RecognisedColumn } from './recognise.ts'
import { levelsByIndent, levelsByKind, levelsByName, type NamedRow } from './levels.ts'
import { namesAreUnknown, rowKinds } from './row-kind.ts'
import { figureOf, totalRows, type KindOfRow, type TotalFound } from './total-rows.ts'
import { subdistrictRows, type BySubdistrictRows } from './subdistrict-rows.ts'
import { isSynthetic } from './synthetic.ts'

export interface RowsRead {
  /** Only fields that the sheet has and that could be read; a field that could not is left out and among the problems. */
  rows: ImportRow[]
  /** Totals, notes, repeated headers: left out, and what they say. */
  skipped: { row: number; text: string }[]
  problems: Problem[]
  /** The workbook says of itself that its data are made up (合成数据, 示例数据). */
  synthetic: boolean
}

const ROWS_BETWEEN_PROGRESS = 1000

/**
 * Reads the communities below the header. Blank cells and marks for blank (- — / 无) are null, which is unknown and never zero.
 * Whatever can't be read for certain is a problem with sheet, row, column, the heading and the value as shown; nothing is guessed.
 * Problems are listed up to a limit and counted beyond it.
 * @param recognition of the same book; without a name column no rows are read.
 * @param progress told now and then how many of the rows are done
 */
export function readRows(
  book: Book,
  recognition: Recognition,
  dictionary: Dictionary,
  progress: (done: number, total: number) => void = () => undefined,
): RowsRead {
  const sheet = book.sheets.find(({ name }) => name === recognition.sheet)!
  const problems = new ProblemList()
  const place: Place = { file: book.fileName, sheet: sheet.name }
  const bottom = recognition.headerRows[1]
  // Of two columns for one field, which is an error, the first is read.
  const columns = new Map(
    recognition.columns.toReversed().flatMap((column) => (column.field === null ? [] : [[column.field, column] as const])),
  )
  const numberOf = (field: string): number => columnNumber(columns.get(field)?.column ?? '')
  const nameOf = (row: number): string => (numberOf('name') === 0 ? '' : tidyName(sheet.shown(row, numberOf('name'))))
  const kindOf = rowKinds(sheet, recognition)
  const named: KindOfRow[] = sheet.rows.filter((row) => row > bottom).map((row) => ({ row, ...kindOf(row) }))
  const hasCode = (row: number): boolean => codeAt(sheet, row, numberOf('code')) !== ''
  const byFigures = totalRows(sheet, recognition, dictionary, named, hasCode, nameOf)
  const levels = levelsAmong(sheet, recognition, named, new Set(byFigures.found.map(({ row }) => row)), hasCode)
  const worded = named.map((each) => (levels.has(each.row) ? asLevel(each, nameOf) : each))
  const totals = levels.size === 0 ? byFigures : totalRows(sheet, recognition, dictionary, worded, hasCode, nameOf)
  const kinds = withTotals(worded, totals.found, nameOf)
  sayTotals(totals, problems, place, columns.get('name')?.column, nameOf)
  const skipped = kinds.flatMap((each) => (each.kind === 'skipped' ? [{ row: each.row, text: each.text }] : []))
  const synthetic = isSynthetic(book, sheet, [...sheet.rows.filter((row) => row <= bottom), ...skipped.map(({ row }) => row)])
  const nameColumn = columns.get('name')
  if (nameColumn === undefined) return { rows: [], skipped, problems: [], synthetic }

  const dataRows = kinds.flatMap((each) => (each.kind === 'data' ? [each.row] : []))
  if (dataRows.length === 0) problems.add(problem('import.noRows', { header: bottom }, place))
  const places = placeReader(sheet, { district: numberOf('district'), subdistrict: numberOf('subdistrict') }, dataRows)
  const byRows = numberOf('subdistrict') === 0 ? subdistrictRows(sheet, recognition.headerRows[0], kinds) : undefined
  if (byRows !== undefined && byRows.of.size > 0) problems.add(subdistrictsFromRows(byRows, place))
  const readCells = cellReader(sheet, columns, dictionary, problems, place)
  const findTwin = duplicateFinder()
  const rows: ImportRow[] = []
  for (const [done, { row, ...kind }] of kinds.entries()) {
    if (done % ROWS_BETWEEN_PROGRESS === 0) progress(done, kinds.length)
    if (kind.kind === 'skipped') places.endBlock(kind.total)
    if (kind.kind !== 'data') continue
    const { district, subdistrict: own } = places.read(row)
    const subdistrict = own || (byRows?.of.get(row) ?? '')
    const name = nameOf(row)
    if (sheet.cell(row, numberOf('name')).kind !== 'text') {
      problems.add(
        problem('import.nameMissing', { value: storedText(sheet, row, numberOf('name')) }, { ...place, row, column: nameColumn.column }),
      )
      continue
    }
    const codeColumn = columns.get('code')
    const code = codeColumn === undefined ? { value: '' } : readCode(sheet.cell(row, numberOf('code')), sheet.shown(row, numberOf('code')))
    if (!('value' in code)) {
      const at: Place = { ...place, row, column: codeColumn!.column, community: name }
      problems.add(
        problem(code.code, { ...code.params, heading: codeColumn!.heading, value: storedText(sheet, row, numberOf('code')) }, at),
      )
    }
    const known = { code: 'value' in code ? code.value : '', name, district, subdistrict }
    const key = communityKey(known)
    if (known.code === '' && subdistrict === '' && 'value' in code && (codeColumn !== undefined || columns.has('subdistrict'))) {
      const column = columns.get('subdistrict')?.column ?? codeColumn!.column
      problems.add(problem('import.placeMissing', { name }, { ...place, row, column, community: name, key }))
    }
    const twin = findTwin(row, known)
    if (twin !== null) {
      problems.add(
        problem('import.communityTwice', { name, otherRow: twin }, { ...place, row, column: nameColumn.column, community: name, key }),
      )
    }
    rows.push({ row, key, ...known, ...readCells.read(row, { community: name, key }) })
  }
  readCells.finish()
  return { rows, skipped, problems: problems.all(place), synthetic }
}

/**
 * The rows of places above the communities, as their names, or where nobody knows those their indent or another column, tell.
 * @param totals those that their figures have told already
 */
function levelsAmong(
  sheet: Sheet,
  recognition: Recognition,
  kinds: readonly KindOfRow[],
  totals: ReadonlySet<number>,
  isCommunity: (row: number) => boolean,
): ReadonlySet<number> {
  const columns = recognition.columns.map(({ field, column }) => ({ field, number: columnNumber(column) }))
  const name = columns.find(({ field }) => field === 'name')?.number
  if (name === undefined) return new Set()
  const others = columns.filter(({ field }) => field === null)
  const [figures, words] = [true, false].map((isWanted) =>
    others.filter(({ number }) => standsAsFigures(sheet, recognition.headerRows[1], number) === isWanted),
  ) as [typeof others, typeof others]
  const shown = (row: number, column: number): string => sheet.shown(row, column).trim()
  const rows: NamedRow[] = kinds.flatMap(({ row, kind }) => {
    const cell = sheet.cell(row, name)
    if (kind !== 'data' || cell.kind !== 'text') return []
    const { text } = cell
    const own = figures.map(({ number }) => figureOf(sheet, row, number) ?? 0)
    const kinds = [
      ...words.map(({ number }) => shown(row, number)),
      ...others.map(({ number }) => (shown(row, number) === '' ? '' : 'told')),
    ]
    return [{ row, text, kinds, figures: own }]
  })
  const found = [
    ...levelsByName(rows.filter(({ row }) => !totals.has(row))),
    ...(namesAreUnknown(recognition) ? [...levelsByIndent(rows), ...levelsByKind(rows)] : []),
  ]
  return new Set(found.filter((row) => !isCommunity(row)))
}

function subdistrictsFromRows({ of, rows }: BySubdistrictRows, place: Place): Problem {
  const numbers = rows.map(({ row }) => row)
  const params = { text: rows[0]!.text, subdistricts: rows.length, rows: of.size, first: numbers[0]!, last: numbers.at(-1)! }
  return warning('import.subdistrictFromRows', params, place)
}

/** A subdistrict among its communities: a total by its name, whether or not its figures are their sum. */
const asLevel = ({ row }: KindOfRow, nameOf: (row: number) => string): KindOfRow => ({
  row,
  kind: 'skipped',
  text: nameOf(row),
  total: 1,
  sums: true,
})

/** The rows with the totals that were found by their figures: they end a subdistrict, or more where they reach over another total. */
function withTotals(kinds: readonly KindOfRow[], found: readonly TotalFound[], nameOf: (row: number) => string): KindOfRow[] {
  const byRow = new Map(found.map((each) => [each.row, each]))
  let lastTotal = 0
  return kinds.map((each) => {
    const total = byRow.get(each.row)
    const spans = total !== undefined && total.first < lastTotal ? 2 : 1
    if (total !== undefined || (each.kind === 'skipped' && each.total > 0)) lastTotal = each.row
    return total === undefined ? each : { row: each.row, kind: 'skipped', text: nameOf(each.row), total: spans, sums: true }
  })
}

function sayTotals(
  { found, differing }: ReturnType<typeof totalRows>,
  problems: ProblemList,
  place: Place,
  nameColumn: string | undefined,
  nameOf: (row: number) => string,
): void {
  for (const { row, first, last, rows } of found) {
    const at: Place = { ...place, row, ...(nameColumn === undefined ? {} : { column: nameColumn }) }
    problems.add(warning('import.totalFound', { name: nameOf(row), rows, first, last }, at))
  }
  for (const { row, first, last, rows, column, total, sum } of differing) {
    const params = { heading: column.heading, total: figure(total), sum: figure(sum), difference: figure(total - sum), rows, first, last }
    problems.add(warning('import.totalDiffers', params, { ...place, row, column: column.column }))
  }
}
const figure = (value: number): string => String(withoutDust(value))

/** The community of a row, as problems name it. */
type Whose = Required<Pick<Place, 'community' | 'key'>>
type Facts = Pick<ImportRow, 'values' | 'previousFen' | 'previousClass'>

/** Reads the indicators and last year's figures of a row; `finish` adds what only whole columns can tell. */
function cellReader(sheet: Sheet, columns: Map<string, RecognisedColumn>, dictionary: Dictionary, problems: ProblemList, place: Place) {
  const mergeAt = mergeFinder(sheet)
  const measured = dictionary.indicators.flatMap((indicator) => {
    const column = columns.get(indicator.key)
    return column === undefined ? [] : [{ indicator, column, number: columnNumber(column.column) }]
  })
  const checks = columnChecks(problems, place)
  const read = <T>(
    row: number,
    whose: Whose,
    column: RecognisedColumn,
    reader: (cell: Cell, shown: string) => Reading<T>,
  ): Value<T> | null => {
    const number = columnNumber(column.column)
    const cell = sheet.cell(row, number)
    const at: Place = { ...place, row, column: column.column, ...whose, indicator: column.field! }
    const merge = mergeAt(row, number)
    if (merge !== undefined && merge.lastRow > merge.firstRow && sheet.isMended?.(row, number) !== true) {
      const value = storedText(sheet, merge.firstRow, merge.firstColumn)
      problems.add(problem('import.mergedValue', { heading: column.heading, value, firstRow: merge.firstRow, lastRow: merge.lastRow }, at))
      return null
    }
    const reading = reader(cell, sheet.shown(row, number))
    if ('value' in reading) return reading
    problems.add(problem(reading.code, { ...reading.params, heading: column.heading, value: storedText(sheet, row, number) }, at))
    return null
  }
  return {
    read(row: number, whose: Whose): Facts {
      const facts: Facts = { values: {} }
      for (const { indicator, column, number } of measured) {
        const reading = read(row, whose, column, (cell, shown) => readIndicator(cell, shown, indicator, column))
        if (reading === null) continue
        facts.values[indicator.key] = reading.value
        const at: Place = { ...place, row, column: column.column, ...whose, indicator: indicator.key }
        if (reading.value === null && indicator.required) problems.add(warning('import.valueMissing', { heading: column.heading }, at))
        checks.see(indicator, column, reading, storedText(sheet, row, number), at)
      }
      for (const found of aboveOthers(facts.values, measured, sheet, row)) {
        problems.add(
          problem('import.aboveOther', found.params, { ...place, row, column: found.column, ...whose, indicator: found.indicator }),
        )
      }
      const amount = columns.get(PREVIOUS_AMOUNT)
      const amountReading = amount === undefined ? null : read(row, whose, amount, (cell, shown) => readAmount(cell, shown, amount))
      if (amount !== undefined && amountReading !== null) {
        facts.previousFen = amountReading.value
        const at: Place = { ...place, row, column: amount.column, ...whose, indicator: PREVIOUS_AMOUNT }
        checks.seeAmount(amount, amountReading.value, storedText(sheet, row, columnNumber(amount.column)), at)
      }
      const previousClass = columns.get(PREVIOUS_CLASS)
      const classReading = previousClass === undefined ? null : read(row, whose, previousClass, readClass)
      if (classReading !== null) facts.previousClass = classReading.value
      return facts
    },
    finish: checks.finish,
  }
}

interface Measured {
  indicator: Indicator
  column: RecognisedColumn
  number: number
}

/** Old courtyards are never more than courtyards: the indicators' notAbove, wherever both figures are known. */
function aboveOthers(values: ImportRow['values'], measured: Measured[], sheet: Sheet, row: number) {
  return measured.flatMap(({ indicator, column, number }) =>
    indicator.notAbove.flatMap((key) => {
      const other = measured.find((each) => each.indicator.key === key)
      const value = values[indicator.key]
      const limit = values[key]
      if (other === undefined || typeof value !== 'number' || typeof limit !== 'number' || value <= limit) return []
      const params = {
        heading: column.heading,
        value: storedText(sheet, row, number),
        other: other.column.heading,
        otherColumn: other.column.column,
        otherValue: storedText(sheet, row, other.number),
      }
      return [{ params, column: column.column, indicator: indicator.key }]
    }),
  )
}
