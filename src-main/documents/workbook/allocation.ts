import type { Workbook } from 'exceljs'
import { needsInWords } from '../../contract/policy-in-words.ts'
import { textIn } from '../../contract/text.ts'
import type { CommunityResult } from '../../contract/plan.ts'
import { cell, fixedCell, range } from './address.ts'
import { ALLOCATION, ALLOCATION_HEADER, overrideOf } from './book.ts'
import type { Book } from './book.ts'
import { changeOf, isUnknown, sumOf } from './layout.ts'
import type { AllocationRow, CommunityRow, SumRow } from './layout.ts'
import { CENTRED, CHANGE, MONEY, ROW_NUMBER, TEXT, fontOf } from './look.ts'
import { closePage, openPage, putLine, writeEmptyRow, writeHeader, writeRow, yuan } from './page.ts'
import type { Column, Content, Page } from './page.ts'

/** Nothing is missing of the community itself: a fixed total can't be shared out while another one is undecided. */
const isWaiting = (community: CommunityResult): boolean => community.class !== null && community.amountFen === null && community.needs.length === 0

/** What stands beside a community: set by hand, undecided, amount unknown, or no amount last year. */
const remarksOn = (community: CommunityResult, { input, say }: Book): string => {
  const needs = needsInWords(community.needs, input, input.language)
  const override = overrideOf(community, input)
  return [
    ...(override === undefined ? [] : [say.remarkOverride(override.reason)]),
    ...(community.class === null ? [say.remarkUndecided(needs)] : []),
    ...(isWaiting(community) ? [say.remarkWaits] : community.class !== null && community.amountFen === null ? [say.remarkAmountUnknown(needs)] : []),
    ...(community.previousFen === null ? [say.remarkNoPrevious] : []),
  ].join(input.language === 'zh' ? '；' : '; ')
}

const amountFormula = ({ row, number }: CommunityRow, book: Book): string => book.byStandardOnly
  ? book.classes.lookUp(cell(ALLOCATION.class, row), book.parameters.classKeys, book.parameters.standards)
  : fixedCell(book.say.sheets.steps, book.amountColumnOfSteps, book.list.first + number - 1)

/**
 * Can the city's parts be live formulas? The engine shares a district's city part out over its communities by largest
 * remainder, so who gets an odd fen depends on all other rows, which no formula in a cell can say. Where every amount divides
 * without a rest, there is no odd fen, and amount x ratio is the plan's own number; else the parts are written as values, and
 * the check sheet holds them against the amounts.
 */
export const partsAreExact = ({ input }: Book): boolean => {
  const { split } = input.policy.allocation
  if (split === undefined) return false
  return input.result.communities.every(({ district, amountFen, cityFen }) => {
    const ratio = split.byDistrict[district] ?? split.ratio
    const whole = BigInt(ratio.city + ratio.district)
    return amountFen === null || (cityFen !== null && BigInt(amountFen) * BigInt(ratio.city) === BigInt(cityFen) * whole)
  })
}

/** A column of the table: what a community has there, and how a sum row adds it up. */
interface MoneyColumn {
  heading: string
  position: number
  fenOf: (community: CommunityResult) => number | null
  formula?: (row: CommunityRow) => string
}

const moneyColumns = (book: Book): MoneyColumn[] => {
  const { say } = book
  const amount = (row: CommunityRow): string => cell(ALLOCATION.amount, row.row)
  const exactParts = partsAreExact(book)
  const cityFormula = (row: CommunityRow): string => {
    const ratio = book.parameters.ratioOf(row.community.district)!
    return `ROUND(${amount(row)}*${ratio.city}/(${ratio.city}+${ratio.district}),2)`
  }
  return [
    { heading: say.previous, position: ALLOCATION.previous, fenOf: (each) => each.previousFen },
    { heading: say.amount, position: ALLOCATION.amount, fenOf: (each) => each.amountFen, formula: (row) => amountFormula(row, book) },
    { heading: say.change, position: ALLOCATION.change, fenOf: changeOf, formula: (row) => `${amount(row)}-${cell(ALLOCATION.previous, row.row)}` },
    ...(book.hasSplit ? [
      {
        heading: say.cityPart, position: ALLOCATION.city, fenOf: (each: CommunityResult) => each.cityFen,
        ...(exactParts ? { formula: cityFormula } : {}),
      },
      {
        heading: say.districtPart, position: ALLOCATION.districtPart, fenOf: (each: CommunityResult) => each.districtFen,
        ...(exactParts ? { formula: (row: CommunityRow) => `${amount(row)}-${cell(ALLOCATION.city, row.row)}` } : {}),
      },
    ] : []),
  ]
}

