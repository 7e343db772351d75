import type { Workbook } from 'exceljs'
import { cell, fixedCell, fixedRange, range } from './address.ts'
import { ALLOCATION, STEPS } from './book.ts'
import type { Book } from './book.ts'
import { totalRowsOfFlows } from './flows.ts'
import { sumOf } from './layout.ts'
import { CHANGE, COUNT, LABEL, MONEY, TEXT } from './look.ts'
import type { Look } from './look.ts'
import { closePage, openPage } from './page.ts'
import type { Content, Page } from './page.ts'
import { fitOnePage, placesOf, writeSections } from './sections.ts'
import type { Section } from './sections.ts'
import { columnOfSteps } from './steps.ts'

/** A number of the workbook: as a formula, or a value of the plan; with what it is, in whole fen or as a count. */
interface Side { formula?: string; whole: number }
interface Check { what: string; left: Side; right: Side }

const onAllocation = (book: Book) => {
  const { say, table, totalRow } = book
  const column = (position: number): string => fixedRange(say.sheets.allocation, position, table.first, table.last)
  const numbers = column(ALLOCATION.number)
  return {
    column, numbers,
    communities: (position: number): string => `SUMIF(${numbers},">0",${column(position)})`,
    labelled: (label: string, position: number): string => `SUMIF(${numbers},"${label}",${column(position)})`,
    total: (position: number): string => fixedCell(say.sheets.allocation, position, totalRow),
  }
}

const moneyChecks = (book: Book): Check[] => {
  const { say, input: { result } } = book
  const { communities, subdistricts, districts, totals, flows } = result
  const table = onAllocation(book)
  const flowRows = totalRowsOfFlows(book)
  const onFlows = (column: number, row: number): string => fixedCell(say.sheets.flows, column, row)
  const amount = sumOf(communities, (each) => each.amountFen)
  const previous = sumOf(communities, (each) => each.previousFen)
  const total: Side = { formula: table.total(ALLOCATION.amount), whole: amount }
  const previousTotal: Side = { formula: table.total(ALLOCATION.previous), whole: previous }
  const added = (parts: readonly { amountFen: number; previousFen: number }[], which: 'amountFen' | 'previousFen'): number => parts.reduce((sum, each) => sum + each[which], 0)
  const classTotals = Object.values(totals.byClass)
  const undecidedPrevious = sumOf(communities.filter((each) => each.class === null), (each) => each.previousFen)
  const known = communities.filter((each) => each.amountFen !== null)
  const amounts = columnOfSteps(book, book.amountColumnOfSteps)
  return [
    { what: say.checks.communities, left: { formula: table.communities(ALLOCATION.amount), whole: amount }, right: total },
    { what: say.checks.subdistricts, left: { formula: table.labelled(say.subtotal, ALLOCATION.amount), whole: added(subdistricts, 'amountFen') }, right: total },
    { what: say.checks.districts, left: { formula: table.labelled(say.districtTotal, ALLOCATION.amount), whole: added(districts, 'amountFen') }, right: total },
    { what: say.checks.classes, left: { formula: onFlows(5, flowRows.classes), whole: added(classTotals, 'amountFen') }, right: total },
    { what: say.checks.steps, left: { formula: `SUM(${amounts})`, whole: amount }, right: total },
    ...(book.hasSplit ? [
      { what: say.checks.parts, left: { formula: `${table.total(ALLOCATION.city)}+${table.total(ALLOCATION.districtPart)}`, whole: sumOf(communities, (each) => each.cityFen) + sumOf(communities, (each) => each.districtFen) }, right: total },
      { what: say.checks.cityPlan, left: { formula: table.total(ALLOCATION.city), whole: sumOf(communities, (each) => each.cityFen) }, right: { whole: totals.cityFen ?? 0 } },
      { what: say.checks.districtPlan, left: { formula: table.total(ALLOCATION.districtPart), whole: sumOf(communities, (each) => each.districtFen) }, right: { whole: totals.districtFen ?? 0 } },
    ] : []),
    { what: say.checks.plan, left: total, right: { whole: totals.amountFen } },
    { what: say.checks.previousCommunities, left: { formula: table.communities(ALLOCATION.previous), whole: previous }, right: previousTotal },
    { what: say.checks.previousDistricts, left: { formula: table.labelled(say.districtTotal, ALLOCATION.previous), whole: added(districts, 'previousFen') }, right: previousTotal },
    { what: say.checks.previousClasses, left: { formula: onFlows(4, flowRows.classes), whole: added(classTotals, 'previousFen') + undecidedPrevious }, right: previousTotal },
    { what: say.checks.previousPlan, left: previousTotal, right: { whole: totals.previousFen } },
    {
      what: say.checks.flowMoney,
      left: { formula: onFlows(4, flowRows.flows), whole: flows.reduce((sum, flow) => sum + flow.fen, 0) },
      right: { formula: `${table.total(ALLOCATION.amount)}-SUMIFS(${columnOfSteps(book, STEPS.previous)},${amounts},"<>")`, whole: amount - sumOf(known, (each) => each.previousFen) },
    },
  ]
}

