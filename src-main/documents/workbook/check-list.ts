import { changeOf } from '../../model/compared-rows.ts'
import { fixedCell, fixedRange } from './address.ts'
import { textIn } from '../../model/text.ts'
import { ALLOCATION, BREAKDOWN, STEPS, columnOfSteps } from './book.ts'
import type { Book } from './book.ts'
import { totalRowsOfComparison } from './comparison.ts'
import { totalRowsOfFlows } from './flows.ts'
import { totalRowsOfFunds } from './funds.ts'
import { isChangeUnknown, placeRows, sumOf, sumRows } from './layout.ts'
import { paidFen } from './payers.ts'

/** A number of the workbook: as a formula, or a value of the plan; with what it is, in whole fen or as a count. */
export interface Side {
  formula?: string
  whole: number
}

/** Two numbers that must be the same. */
export interface Check {
  what: string
  left: Side
  right: Side
}

const onAllocation = ({ say, table, totalRow }: Book) => {
  const column = (position: number): string => fixedRange(say.sheets.allocation, position, table.first, table.last)
  const numbers = column(ALLOCATION.number)
  return {
    column,
    numbers,
    /** Communities have a number in the first column, sum rows a word. */
    communities: (position: number): string => `SUMIF(${numbers},">0",${column(position)})`,
    labelled: (label: string, position: number): string => `SUMIF(${numbers},"${label}",${column(position)})`,
    total: (position: number): string => fixedCell(say.sheets.allocation, position, totalRow),
  }
}

/** An only district is the total: its sum stands nowhere a second time. */
const hasDistricts = (book: Book): boolean => sumRows(book.rows, 'district').length > 0

const added = <Part>(parts: readonly Part[], of: (part: Part) => number): number => parts.reduce((sum, part) => sum + of(part), 0)

const thisYear = (book: Book): Check[] => {
  const {
    say,
    input: { result },
  } = book
  const { communities, totals } = result
  const { amount } = ALLOCATION
  const table = onAllocation(book)
  const sum = sumOf(communities, (each) => each.amountFen)
  const total: Side = { formula: table.total(amount), whole: sum }
  const subdistricts = { formula: table.labelled(say.subtotal, amount), whole: added(result.subdistricts, (each) => each.amountFen) }
  const districts = { formula: table.labelled(say.districtTotal, amount), whole: added(result.districts, (each) => each.amountFen) }
  const classes = {
    formula: fixedCell(say.sheets.flows, 5, totalRowsOfFlows(book).classes),
    whole: added(Object.values(totals.byClass), (each) => each.amountFen),
  }
  return [
    { what: say.checks.communities, left: { formula: table.communities(amount), whole: sum }, right: total },
    { what: say.checks.subdistricts, left: subdistricts, right: total },
    ...(hasDistricts(book) ? [{ what: say.checks.districts, left: districts, right: total }] : []),
    { what: say.checks.classes, left: classes, right: total },
    { what: say.checks.steps, left: { formula: `SUM(${columnOfSteps(book, book.amountColumnOfSteps)})`, whole: sum }, right: total },
    { what: say.checks.plan, left: total, right: { whole: totals.amountFen } },
  ]
}

/** A total of the sheet of funds; its column of the amount comes first, then the parts. */
const onFunds = (book: Book, row: number, part: number): string => fixedCell(book.say.sheets.funds, 2 + part, row)

/** The parts of each payer, or of each component, add up to the amounts, and each is the plan's own sum. */
const partsOf = (
  book: Book,
  row: number | undefined,
  parts: readonly { name: string; whole: number; planned: number }[],
  what: string,
  ofOne: (name: string) => string,
): Check[] => {
  if (row === undefined || parts.length === 0) return []
  const first = onFunds(book, row, 1)
  const sum = parts.length === 1 ? first : `SUM(${first}:${onFunds(book, row, parts.length).split('!').at(-1)!})`
  const total: Side = {
    formula: onAllocation(book).total(ALLOCATION.amount),
    whole: sumOf(book.input.result.communities, (each) => each.amountFen),
  }
  return [
    { what, left: { formula: sum, whole: added(parts, (each) => each.whole) }, right: total },
    ...parts.map(({ name, whole, planned }, i): Check => ({
      what: ofOne(name),
      left: { formula: onFunds(book, row, i + 1), whole },
      right: { whole: planned },
    })),
  ]
}

