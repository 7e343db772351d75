import type { Workbook } from 'exceljs'
import { stepsOf } from '../../contract/fund.ts'
import { textIn } from '../../contract/text.ts'
import { cell, fixedRange } from './address.ts'
import { LIST_HEADER, STEPS } from './book.ts'
import type { Book } from './book.ts'
import { changeOf } from './layout.ts'
import type { CommunityRow } from './layout.ts'
import { CENTRED, CHANGE, MONEY, ROW_NUMBER, TEXT } from './look.ts'
import { closePage, openPage, writeTable, yuan } from './page.ts'
import type { Column, Content } from './page.ts'

const columnsOf = (book: Book): Column<CommunityRow>[] => {
  const { input, say } = book
  const steps = stepsOf(input.policy)
  const lastStep = STEPS.firstStep + steps.length - 1
  const stepCell = (key: string, { community }: CommunityRow, at: number): Content => {
    const line = community.trace.find((each) => each.step === key)
    if (line === undefined) return null
    if (!book.byStandardOnly) return yuan(line.fen)
    return { formula: book.classes.lookUp(cell(STEPS.class, at), book.parameters.classKeys, book.parameters.standards), result: yuan(line.fen) }
  }
  const sum = ({ community }: CommunityRow, at: number): Content =>
    community.amountFen === null ? null : { formula: `SUM(${cell(STEPS.firstStep, at)}:${cell(lastStep, at)})`, result: yuan(community.amountFen) }
  return [
    { heading: say.number, look: ROW_NUMBER, cell: (row) => row.number },
    { heading: say.district, look: TEXT, widest: 16, cell: (row) => row.community.district },
    { heading: say.subdistrict, look: TEXT, widest: 18, cell: (row) => row.community.subdistrict },
    { heading: say.community, look: TEXT, widest: 28, cell: (row) => row.community.name },
    { heading: say.code, look: CENTRED, widest: 16, cell: (row) => row.community.code },
    { heading: say.previousClass, look: CENTRED, widest: 14, cell: (row) => row.community.previousClass ?? say.noClass },
    { heading: say.class, look: CENTRED, widest: 14, cell: (row) => row.community.class ?? say.undecidedClass },
    { heading: say.previous, look: MONEY, cell: (row) => yuan(row.community.previousFen) },
    ...steps.map((step): Column<CommunityRow> => ({
      heading: textIn(step.name, input.language), look: CHANGE, widest: 24, cell: (row, at) => stepCell(step.key, row, at),
    })),
    { heading: say.amount, look: MONEY, cell: sum },
    {
      heading: say.change, look: CHANGE,
      cell: (row, at) => {
        const change = changeOf(row.community)
        return change === null ? null : { formula: `${cell(book.amountColumnOfSteps, at)}-${cell(STEPS.previous, at)}`, result: yuan(change) }
      },
    },
  ]
}

/**
 * How each amount came about: one column for each step, which add up to the amount. The steps are values, because later ones
 * (fit, protection, rounding) depend on all communities; only a policy of one standard is looked up live.
 */
export const writeSteps = (workbook: Workbook, book: Book): void => {
  const { input, say } = book
  const { result, policy, language } = input
  const columns = columnsOf(book)
  const page = openPage(workbook, {
    name: say.sheets.steps, title: say.titles.steps(result.year),
    left: say.policyLine(textIn(policy.title, language), result.policy.id, result.policy.version), right: say.unit,
    columns: columns.length, fixedColumns: 4, oneTable: true, synthetic: result.input.synthetic, language,
  })
  writeTable(page, LIST_HEADER, columns, book.communities, say.noCommunities)
  closePage(page)
}

/** @returns a column of the list of steps, as formulas of other sheets refer to it. */
export const columnOfSteps = (book: Book, column: number): string => fixedRange(book.say.sheets.steps, column, book.list.first, book.list.last)
