import { textIn } from '../../contract/text.ts'
import { writeAllocation } from './allocation.ts'
import { planBook } from './book.ts'
import { writeChecks } from './checks.ts'
import { writeClassification } from './classification.ts'
import { writeFlows } from './flows.ts'
import { writeIndicators } from './indicators.ts'
import type { WorkbookInput } from './input.ts'
import { writeParameters } from './parameters.ts'
import { writeSteps } from './steps.ts'

export type { WorkbookInput } from './input.ts'

/**
 * The Excel workbook of a plan: allocation table, classification with reasons, steps, class flows, parameters, indicators and
 * checks, with live formulas whose stored values are the plan's own numbers.
 * @returns the bytes of an .xlsx file; amounts are in 元 with two decimals, unknown ones are empty cells
 */
export const planWorkbook = async (input: WorkbookInput): Promise<Uint8Array> => {
  // exceljs is large and needed only here, so it is not loaded at the start of the app.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const book = planBook(input)
  Object.assign(workbook, {
    title: book.say.titles.allocation(input.result.year), subject: textIn(input.policy.title, input.language),
    creator: 'Quanheng', lastModifiedBy: 'Quanheng',
    ...(input.result.input.synthetic ? { keywords: book.say.synthetic } : {}),
  })
  writeAllocation(workbook, book)
  writeClassification(workbook, book)
  writeSteps(workbook, book)
  writeFlows(workbook, book)
  writeParameters(workbook, book)
  writeIndicators(workbook, book)
  writeChecks(workbook, book)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
