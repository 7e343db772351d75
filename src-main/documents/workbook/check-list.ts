import { fixedCell, fixedRange } from './address.ts'
import { ALLOCATION, STEPS } from './book.ts'
import type { Book } from './book.ts'
import { totalRowsOfFlows } from './flows.ts'
import { sumOf } from './layout.ts'
import { columnOfSteps } from './steps.ts'

/** A number of the workbook: as a formula, or a value of the plan; with what it is, in whole fen or as a count. */
export interface Side { formula?: string; whole: number }

/** Two numbers that must be the same. */
export interface Check { what: string; left: Side; right: Side }

const onAllocation = ({ say, table, totalRow }: Book) => {
  const column = (position: number): string => fixedRange(say.sheets.allocation, position, table.first, table.last)
  const numbers = column(ALLOCATION.number)
  return {
    column, numbers,
    /** Communities have a number in the first column, sum rows a word. */
    communities: (position: number): string => `SUMIF(${numbers},">0",${column(position)})`,
    labelled: (label: string, position: number): string => `SUMIF(${numbers},"${label}",${column(position)})`,
    total: (position: number): string => fixedCell(say.sheets.allocation, position, totalRow),
  }
}

const added = <Part>(parts: readonly Part[], of: (part: Part) => number): number => parts.reduce((sum, part) => sum + of(part), 0)

const thisYear = (book: Book): Check[] => {
  const { say, input: { result } } = book
  const { communities, totals } = result
  const { amount } = ALLOCATION
  const table = onAllocation(book)
  const sum = sumOf(communities, (each) => each.amountFen)
  const total: Side = { formula: table.total(amount), whole: sum }
  const subdistricts = { formula: table.labelled(say.subtotal, amount), whole: added(result.subdistricts, (each) => each.amountFen) }
  const districts = { formula: table.labelled(say.districtTotal, amount), whole: added(result.districts, (each) => each.amountFen) }
  const classes = {
    formula: fixedCell(say.sheets.flows, 5, totalRowsOfFlows(book).classes), whole: added(Object.values(totals.byClass), (each) => each.amountFen),
  }
  return [
    { what: say.checks.communities, left: { formula: table.communities(amount), whole: sum }, right: total },
    { what: say.checks.subdistricts, left: subdistricts, right: total },
    { what: say.checks.districts, left: districts, right: total },
    { what: say.checks.classes, left: classes, right: total },
    { what: say.checks.steps, left: { formula: `SUM(${columnOfSteps(book, book.amountColumnOfSteps)})`, whole: sum }, right: total },
    { what: say.checks.plan, left: total, right: { whole: totals.amountFen } },
  ]
}

const parts = (book: Book): Check[] => {
  if (!book.hasSplit) return []
  const { say, input: { result } } = book
  const table = onAllocation(book)
  const total = table.total(ALLOCATION.amount)
  const city: Side = { formula: table.total(ALLOCATION.city), whole: sumOf(result.communities, (each) => each.cityFen) }
  const district: Side = { formula: table.total(ALLOCATION.districtPart), whole: sumOf(result.communities, (each) => each.districtFen) }
  return [
    {
      what: say.checks.parts,
      left: { formula: `${city.formula}+${district.formula}`, whole: city.whole + district.whole },
      right: { formula: total, whole: sumOf(result.communities, (each) => each.amountFen) },
    },
    { what: say.checks.cityPlan, left: city, right: { whole: result.totals.cityFen ?? 0 } },
    { what: say.checks.districtPlan, left: district, right: { whole: result.totals.districtFen ?? 0 } },
  ]
}

const lastYear = (book: Book): Check[] => {
  const { say, input: { result } } = book
  const { communities, districts, totals } = result
  const { previous } = ALLOCATION
  const table = onAllocation(book)
  const sum = sumOf(communities, (each) => each.previousFen)
  const total: Side = { formula: table.total(previous), whole: sum }
  const undecided = sumOf(communities.filter((each) => each.class === null), (each) => each.previousFen)
  const classes = {
    formula: fixedCell(say.sheets.flows, 4, totalRowsOfFlows(book).classes),
    whole: added(Object.values(totals.byClass), (each) => each.previousFen) + undecided,
  }
  return [
    { what: say.checks.previousCommunities, left: { formula: table.communities(previous), whole: sum }, right: total },
    {
      what: say.checks.previousDistricts,
      left: { formula: table.labelled(say.districtTotal, previous), whole: added(districts, (each) => each.previousFen) }, right: total,
    },
    { what: say.checks.previousClasses, left: classes, right: total },
    { what: say.checks.previousPlan, left: total, right: { whole: totals.previousFen } },
  ]
}

const flowMoney = (book: Book): Check => {
  const { say, input: { result } } = book
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
export const moneyChecks = (book: Book): Check[] => [...thisYear(book), ...parts(book), ...lastYear(book), flowMoney(book)]

/** @returns what must agree in numbers of communities. */
export const countChecks = (book: Book): Check[] => {
  const { say, input: { result } } = book
  const { communities } = result
  const table = onAllocation(book)
  const rows = totalRowsOfFlows(book)
  const counted: Side = { formula: `COUNT(${table.numbers})`, whole: communities.length }
  const undecided = communities.filter((each) => each.class === null).length
  const rest = [ALLOCATION.city, ALLOCATION.districtPart].reduce((left, part) => `${left}-${table.column(part)}`, table.column(ALLOCATION.amount))
  return [
    {
      what: say.checks.count,
      left: { formula: fixedCell(say.sheets.flows, 3, rows.classes), whole: added(Object.values(result.totals.byClass), (each) => each.count) + undecided },
      right: counted,
    },
    {
      what: say.checks.flowCount,
      left: { formula: fixedCell(say.sheets.flows, 3, rows.flows), whole: added(result.flows, (flow) => flow.count) }, right: counted,
    },
    ...(book.hasSplit ? [{
      what: say.checks.partRows,
      left: {
        formula: `SUMPRODUCT(ISNUMBER(${table.numbers})*(ABS(${rest})>=0.005))`,
        whole: communities.filter((each) => (each.cityFen ?? 0) + (each.districtFen ?? 0) !== (each.amountFen ?? 0)).length,
      },
      right: { whole: 0 },
    }] : []),
  ]
}