const countChecks = (book: Book): Check[] => {
  const { say, input: { result } } = book
  const table = onAllocation(book)
  const rows = totalRowsOfFlows(book)
  const number = result.communities.length
  const counted: Side = { formula: `COUNT(${table.numbers})`, whole: number }
  const odd = result.communities.filter((each) => (each.cityFen ?? 0) + (each.districtFen ?? 0) !== (each.amountFen ?? 0)).length
  const { amount, city, districtPart } = ALLOCATION
  return [
    { what: say.checks.count, left: { formula: fixedCell(say.sheets.flows, 3, rows.classes), whole: Object.values(result.totals.byClass).reduce((sum, each) => sum + each.count, 0) + result.communities.filter((each) => each.class === null).length }, right: counted },
    { what: say.checks.flowCount, left: { formula: fixedCell(say.sheets.flows, 3, rows.flows), whole: result.flows.reduce((sum, flow) => sum + flow.count, 0) }, right: counted },
    ...(book.hasSplit ? [{
      what: say.checks.partRows,
      left: { formula: `SUMPRODUCT(ISNUMBER(${table.numbers})*(ABS(${table.column(amount)}-${table.column(city)}-${table.column(districtPart)})>=0.005))`, whole: odd },
      right: { whole: 0 },
    }] : []),
  ]
}

const sectionOf = (heading: string, checks: Check[], book: Book, unit: number, look: Look): Section => {
  const { say } = book
  const shown = ({ formula, whole }: Side): Content => (formula === undefined ? whole / unit : { formula, result: whole / unit })
  return {
    heading,
    columns: [
      { heading: say.number, look: LABEL }, { heading: say.check, look: TEXT, widest: 60 }, { heading: say.left, look }, { heading: say.right, look },
      { heading: say.difference, look: unit === 1 ? COUNT : CHANGE }, { heading: say.verdict, look: LABEL, widest: 14 },
    ],
    rows: checks.map(({ what, left, right }, i) => (at) => [
      i + 1, what, shown(left), shown(right),
      { formula: `ROUND(${cell(3, at)}-${cell(4, at)},2)`, result: (left.whole - right.whole) / unit },
      { formula: `IF(${cell(5, at)}=0,"✓","✗")`, result: left.whole === right.whole ? '✓' : '✗' },
    ]),
    total: (body) => [
      null, say.overall, null, null, null,
      {
        formula: `IF(COUNTIF(${range(6, body.first, body.last)},"✓")=ROWS(${range(6, body.first, body.last)}),"${say.allFine}","${say.notFine}")`,
        result: checks.every(({ left, right }) => left.whole === right.whole) ? say.allFine : say.notFine,
      },
    ],
  }
}

/** A failed check is bold white on black: it also stands out on a black-and-white print. */
const markFailures = (page: Page, sections: readonly Section[], notFine: string): void => {
  for (const body of placesOf(sections)) {
    const failed = ['✗', notFine].map((text) => `${cell(6, body.first)}="${text}"`).join(',')
    page.sheet.addConditionalFormatting({
      ref: range(6, body.first, body.last + 1),
      rules: [{
        type: 'expression', priority: 1, formulae: [`OR(${failed})`],
        style: { font: { bold: true, color: { argb: 'FFFFFFFF' } }, fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF000000' } } },
      }],
    })
  }
}

/** Everything that must agree, by formula, so that a reader sees at once whether a changed number broke a sum. */
export const writeChecks = (workbook: Workbook, book: Book): void => {
  const { input, say } = book
  const sections = [sectionOf(say.moneyChecks, moneyChecks(book), book, 100, MONEY), sectionOf(say.countChecks, countChecks(book), book, 1, COUNT)]
  const page = openPage(workbook, {
    name: say.sheets.checks, title: say.titles.checks(input.result.year), left: '', right: '',
    columns: 6, oneTable: false, onePage: fitOnePage(sections), synthetic: input.result.input.synthetic, language: input.language,
  })
  writeSections(page, sections)
  markFailures(page, sections, say.notFine)
  closePage(page)
}
