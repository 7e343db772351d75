import { changeOf } from '../../model/compared-rows.ts'
import { comparisonWords } from '../comparison-workbook/words.ts'
import { cell, fixedCell, fixedRange, range } from './address.ts'
import { ALLOCATION, columnOfSteps, notCompared } from './book.ts'
import type { Book } from './book.ts'
import { isChangeUnknown, isUnknown, sumOf, sumRows } from './layout.ts'
import type { SumRow } from './layout.ts'
import { CHANGE, COUNT, MONEY, PERCENT, TEXT } from './look.ts'
import { yuan } from './page.ts'
import type { Content, SheetPlan } from './page.ts'
import { placesOf, sheetOfSections } from './sections.ts'
import type { Section } from './sections.ts'

const DIGITS_OF_SHARE = 4

/** The change as a share of last year's amount, where both years are known of everyone and there was something last year. */
const shareOf = ({ communities }: SumRow, previous: string, change: string): Content => {
  const [before, by] = [sumOf(communities, (each) => each.previousFen), sumOf(communities, changeOf)]
  if (before <= 0 || communities.some((each) => changeOf(each) === null)) return null
  return {
    formula: `ROUND(${change}/${previous},${DIGITS_OF_SHARE})`,
    result: (Math.sign(by) * Math.round((Math.abs(by) / before) * 10 ** DIGITS_OF_SHARE)) / 10 ** DIGITS_OF_SHARE,
  }
}

/** Sum rows of the allocation table side by side; each cell refers to its sum there. */
const placesIn = (book: Book, heading: string, kind: 'district' | 'subtotal'): Section => {
  const { say, table } = book
  const rows = sumRows(book.rows, kind)
  const names = kind === 'district' ? 1 : 2
  const [previous, amount, change] = [names + 2, names + 3, names + 4] as const
  const there = (row: SumRow, column: number): string => fixedCell(say.sheets.allocation, column, row.row)
  const sum = (row: SumRow, column: number, fenOf: Parameters<typeof sumOf>[1]): Content =>
    isUnknown(row.communities, fenOf) ? null : { formula: there(row, column), result: yuan(sumOf(row.communities, fenOf)) }
  const all: SumRow = {
    kind: 'total',
    row: book.totalRow,
    first: table.first,
    last: table.last,
    district: '',
    subdistrict: '',
    communities: book.input.result.communities,
  }
  return {
    heading,
    columns: [
      { heading: say.district, look: TEXT, widest: 30 },
      ...(kind === 'subtotal' ? [{ heading: say.subdistrict, look: TEXT, widest: 20 }] : []),
      { heading: say.count, look: COUNT },
      { heading: say.previous, look: MONEY },
      { heading: say.amount, look: MONEY },
      { heading: say.change, look: CHANGE },
      { heading: say.changeShare, look: PERCENT },
    ],
    rows: rows.map((row) => (at) => [
      row.district,
      ...(kind === 'subtotal' ? [row.subdistrict === '' ? say.noSubdistrict : row.subdistrict] : []),
      { formula: `COUNT(${fixedRange(say.sheets.allocation, ALLOCATION.number, row.first, row.last)})`, result: row.communities.length },
      sum(row, ALLOCATION.previous, (each) => each.previousFen),
      sum(row, ALLOCATION.amount, (each) => each.amountFen),
      isChangeUnknown(row.communities) ? null : sum(row, ALLOCATION.change, changeOf),
      shareOf(row, cell(previous, at), cell(change, at)),
    ]),
    total: (body) => [
      say.total,
      ...(kind === 'subtotal' ? [null] : []),
      { formula: `SUM(${range(names + 1, body.first, body.last)})`, result: all.communities.length },
      ...(
        [
          [previous, (each) => each.previousFen],
          [amount, (each) => each.amountFen],
          [change, changeOf],
        ] satisfies [number, Parameters<typeof sumOf>[1]][]
      ).map(([column, fenOf]): Content =>
        column === change && isChangeUnknown(all.communities)
          ? null
          : { formula: `SUM(${range(column, body.first, body.last)})`, result: yuan(sumOf(all.communities, fenOf)) },
      ),
      shareOf(all, cell(previous, body.last + 1), cell(change, body.last + 1)),
    ],
  }
}

/** How many gain, lose and stay, of those whose two amounts are known, and by how much. */
const gainsOf = (book: Book): Section => {
  const {
    say,
    input: { language, result },
  } = book
  const own = comparisonWords[language]
  const changes = columnOfSteps(book, book.amountColumnOfSteps + 1)
  const known = result.communities.filter((each) => changeOf(each) !== null)
  const line = (name: string, condition: string, holds: (fen: number) => boolean) => (): Content[] => {
    const found = known.filter((each) => holds(changeOf(each)!))
    return [
      name,
      { formula: `COUNTIF(${changes},"${condition}")`, result: found.length },
      { formula: `SUMIF(${changes},"${condition}")`, result: yuan(sumOf(found, changeOf)) },
    ]
  }
  return {
    heading: own.gainsAndLosses,
    columns: [
      { heading: own.item, look: TEXT, widest: 30 },
      { heading: say.count, look: COUNT },
      { heading: say.change, look: CHANGE },
    ],
    rows: [line(own.gains, '>0', (fen) => fen > 0), line(own.losses, '<0', (fen) => fen < 0), line(own.same, '=0', (fen) => fen === 0)],
    total: (place) => [
      own.net,
      { formula: `SUM(${range(2, place.first, place.last)})`, result: known.length },
      { formula: `SUM(${range(3, place.first, place.last)})`, result: yuan(sumOf(known, changeOf)) },
    ],
  }
}

const sectionsOf = (book: Book): Section[] => {
  const own = comparisonWords[book.input.language]
  const districts = sumRows(book.rows, 'district').length === 0 ? [] : [placesIn(book, own.byDistrict, 'district')]
  return [gainsOf(book), ...districts, placesIn(book, own.bySubdistrict, 'subtotal')]
}

/** This year against last year: who gains and who loses, by district and by subdistrict; an only district is told by its subdistricts. */
export const comparisonSheet = (book: Book): SheetPlan => {
  const { input, say } = book
  const {
    year,
    input: { synthetic },
  } = input.result
  const frame = {
    name: say.sheets.comparison,
    title: say.titles.comparison(year),
    left: notCompared(book),
    right: say.unit,
    columns: 7,
    synthetic,
    draft: book.isDraft,
    language: input.language,
  }
  return sheetOfSections(frame, sectionsOf(book))
}

/** @returns the rows of the totals of the comparison sheet, for the checks. */
export const totalRowsOfComparison = (book: Book): { gains: number; places: number } => {
  const [gains, places] = placesOf(sectionsOf(book))
  return { gains: gains!.last + 1, places: places!.last + 1 }
}
