import { cell, range } from '../workbook/address.ts'
import { CENTRED, CHANGE, LABEL, MONEY, TEXT } from '../workbook/look.ts'
import { writeRow, writeTable, yuan, type Column, type SheetPlan } from '../workbook/page.ts'
import type { ComparedRow } from './input.ts'
import { COLUMN, COLUMNS, HEADER, sumOf, type ComparisonBook } from './plan.ts'

interface Line {
  number: number
  row: ComparedRow
}

const columnsOf = ({ say, own }: ComparisonBook): Column<Line>[] => [
  { heading: say.number, look: LABEL, cell: ({ number }) => number },
  { heading: say.district, look: TEXT, widest: 16, cell: ({ row }) => row.district },
  { heading: say.subdistrict, look: TEXT, widest: 18, cell: ({ row }) => row.subdistrict },
  { heading: say.community, look: TEXT, widest: 28, cell: ({ row }) => row.name },
  { heading: say.code, look: CENTRED, widest: 16, cell: ({ row }) => row.code },
  { heading: own.classBase, look: CENTRED, widest: 14, cell: ({ row }) => row.from ?? say.undecidedClass },
  { heading: own.classOther, look: CENTRED, widest: 14, cell: ({ row }) => row.to ?? say.undecidedClass },
  { heading: own.amountBase, look: MONEY, cell: ({ row }) => yuan(row.baseFen) },
  { heading: own.amountOther, look: MONEY, cell: ({ row }) => yuan(row.withFen) },
  {
    heading: own.difference,
    look: CHANGE,
    cell: ({ row }, at) =>
      row.changeFen === null
        ? null
        : { formula: `ROUND(${cell(COLUMN.other, at)}-${cell(COLUMN.base, at)},2)`, result: yuan(row.changeFen) },
  },
]

/** Every community with class and amount under both policies, and the sums; all other sheets are computed from this one. */
export function communitiesSheet(book: ComparisonBook): SheetPlan {
  const { input, say, own, body } = book
  const { rows, language, base } = input
  const columns = columnsOf(book)
  const sum = (column: number, which: 'baseFen' | 'withFen' | 'changeFen') => ({
    formula: `SUM(${range(column, body.first, body.last)})`,
    result: yuan(sumOf(rows, which)),
  })
  const totals = [
    say.total,
    null,
    null,
    null,
    null,
    null,
    null,
    sum(COLUMN.base, 'baseFen'),
    sum(COLUMN.other, 'withFen'),
    sum(COLUMN.change, 'changeFen'),
  ]
  return {
    frame: {
      name: own.sheets.communities,
      title: own.titles.communities,
      left: '',
      right: say.unit,
      columns: COLUMNS,
      fixedColumns: 4,
      oneTable: true,
      synthetic: base.result.input.synthetic,
      language,
    },
    *rows(page) {
      yield* writeTable(
        page,
        HEADER,
        columns,
        rows.map((row, i) => ({ number: i + 1, row })),
        say.noCommunities,
      )
      writeRow(
        page,
        body.last + 1,
        columns.map((column, i) => ({ heading: column.heading, look: column.look, cell: () => totals[i]! })),
        null,
        'total',
      )
    },
    finish(sheet) {
      sheet.autoFilter = { from: { row: HEADER, column: 1 }, to: { row: body.last, column: COLUMNS } }
    },
  }
}
