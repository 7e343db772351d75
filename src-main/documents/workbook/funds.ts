import { inPercent } from '../../model/number.ts'
import type { Transfer } from '../../model/plan.ts'
import { textIn } from '../../model/text.ts'
import { fixedCell, range } from './address.ts'
import { ALLOCATION, hasComposition, undecidedLeftOut } from './book.ts'
import type { Book } from './book.ts'
import { compositionColumns, paidColumns } from './breakdown.ts'
import { isUnknown, placeRows, sumOf } from './layout.ts'
import { LABEL, MONEY, NUMBER, TEXT } from './look.ts'
import type { MoneyColumn } from './money-table.ts'
import { yuan } from './page.ts'
import type { Content, SheetPlan } from './page.ts'
import { paidFen } from './payers.ts'
import { placesOf, sheetOfSections } from './sections.ts'
import type { Section } from './sections.ts'

/** Columns of money of another sheet, whose sum rows stand where the allocation table has them. */
interface Source {
  sheet: string
  columns: readonly MoneyColumn[]
}

/** A district a row, or a subdistrict of an only one, with its amount and its parts; each refers to the sum row of the sheet that lists the communities. */
const byPlace = (book: Book, headings: { district: string; subtotal: string }, source: Source): Section => {
  const { say, input } = book
  const rows = placeRows(book.rows)
  const isOne = rows.every((row) => row.kind === 'subtotal')
  const amount = {
    sheet: say.sheets.allocation,
    column: { heading: say.amount, position: ALLOCATION.amount, fenOf: (each) => each.amountFen } satisfies MoneyColumn,
  }
  const columns = [amount, ...source.columns.map((column) => ({ sheet: source.sheet, column }))]
  return {
    heading: isOne ? headings.subtotal : headings.district,
    columns: [
      { heading: isOne ? say.subdistrict : say.district, look: TEXT, widest: 30 },
      ...columns.map(({ column }) => ({ heading: column.heading, look: MONEY, widest: 24 })),
    ],
    rows: rows.map((row) => () => [
      isOne ? row.subdistrict || say.noSubdistrict : row.district,
      ...columns.map(({ sheet, column }): Content =>
        isUnknown(row.communities, column.fenOf)
          ? null
          : { formula: fixedCell(sheet, column.position, row.row), result: yuan(sumOf(row.communities, column.fenOf)) },
      ),
    ]),
    total: (body) => [
      say.total,
      ...columns.map(({ column }, i): Content => ({
        formula: `SUM(${range(2 + i, body.first, body.last)})`,
        result: yuan(sumOf(input.result.communities, column.fenOf)),
      })),
    ],
  }
}

/** The payers' columns where they stand: in the allocation table, or on the sheet of payers. */
const paidSource = (book: Book): Source => {
  const { say, hasSplit, payers, input } = book
  if (!hasSplit) return { sheet: say.sheets.paid, columns: paidColumns(book) }
  return {
    sheet: say.sheets.allocation,
    columns: payers.map(({ key, name }) => ({
      heading: textIn(name, input.language),
      position: key === 'city' ? ALLOCATION.city : ALLOCATION.districtPart,
      fenOf: (each) => paidFen(each, key),
    })),
  }
}

/** What each financed guarantee cost, and the share of last year's amount above which gains are taken. */
const guaranteesOf = (book: Book): Section[] => {
  const {
    say,
    input: { result, language },
  } = book
  const { guarantees = [] } = result
  if (guarantees.length === 0) return []
  const nameOf = (key: string): string => textIn(book.trial.steps.find((each) => each.step.key === key)!.step.name, language)
  return [
    {
      heading: say.guarantees,
      columns: [
        { heading: say.step, look: TEXT, widest: 30 },
        { heading: say.guaranteeCost, look: MONEY },
        { heading: say.highestGain, look: NUMBER, widest: 24 },
      ],
      rows: guarantees.map((each) => () => [
        nameOf(each.step),
        yuan(each.costFen),
        each.highestGain === null ? null : inPercent(each.highestGain, 12),
      ]),
      total: (body) => [
        say.total,
        { formula: `SUM(${range(2, body.first, body.last)})`, result: yuan(guarantees.reduce((sum, each) => sum + each.costFen, 0)) },
        null,
      ],
    },
  ]
}

const transfersOf = (book: Book): Section[] => {
  const {
    say,
    input: { result },
  } = book
  const { transfers = [] } = result
  if (transfers.length === 0) return []
  const names = new Map(result.communities.map((each) => [each.key, `${each.district} ${each.name}`]))
  const total = (lines: readonly Transfer[]): number => lines.reduce((sum, each) => sum + each.fen, 0)
  return [
    {
      heading: say.transfers,
      columns: [
        { heading: say.transferFrom, look: TEXT, widest: 30 },
        { heading: say.transferTo, look: TEXT, widest: 30 },
        { heading: say.transferAmount, look: MONEY, widest: 24 },
        { heading: say.number, look: LABEL },
      ],
      rows: transfers.map((each, i) => () => [names.get(each.from) ?? each.from, names.get(each.to) ?? each.to, yuan(each.fen), i + 1]),
      total: (body) => [say.total, null, { formula: `SUM(${range(3, body.first, body.last)})`, result: yuan(total(transfers)) }, null],
    },
  ]
}

/** The sections of the sheet of funds by what they tell; a policy has some of them, or none. */
const sectionsOf = (book: Book): { paid: Section[]; composition: Section[]; guarantees: Section[]; transfers: Section[] } => {
  const { say, payers } = book
  return {
    paid: payers.length === 0 ? [] : [byPlace(book, { district: say.paidByDistrict, subtotal: say.paidBySubdistrict }, paidSource(book))],
    composition: hasComposition(book)
      ? [
          byPlace(
            book,
            { district: say.compositionByDistrict, subtotal: say.compositionBySubdistrict },
            { sheet: say.sheets.composition, columns: compositionColumns(book) },
          ),
        ]
      : [],
    guarantees: guaranteesOf(book),
    transfers: transfersOf(book),
  }
}

/**
 * Money by district: who pays, what it is made of and what is held back; and who pays for whose guarantee. null: the policy tells
 * nothing of it.
 */
export const fundsSheet = (book: Book): SheetPlan | null => {
  const { input, say } = book
  const { paid, composition, guarantees, transfers } = sectionsOf(book)
  const sections = [...paid, ...composition, ...guarantees, ...transfers]
  if (sections.length === 0) return null
  const {
    year,
    input: { synthetic },
  } = input.result
  const columns = Math.max(...sections.map((section) => section.columns.length))
  return sheetOfSections(
    {
      name: say.sheets.funds,
      title: say.titles.funds(year),
      left: undecidedLeftOut(book),
      right: say.unit,
      columns,
      synthetic,
      draft: book.isDraft,
      language: input.language,
    },
    sections,
  )
}

/** @returns the rows of the totals of the sheet of funds, for the checks; undefined where there is no such table. */
export const totalRowsOfFunds = (book: Book): Partial<Record<'paid' | 'composition' | 'guarantees' | 'transfers', number>> => {
  const sections = sectionsOf(book)
  const named = (['paid', 'composition', 'guarantees', 'transfers'] as const).flatMap((name) =>
    sections[name].map((section) => ({ name, section })),
  )
  const places = placesOf(named.map(({ section }) => section))
  return Object.fromEntries(named.map(({ name }, i) => [name, places[i]!.last + 1]))
}