const paid = (book: Book): Check[] => {
  const {
    say,
    payers,
    input: { result, language },
  } = book
  const { totals, communities } = result
  const kept = (key: string): number =>
    totals.paid?.[key] ?? (key === 'city' ? totals.cityFen : key === 'district' ? totals.districtFen : null) ?? 0
  const parts = payers.map(({ key, name }) => ({
    name: textIn(name, language),
    whole: sumOf(communities, (each) => paidFen(each, key)),
    planned: kept(key),
  }))
  return partsOf(book, totalRowsOfFunds(book).paid, parts, say.checks.payers, say.checks.payerPlan)
}

const composition = (book: Book): Check[] => {
  const {
    say,
    components,
    hasReserve,
    input: { result, language },
  } = book
  const row = totalRowsOfFunds(book).composition
  const known = result.communities.filter((each) => each.amountFen !== null)
  const parts = components.map(({ key, name }) => ({
    name: name === null ? say.mainComponent : textIn(name, language),
    whole: sumOf(known, (each) => each.componentFen?.[key] ?? null),
    planned: result.totals.componentFen?.[key] ?? 0,
  }))
  const reserve: Check[] =
    row === undefined || !hasReserve
      ? []
      : [
          {
            what: say.checks.reserve,
            left: { formula: onFunds(book, row, components.length + 1), whole: sumOf(known, (each) => each.reserveFen ?? null) },
            right: { whole: result.totals.reserveFen ?? 0 },
          },
        ]
  return [...partsOf(book, row, parts, say.checks.components, say.checks.componentPlan), ...reserve]
}

/** What gains give up is what guarantees cost. */
const guarantees = (book: Book): Check[] => {
  const {
    say,
    input: { result },
  } = book
  const rows = totalRowsOfFunds(book)
  if (rows.guarantees === undefined || rows.transfers === undefined) return []
  return [
    {
      what: say.checks.transfers,
      left: { formula: fixedCell(say.sheets.funds, 3, rows.transfers), whole: added(result.transfers ?? [], (each) => each.fen) },
      right: { formula: fixedCell(say.sheets.funds, 2, rows.guarantees), whole: added(result.guarantees ?? [], (each) => each.costFen) },
    },
  ]
}

const comparison = (book: Book): Check[] => {
  const {
    say,
    input: { result },
  } = book
  const rows = totalRowsOfComparison(book)
  const table = onAllocation(book)
  // Where the total can't be told its cell is empty: those who can be compared are added up for themselves.
  const sum = isChangeUnknown(result.communities) ? table.communities(ALLOCATION.change) : table.total(ALLOCATION.change)
  const change: Side = { formula: sum, whole: sumOf(result.communities, changeOf) }
  const known = placeRows(book.rows)
  return [
    { what: say.checks.gains, left: { formula: fixedCell(say.sheets.comparison, 3, rows.gains), whole: change.whole }, right: change },
    {
      what: hasDistricts(book) ? say.checks.comparedDistricts : say.checks.comparedSubdistricts,
      left: {
        formula: fixedCell(say.sheets.comparison, hasDistricts(book) ? 4 : 5, rows.places),
        whole: added(known, (row) => sumOf(row.communities, (each) => each.amountFen)),
      },
      right: { formula: table.total(ALLOCATION.amount), whole: sumOf(result.communities, (each) => each.amountFen) },
    },
  ]
}

