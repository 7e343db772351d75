import { changeOf } from '../../model/compared-rows.ts'
import { cell, fixedRange, range } from './address.ts'
import { ALLOCATION, STEPS, classesOnClassification, classRows, columnOfSteps, notCompared } from './book.ts'
import type { Book } from './book.ts'
import { isUnknown, sumOf } from './layout.ts'
import { CENTRED, CHANGE, COUNT, MONEY, TEXT } from './look.ts'
import { yuan } from './page.ts'
import type { SheetPlan } from './page.ts'
import { placesOf, sheetOfSections } from './sections.ts'
import type { Section } from './sections.ts'

const totalsByClass = (book: Book): Section => {
  const { input, say, classes, table } = book
  const { communities } = input.result
  const columnOf = (column: number): string => fixedRange(say.sheets.allocation, column, table.first, table.last)
  return {
    heading: say.totalsByClass,
    columns: [
      { heading: say.class, look: CENTRED, widest: 16 },
      { heading: say.className, look: TEXT, widest: 40 },
      { heading: say.count, look: COUNT },
      { heading: say.previous, look: MONEY },
      { heading: say.amount, look: MONEY },
      { heading: say.change, look: CHANGE },
    ],
    rows: classRows(book).map(({ label, name, own }) => (at) => {
      const summed = (column: number): string => classes.sum(columnOf(ALLOCATION.class), cell(1, at), columnOf(column))
      return [
        label,
        name,
        { formula: classes.count(classesOnClassification(book), cell(1, at)), result: own.length },
        { formula: summed(ALLOCATION.previous), result: yuan(sumOf(own, (each) => each.previousFen)) },
        // Where no amount is known, an empty cell says so; zero would not.
        isUnknown(own, (each) => each.amountFen)
          ? null
          : { formula: summed(ALLOCATION.amount), result: yuan(sumOf(own, (each) => each.amountFen)) },
        isUnknown(own, changeOf) ? null : { formula: summed(ALLOCATION.change), result: yuan(sumOf(own, changeOf)) },
      ]
    }),
    total: (body) => {
      const [previous, amount] = [sumOf(communities, (each) => each.previousFen), sumOf(communities, (each) => each.amountFen)]
      const total = (column: number): string => `SUM(${range(column, body.first, body.last)})`
      return [
        say.total,
        null,
        { formula: total(3), result: communities.length },
        { formula: total(4), result: yuan(previous) },
        { formula: total(5), result: yuan(amount) },
        { formula: total(6), result: yuan(sumOf(communities, changeOf)) },
      ]
    },
  }
}

/** Classes in the policy's order, no class first, classes that are no longer there last. */
const orderOf = (key: string | null, { input }: Book): number => {
  const position = input.policy.classes.findIndex((each) => each.key === key)
  return key === null ? -1 : position < 0 ? input.policy.classes.length : position
}

const flowList = (book: Book): Section => {
  const { input, say, classes } = book
  const flows = [...input.result.flows].sort(
    (a, b) => orderOf(a.from, book) - orderOf(b.from, book) || orderOf(a.to, book) - orderOf(b.to, book),
  )
  const moved = Map.groupBy(input.result.communities, (each) => JSON.stringify([each.previousClass, each.class]))
  const from = columnOfSteps(book, STEPS.previousClass)
  const to = columnOfSteps(book, STEPS.class)
  const amounts = columnOfSteps(book, book.amountColumnOfSteps)
  const previous = columnOfSteps(book, STEPS.previous)
  return {
    heading: say.flowList,
    columns: [
      { heading: say.previousClass, look: CENTRED, widest: 16 },
      { heading: say.class, look: CENTRED, widest: 40 },
      { heading: say.count, look: COUNT },
      { heading: say.change, look: CHANGE },
    ],
    rows: flows.map((flow) => (at) => [
      flow.from ?? say.noClass,
      flow.to ?? say.undecidedClass,
      { formula: classes.countBoth(from, cell(1, at), to, cell(2, at)), result: flow.count },
      isUnknown(moved.get(JSON.stringify([flow.from, flow.to])) ?? [], (each) => each.amountFen)
        ? null
        : { formula: classes.changeOfBoth(from, cell(1, at), to, cell(2, at), amounts, previous), result: yuan(flow.fen) },
    ]),
    total: (body) => [
      say.total,
      null,
      { formula: `SUM(${range(3, body.first, body.last)})`, result: flows.reduce((sum, flow) => sum + flow.count, 0) },
      { formula: `SUM(${range(4, body.first, body.last)})`, result: yuan(flows.reduce((sum, flow) => sum + flow.fen, 0)) },
    ],
  }
}

const sectionsOf = (book: Book): Section[] => [totalsByClass(book), flowList(book)]

/** Totals by this year's class against last year, and how communities and money move from last year's classes. */
export const flowsSheet = (book: Book): SheetPlan => {
  const { input, say } = book
  const {
    year,
    input: { synthetic },
  } = input.result
  return sheetOfSections(
    {
      name: say.sheets.flows,
      title: say.titles.flows(year),
      left: notCompared(book),
      right: say.unit,
      columns: 6,
      synthetic,
      draft: book.isDraft,
      language: input.language,
    },
    sectionsOf(book),
  )
}

/** @returns the rows of the two totals of the flow sheet, for the checks: of the classes and of the flows. */
export const totalRowsOfFlows = (book: Book): { classes: number; flows: number } => {
  const [classes, flows] = placesOf(sectionsOf(book))
  return { classes: classes!.last + 1, flows: flows!.last + 1 }
}
