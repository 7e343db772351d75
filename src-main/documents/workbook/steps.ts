import { changeOf } from '../../model/compared-rows.ts'
import type { Step } from '../../model/policy.ts'
import { textIn } from '../../model/text.ts'
import { policyCited } from '../../words/policies.ts'
import { cell, fixedCell } from './address.ts'
import { LIST_HEADER, STEPS, classCell } from './book.ts'
import type { Book } from './book.ts'
import { FIRST_INDICATOR } from './indicators.ts'
import type { CommunityRow } from './layout.ts'
import { CENTRED, CHANGE, MONEY } from './look.ts'
import { writeTable, yuan } from './page.ts'
import type { Column, Content, SheetPlan } from './page.ts'
import { placeColumns } from './place-columns.ts'
import type { StepCells } from './step-rules.ts'
import { isLive } from './trial.ts'
import type { StepTrial } from './trial.ts'

/** What a step's formula may refer to on the row of a community. */
const cellsOf = (
  { step, position, first, indicator }: StepTrial,
  at: number,
  { say, classes, parameters, indicators }: Book,
): StepCells => {
  const linesFrom = (from: number, to: number): string =>
    from === to ? '0' : `SUM(${cell(STEPS.firstStep + from, at)}:${cell(STEPS.firstStep + to - 1, at)})`
  const column = indicator === undefined ? -1 : indicators.findIndex((each) => each.key === indicator.key)
  const own = cell(STEPS.class, at)
  return {
    class: own,
    value: column < 0 ? '' : fixedCell(say.sheets.indicators, FIRST_INDICATOR + column, at),
    before: linesFrom(first, position),
    earlier: linesFrom(0, first),
    previous: cell(STEPS.previous, at),
    ...parameters.placeOf(step.key),
    standard: step.kind === 'standard' ? classes.lookUp(own, parameters.classKeys, parameters.standardsOf(step.key)) : '',
  }
}

const onlyClasses = (step: Step, own: string, formula: string): string =>
  !('classes' in step) || step.classes === undefined
    ? formula
    : `IF(OR(${step.classes.map((key) => `EXACT(${own},"${key}")`).join(',')}),${formula},0)`

const columnsOf = (book: Book): Column<CommunityRow>[] => {
  const { input, say, trial } = book
  const lastStep = STEPS.firstStep + trial.steps.length - 1
  const stepCell = (each: StepTrial, { community }: CommunityRow, at: number): Content => {
    const line = community.trace[each.position]
    if (line === undefined) return null
    if (!isLive(each, community, trial, input)) return yuan(line.fen)
    const formula = (): string => {
      const cells = cellsOf(each, at, book)
      return onlyClasses(each.step, cells.class, each.rule!.formula(cells))
    }
    return { formula, result: yuan(line.fen) }
  }
  const sum = ({ community }: CommunityRow, at: number): Content =>
    community.amountFen === null
      ? null
      : { formula: () => `SUM(${cell(STEPS.firstStep, at)}:${cell(lastStep, at)})`, result: yuan(community.amountFen) }
  return [
    ...placeColumns<CommunityRow>(say, (row) => row.community),
    { heading: say.previousClass, look: CENTRED, widest: 14, cell: (row) => row.community.previousClass ?? say.noClass },
    {
      heading: say.class,
      look: CENTRED,
      widest: 14,
      cell: (row) => ({ formula: () => classCell(book, row), result: row.community.class ?? say.undecidedClass }),
    },
    { heading: say.previous, look: MONEY, cell: (row) => yuan(row.community.previousFen) },
    ...trial.steps.map((each): Column<CommunityRow> => ({
      heading: textIn(each.step.name, input.language),
      look: CHANGE,
      widest: 24,
      cell: (row, at) => stepCell(each, row, at),
    })),
    { heading: say.amount, look: MONEY, cell: sum },
    {
      heading: say.change,
      look: CHANGE,
      cell: (row, at) => {
        const change = changeOf(row.community)
        return change === null
          ? null
          : { formula: () => `ROUND(${cell(book.amountColumnOfSteps, at)}-${cell(STEPS.previous, at)},2)`, result: yuan(change) }
      },
    },
  ]
}

/**
 * How each amount came about: one column for each step, which add up to the amount. A step that rests on its own community's
 * numbers is a live
 * formula; those that depend on all communities (fit, points, rounding, financed guarantees) are values, and the parameter sheet says so.
 */
export const stepsSheet = (book: Book): SheetPlan => {
  const { input, say } = book
  const { result, policy, language } = input
  const columns = columnsOf(book)
  return {
    frame: {
      name: say.sheets.steps,
      title: say.titles.steps(result.year),
      left: say.policyLine(policyCited(policy, language)),
      right: say.unit,
      columns: columns.length,
      fixedColumns: 4,
      oneTable: true,
      synthetic: result.input.synthetic,
      draft: book.isDraft,
      language,
    },
    rows: (page) => writeTable(page, LIST_HEADER, columns, book.communities, say.noCommunities),
  }
}
