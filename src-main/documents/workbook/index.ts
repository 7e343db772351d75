import { textIn } from '../../model/text.ts'
import { allocationSheet } from './allocation.ts'
import { hasComposition, planBook } from './book.ts'
import { compositionSheet, paidSheet } from './breakdown.ts'
import { checksSheet } from './checks.ts'
import { classificationSheet } from './classification.ts'
import { comparisonSheet } from './comparison.ts'
import { flowsSheet } from './flows.ts'
import { fundsSheet } from './funds.ts'
import { indicatorsSheet } from './indicators.ts'
import type { WorkbookInput } from './input.ts'
import { overridesSheet } from './overrides.ts'
import { parametersSheet } from './parameters.ts'
import { stepsSheet } from './steps.ts'
import { workSheet } from './work.ts'
import { wholeBook, writtenBook } from './write-book.ts'
import type { Progress } from '../../shared/turns.ts'

export type { AllocationPaper, WorkbookInput } from './input.ts'

/**
 * The Excel workbook of a plan: allocation table, classification with reasons, steps, components, payers, comparison with last year, class
 * flows, classes set by hand, parameters, indicators and checks, with live formulas whose stored values are the plan's own
 * numbers. The same
 * plan gives the same bytes.
 * @returns the bytes of an .xlsx file; amounts are in 元 with two decimals, unknown ones are empty cells. On the way it stops and tells how
 * far it is; whoever does not go on has cancelled it
 */
export async function* planWorkbookInSteps(input: WorkbookInput): AsyncGenerator<Progress, Uint8Array> {
  const book = planBook(input)
  const funds = fundsSheet(book)
  const sheets = [
    allocationSheet(book),
    classificationSheet(book),
    stepsSheet(book),
    ...(hasComposition(book) ? [compositionSheet(book)] : []),
    ...(book.payers.length > 0 && !book.hasSplit ? [paidSheet(book)] : []),
    ...(funds === null ? [] : [funds]),
    comparisonSheet(book),
    flowsSheet(book),
    overridesSheet(book),
    ...(input.work === undefined ? [] : [workSheet(book, input.work)]),
    parametersSheet(book),
    indicatorsSheet(book),
    checksSheet(book),
  ]
  return yield* writtenBook(sheets, {
    title: book.say.titles.allocation(input.result.year),
    subject: textIn(input.policy.title, input.language),
    creator: `Quanheng ${input.appVersion}`,
    mark: input.mark,
    ...(input.adopted === undefined || input.adopted === null ? {} : { created: new Date(input.adopted) }),
    ...(input.result.input.synthetic || book.isDraft
      ? { keywords: [...(input.result.input.synthetic ? [book.say.synthetic] : []), ...(book.isDraft ? [book.say.draft] : [])].join(', ') }
      : {}),
  })
}

/** The same workbook in one go. @returns the bytes of an .xlsx file */
export const planWorkbook = (input: WorkbookInput): Promise<Uint8Array> => wholeBook(planWorkbookInSteps(input))