const lastYear = (book: Book): Check[] => {
  const {
    say,
    input: { result },
  } = book
  const { communities, districts, totals } = result
  const { previous } = ALLOCATION
  const table = onAllocation(book)
  const sum = sumOf(communities, (each) => each.previousFen)
  const total: Side = { formula: table.total(previous), whole: sum }
  const undecided = sumOf(
    communities.filter((each) => each.class === null),
    (each) => each.previousFen,
  )
  const classes = {
    formula: fixedCell(say.sheets.flows, 4, totalRowsOfFlows(book).classes),
    whole: added(Object.values(totals.byClass), (each) => each.previousFen) + undecided,
  }
  return [
    { what: say.checks.previousCommunities, left: { formula: table.communities(previous), whole: sum }, right: total },
    ...(hasDistricts(book)
      ? [
          {
            what: say.checks.previousDistricts,
            left: { formula: table.labelled(say.districtTotal, previous), whole: added(districts, (each) => each.previousFen) },
            right: total,
          },
        ]
      : []),
    { what: say.checks.previousClasses, left: classes, right: total },
    { what: say.checks.previousPlan, left: total, right: { whole: totals.previousFen } },
  ]
}

const flowMoney = (book: Book): Check => {
  const {
    say,
    input: { result },
  } = book
  const known = result.communities.filter((each) => each.amountFen !== null)
  const previousOfKnown = `SUMIFS(${columnOfSteps(book, STEPS.previous)},${columnOfSteps(book, book.amountColumnOfSteps)},"<>")`
  return {
    what: say.checks.flowMoney,
    left: { formula: fixedCell(say.sheets.flows, 4, totalRowsOfFlows(book).flows), whole: added(result.flows, (flow) => flow.fen) },
    right: {
      formula: `${onAllocation(book).total(ALLOCATION.amount)}-${previousOfKnown}`,
      whole: sumOf(known, (each) => each.amountFen) - sumOf(known, (each) => each.previousFen),
    },
  }
}

/** @returns what must agree in money, in fen. */
export const moneyChecks = (book: Book): Check[] => [
  ...thisYear(book),
  ...paid(book),
  ...composition(book),
  ...guarantees(book),
  ...lastYear(book),
  flowMoney(book),
  ...comparison(book),
]

/** On how many rows the payers' parts are not the amount. */
const partRows = (book: Book): Check[] => {
  const {
    say,
    payers,
    hasSplit,
    table,
    input: { result },
  } = book
  if (payers.length === 0) return []
  const sheet = hasSplit ? say.sheets.allocation : say.sheets.paid
  const column = (position: number): string => fixedRange(sheet, position, table.first, table.last)
  const parts = hasSplit ? [ALLOCATION.city, ALLOCATION.districtPart] : payers.map((_, i) => BREAKDOWN.firstPart + i)
  const rest = parts.reduce((left, part) => `${left}-${column(part)}`, column(hasSplit ? ALLOCATION.amount : BREAKDOWN.amount))
  return [
    {
      what: say.checks.partRows,
      left: {
        formula: `SUMPRODUCT(ISNUMBER(${column(ALLOCATION.number)})*(ABS(${rest})>=0.005))`,
        whole: result.communities.filter((each) => added(payers, ({ key }) => paidFen(each, key) ?? 0) !== (each.amountFen ?? 0)).length,
      },
      right: { whole: 0 },
    },
  ]
}

/** @returns what must agree in numbers of communities. */
export const countChecks = (book: Book): Check[] => {
  const {
    say,
    input: { result },
  } = book
  const { communities } = result
  const table = onAllocation(book)
  const rows = totalRowsOfFlows(book)
  const counted: Side = { formula: `COUNT(${table.numbers})`, whole: communities.length }
  const undecided = communities.filter((each) => each.class === null).length
  return [
    {
      what: say.checks.count,
      left: {
        formula: fixedCell(say.sheets.flows, 3, rows.classes),
        whole: added(Object.values(result.totals.byClass), (each) => each.count) + undecided,
      },
      right: counted,
    },
    {
      what: say.checks.flowCount,
      left: { formula: fixedCell(say.sheets.flows, 3, rows.flows), whole: added(result.flows, (flow) => flow.count) },
      right: counted,
    },
    ...partRows(book),
  ]
}
