import type { Language } from '../../contract/text.ts'
import { writeCommunities } from './communities.ts'
import { writeDistricts } from './districts.ts'
import type { ComparisonInput } from './input.ts'
import { writeMatrix } from './matrix.ts'
import { writeOverview } from './overview.ts'
import { comparisonBook } from './plan.ts'
import { comparisonWords } from './words.ts'

export type { ComparedRow, ComparedSide, ComparisonInput } from './input.ts'

/** How a community's class reads in a plan that does not have the community. */
export const notThere = (language: Language): string => comparisonWords[language].notThere

/**
 * The Excel workbook of two policies on the same communities: overview, class matrix, districts and communities. All sums are live formulas over
 * the sheet of communities, with the right values stored beside them.
 * @returns the bytes of an .xlsx file; amounts are in 元 with two decimals, unknown ones are empty cells
 */
export async function comparisonWorkbook(input: ComparisonInput): Promise<Uint8Array> {
  // exceljs is large and needed only here, so it is not loaded at the start of the app.
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  const book = comparisonBook(input)
  Object.assign(workbook, { title: book.own.titles.overview, creator: 'Quanheng', lastModifiedBy: 'Quanheng', ...(input.base.result.input.synthetic ? { keywords: book.say.synthetic } : {}) })
  writeOverview(workbook, book)
  writeMatrix(workbook, book)
  writeDistricts(workbook, book)
  writeCommunities(workbook, book)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
