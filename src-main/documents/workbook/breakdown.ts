import { componentInWords } from '../../words/policies.ts'
import type { FundComponent } from '../../model/fund.ts'
import type { CommunityResult } from '../../model/plan.ts'
import { textIn } from '../../model/text.ts'
import { fixedCell } from './address.ts'
import { ALLOCATION, BREAKDOWN, STEPS } from './book.ts'
import type { Book } from './book.ts'
import type { AllocationRow } from './layout.ts'
import { MONEY } from './look.ts'
import { DEEPEST_OUTLINE, moneyCell, placeColumns, writeGrouped } from './money-table.ts'
import type { MoneyColumn } from './money-table.ts'
import type { Column, SheetPlan } from './page.ts'
import { partFormulas } from './part-formulas.ts'
import type { FormulaOf } from './part-formulas.ts'
import { paidFen } from './payers.ts'

const breakdownSheet = (book: Book, name: 'composition' | 'paid', left: string, parts: readonly MoneyColumn[]): SheetPlan => {
  const { say, input } = book
  const { result, language } = input
  const amount: MoneyColumn = {
    heading: say.amount,
    position: BREAKDOWN.amount,
    fenOf: (each) => each.amountFen,
    formula: (row) => fixedCell(say.sheets.allocation, ALLOCATION.amount, row.row),
  }
  const columns: Column<AllocationRow>[] = [
    ...placeColumns(book, BREAKDOWN.number),
    ...[amount, ...parts].map((column): Column<AllocationRow> => ({
      heading: column.heading,
      look: MONEY,
      widest: 24,
      cell: (row) => moneyCell(row, column),
    })),
  ]
  return {
    frame: {
      name: say.sheets[name],
      title: say.titles[name](result.year),
      annex: say.annex,
      left,
      right: say.unit,
      columns: columns.length,
      fixedColumns: 4,
      oneTable: true,
      deepestOutline: DEEPEST_OUTLINE,
      synthetic: result.input.synthetic,
      draft: book.isDraft,
      language,
    },
    rows: (page) => writeGrouped(page, columns, book),
  }
}

const fenOfComponent =
  (key: string) =>
  (community: CommunityResult): number | null =>
    community.componentFen?.[key] ?? null

/** The columns of a component's steps on the steps sheet. */
const columnsOfSteps = (component: FundComponent, { trial }: Book): { first: number; last: number } => {
  const first = trial.steps.findIndex((each) => each.step === component.steps[0])
  return { first: STEPS.firstStep + first, last: STEPS.firstStep + first + component.steps.length - 1 }
}

const nameOf = ({ name }: FundComponent, { say, input }: Book): string => (name === null ? say.mainComponent : textIn(name, input.language))

/** What is held back of a community's amount, as the steps sheet has it: the lines of reserves that are not released. */
const reserveFormula = (book: Book): FormulaOf | undefined => {
  const open = book.trial.steps.filter(({ step }) => step.kind === 'reserve' && !step.released)
  const isMirrored = book.communities.every(
    ({ community }) =>
      (community.reserveFen ?? null) === null ||
      community.trace.length === 0 ||
      -open.reduce((sum, { position }) => sum + community.trace[position]!.fen, 0) === community.reserveFen,
  )
  if (open.length === 0 || !isMirrored) return undefined
  return ({ number }) =>
    open.map(({ position }) => `-${fixedCell(book.say.sheets.steps, STEPS.firstStep + position, book.list.first + number - 1)}`).join('')
}

/** The columns after the amount on the composition sheet: every component, and what is held back beside the amount. */
export const compositionColumns = (book: Book): MoneyColumn[] => {
  const { say, components, hasReserve } = book
  const formula = hasReserve ? reserveFormula(book) : undefined
  return [
    ...components.map((component, i): MoneyColumn => {
      const { first, last } = columnsOfSteps(component, book)
      return {
        heading: nameOf(component, book),
        position: BREAKDOWN.firstPart + i,
        fenOf: fenOfComponent(component.key),
        formula: ({ number }) => {
          const at = book.list.first + number - 1
          const [from, to] = [first, last].map((column) => fixedCell(say.sheets.steps, column, at)) as [string, string]
          return first === last ? from : `SUM(${from}:${to.slice(to.indexOf('!') + 1)})`
        },
      }
    }),
    ...(hasReserve
      ? [
          {
            heading: say.reserve,
            position: BREAKDOWN.firstPart + components.length,
            fenOf: (each: CommunityResult) => (each.amountFen === null ? null : (each.reserveFen ?? null)),
            ...(formula === undefined ? {} : { formula }),
          },
        ]
      : []),
  ]
}

/** What each community's amount is made of, and what is held back. */
export const compositionSheet = (book: Book): SheetPlan => {
  const { components, input } = book
  const said = components.flatMap((each) => componentInWords(each, input.language) ?? [])
  return breakdownSheet(book, 'composition', said.join(input.language === 'zh' ? '；' : '; '), compositionColumns(book))
}

/** The columns after the amount on the sheet of payers. */
export const paidColumns = (book: Book): MoneyColumn[] => {
  const { payers, input } = book
  const columns = payers.map((_, i) => BREAKDOWN.firstPart + i)
  const formulas = partFormulas(
    book,
    BREAKDOWN.amount,
    columns,
    payers.map((payer) => payer.key),
  )
  return payers.map(({ key, name }, i): MoneyColumn => {
    const formula = formulas?.get(key)
    return {
      heading: textIn(name, input.language),
      position: columns[i]!,
      fenOf: (each) => paidFen(each, key),
      ...(formula === undefined ? {} : { formula }),
    }
  })
}

/** Who pays how much for each community. */
export const paidSheet = (book: Book): SheetPlan =>
  breakdownSheet(book, 'paid', book.parameters.exactParts ? '' : book.say.partsStayNote, paidColumns(book))
