import { changeOf } from '../../model/compared-rows.ts'
import { needsInWords, policyCited } from '../../words/policies.ts'
import type { CommunityResult } from '../../model/plan.ts'
import { cell, fixedCell } from './address.ts'
import { ALLOCATION, classCell, overrideOf } from './book.ts'
import type { Book } from './book.ts'
import { isChangeUnknown, type AllocationRow, type CommunityRow } from './layout.ts'
import { CENTRED, CHANGE, MONEY, TEXT, fontOf } from './look.ts'
import { DEEPEST_OUTLINE, moneyCell, placeColumns, writeGrouped } from './money-table.ts'
import type { MoneyColumn } from './money-table.ts'
import { putLine } from './page.ts'
import type { Column, Page, SheetPlan } from './page.ts'
import { noteOnOverride } from './overrides.ts'
import { partFormulas } from './part-formulas.ts'
import { paidFen } from './payers.ts'

/** Nothing is missing of the community itself: a fixed total can't be shared out while another one is undecided. */
const isWaiting = (community: CommunityResult): boolean =>
  community.class !== null && community.amountFen === null && community.needs.length === 0

/** What stands beside a community: set by hand, undecided, amount unknown, or no amount last year. */
const remarksOn = (community: CommunityResult, { input, say }: Book): string => {
  const needs = needsInWords(community.needs, input, input.language)
  const override = overrideOf(community, input)
  return [
    ...(override === undefined ? [] : [say.remarkOverride(override.reason)]),
    ...(community.class === null ? [say.remarkUndecided(needs)] : []),
    ...(isWaiting(community)
      ? [say.remarkWaits]
      : community.class !== null && community.amountFen === null
        ? [say.remarkAmountUnknown(needs)]
        : []),
    ...(community.previousFen === null ? [say.remarkNoPrevious] : []),
  ].join(input.language === 'zh' ? '；' : '; ')
}

const amountFormula = ({ row, number }: CommunityRow, book: Book): string =>
  book.byStandardOnly
    ? book.classes.lookUp(
        cell(ALLOCATION.class, row),
        book.parameters.classKeys,
        book.parameters.standardsOf(book.trial.steps[0]!.step.key),
      )
    : fixedCell(book.say.sheets.steps, book.amountColumnOfSteps, book.list.first + number - 1)

const moneyColumns = (book: Book): MoneyColumn[] => {
  const { say } = book
  const amount = (row: CommunityRow): string => cell(ALLOCATION.amount, row.row)
  const formulas = partFormulas(book, ALLOCATION.amount, [ALLOCATION.city, ALLOCATION.districtPart], ['city', 'district'])
  const part = (key: 'city' | 'district', position: number): MoneyColumn => {
    const formula = formulas?.get(key)
    return {
      heading: key === 'city' ? say.cityPart : say.districtPart,
      position,
      fenOf: (each) => paidFen(each, key),
      ...(formula === undefined ? {} : { formula }),
    }
  }
  return [
    { heading: say.previous, position: ALLOCATION.previous, fenOf: (each) => each.previousFen },
    { heading: say.amount, position: ALLOCATION.amount, fenOf: (each) => each.amountFen, formula: (row) => amountFormula(row, book) },
    {
      heading: say.change,
      position: ALLOCATION.change,
      fenOf: changeOf,
      isUnknown: isChangeUnknown,
      formula: (row) => `ROUND(${amount(row)}-${cell(ALLOCATION.previous, row.row)},2)`,
    },
    ...(book.hasSplit ? [part('city', ALLOCATION.city), part('district', ALLOCATION.districtPart)] : []),
  ]
}

const columnsOf = (book: Book): Column<AllocationRow>[] => {
  const { say } = book
  return [
    ...placeColumns(book, ALLOCATION.number),
    {
      heading: say.class,
      look: CENTRED,
      widest: 14,
      cell: (row) =>
        row.kind === 'community' ? { formula: () => classCell(book, row), result: row.community.class ?? say.undecidedClass } : null,
      note: (row) => (row.kind === 'community' ? noteOnOverride(row.community, book) : null),
    },
    ...moneyColumns(book).map((column): Column<AllocationRow> => ({
      heading: column.heading,
      look: column.position === ALLOCATION.change ? CHANGE : MONEY,
      cell: (row) => moneyCell(row, column),
    })),
    { heading: say.remarks, look: TEXT, widest: 26, cell: (row) => (row.kind === 'community' ? remarksOn(row.community, book) : null) },
  ]
}

const ROOM_TO_SIGN = '　'.repeat(8)

const writeNotes = (page: Page, columns: number, book: Book): void => {
  const { say, input } = book
  const { communities } = input.result
  const undecided = communities.filter((each) => each.amountFen === null).length
  const incomplete = communities.filter((each) => changeOf(each) === null).length
  const signature = input.paper === undefined ? say.signature : input.paper.signatures.join(ROOM_TO_SIGN)
  const notes = [
    ...(undecided > 0 ? [say.noteUndecided(undecided)] : []),
    ...(communities.some(isWaiting) ? [say.noteWaits] : []),
    ...(incomplete > 0 ? [say.noteChange(incomplete)] : []),
    ...(signature === '' ? [] : [signature]),
  ]
  notes.forEach((note, i) => {
    const at = book.totalRow + 1 + i
    putLine(page, at, 1, columns, note, 'left', fontOf(input.language, 'body', 10), note === signature ? 30 : 20)
  })
}

/**
 * The allocation table: communities by district and subdistrict with live subtotals. Sums use SUBTOTAL, which leaves out the
 * subtotals inside its range, so that a range may span them and rows may be inserted.
 */
export const allocationSheet = (book: Book): SheetPlan => {
  const { input, say } = book
  const { result, policy, language } = input
  const columns = columnsOf(book)
  return {
    frame: {
      name: say.sheets.allocation,
      title: input.paper?.title || say.titles.allocation(result.year),
      annex: input.paper?.attachment ?? say.annex,
      right: say.unit,
      left: say.policyLine(policyCited(policy, language)),
      columns: columns.length,
      fixedColumns: 4,
      oneTable: true,
      deepestOutline: DEEPEST_OUTLINE,
      synthetic: result.input.synthetic,
      draft: book.isDraft,
      language,
    },
    *rows(page) {
      yield* writeGrouped(page, columns, book)
      writeNotes(page, columns.length, book)
    },
  }
}