const placeOf = (row: SumRow, book: Book): string[] => {
  const { say } = book
  if (row.kind === 'total') return [say.grandTotal, '', '']
  if (row.kind === 'district') return [say.districtTotal, row.district, '']
  return [say.subtotal, row.district, row.subdistrict === '' ? say.noSubdistrict : row.subdistrict]
}

const columnsOf = (book: Book): Column<AllocationRow>[] => {
  const { say } = book
  const own = (pick: (community: CommunityResult) => string, ofSum: (row: SumRow) => Content) => (row: AllocationRow): Content =>
    row.kind === 'community' ? pick(row.community) : ofSum(row)
  const money = moneyColumns(book).map((column): Column<AllocationRow> => ({
    heading: column.heading,
    look: column.position === ALLOCATION.change ? CHANGE : MONEY,
    cell: (row) => {
      if (row.kind !== 'community') {
        if (isUnknown(row.communities, column.fenOf)) return null
        return { formula: `SUBTOTAL(9,${range(column.position, row.first, row.last)})`, result: yuan(sumOf(row.communities, column.fenOf)) }
      }
      // An unknown amount is an empty cell, without a formula that might show zero.
      const fen = column.fenOf(row.community)
      if (fen === null) return null
      return column.formula === undefined ? yuan(fen) : { formula: column.formula(row), result: yuan(fen) }
    },
  }))
  return [
    { heading: say.number, look: ROW_NUMBER, cell: (row) => (row.kind === 'community' ? row.number : placeOf(row, book)[0]!) },
    { heading: say.district, look: TEXT, widest: 16, cell: own((each) => each.district, (row) => placeOf(row, book)[1]!) },
    { heading: say.subdistrict, look: TEXT, widest: 18, cell: own((each) => each.subdistrict, (row) => placeOf(row, book)[2]!) },
    {
      heading: say.community, look: TEXT, widest: 28,
      cell: own((each) => each.name, (row) => ({
        formula: `"${say.countBefore}"&COUNT(${range(ALLOCATION.number, row.first, row.last)})&"${say.countAfter}"`,
        result: say.countBefore + row.communities.length + say.countAfter,
      })),
    },
    { heading: say.code, look: CENTRED, widest: 16, cell: own((each) => each.code, () => null) },
    { heading: say.class, look: CENTRED, widest: 14, cell: own((each) => each.class ?? say.undecidedClass, () => null) },
    ...money,
    { heading: say.remarks, look: TEXT, widest: 26, cell: own((each) => remarksOn(each, book), () => null) },
  ]
}

const OUTLINE = { community: 2, subtotal: 1, district: 0, total: 0 } as const
const DEEPEST_OUTLINE = 2

/** exceljs writes the rows of the deepest level as folded away; here nothing is hidden from the reader. */
const outline = (page: Page, at: number, level: number): void => {
  const row = page.sheet.getRow(at)
  row.outlineLevel = level
  Object.defineProperty(row, 'collapsed', { value: false })
}

const writeNotes = (page: Page, columns: number, book: Book): void => {
  const { say, input } = book
  const { communities } = input.result
  const undecided = communities.filter((each) => each.amountFen === null).length
  const incomplete = communities.filter((each) => changeOf(each) === null).length
  const notes = [
    ...(undecided > 0 ? [say.noteUndecided(undecided)] : []), ...(communities.some(isWaiting) ? [say.noteWaits] : []),
    ...(incomplete > 0 ? [say.noteChange(incomplete)] : []), say.signature,
  ]
  notes.forEach((note, i) => {
    const at = book.totalRow + 1 + i
    putLine(page, at, 1, columns, note, 'left', fontOf(input.language, 'body', 10))
    page.sheet.getRow(at).height = note === say.signature ? 30 : 20
  })
}

/**
 * The allocation table: communities by district and subdistrict with live subtotals. Sums use SUBTOTAL, which leaves out the
 * subtotals inside its range, so that a range may span them and rows may be inserted.
 */
export const writeAllocation = (workbook: Workbook, book: Book): void => {
  const { input, say } = book
  const { result, policy, language } = input
  const columns = columnsOf(book)
  const page = openPage(workbook, {
    name: say.sheets.allocation, title: say.titles.allocation(result.year), annex: say.annex, right: say.unit,
    left: say.policyLine(textIn(policy.title, language), result.policy.id, result.policy.version),
    columns: columns.length, fixedColumns: 4, oneTable: true, synthetic: result.input.synthetic, language,
  })
  page.sheet.properties.outlineLevelRow = DEEPEST_OUTLINE
  writeHeader(page, ALLOCATION_HEADER, columns)
  for (const row of book.rows) {
    writeRow(page, row.row, columns, row, row.kind === 'community' ? 'body' : row.kind)
    outline(page, row.row, OUTLINE[row.kind])
  }
  if (book.communities.length === 0) writeEmptyRow(page, book.table.first, columns, say.noCommunities)
  writeNotes(page, columns.length, book)
  closePage(page)
}
