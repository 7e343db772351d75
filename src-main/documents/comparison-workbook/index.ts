import type { Language } from '../../model/text.ts'
import { wholeBook, writtenBook } from '../workbook/write-book.ts'
import { communitiesSheet } from './communities.ts'
import { districtsSheet } from './districts.ts'
import type { ComparisonInput } from './input.ts'
import { matrixSheet } from './matrix.ts'
import { overviewSheet } from './overview.ts'
import { comparisonBook } from './plan.ts'
import { workSheet } from './work.ts'
import { comparisonWords } from './words.ts'

export type { ComparedRow, ComparedSide, ComparisonInput } from './input.ts'

/** How a community's class reads in a plan that does not have the community. */
export const notThere = (language: Language): string => comparisonWords[language].notThere

/**
 * The Excel workbook of two policies on the same communities: overview, class matrix, districts and communities. All sums are
 * live formulas over
 * the sheet of communities, with the right values stored beside them.
 * @returns the bytes of an .xlsx file; amounts are in 元 with two decimals, unknown ones are empty cells
 */
export async function comparisonWorkbook(input: ComparisonInput): Promise<Uint8Array> {
  const book = comparisonBook(input)
  const work = input.work === undefined ? [] : [workSheet(book, input.work)]
  const sheets = [overviewSheet(book), matrixSheet(book), districtsSheet(book), ...work, communitiesSheet(book)]
  return wholeBook(
    writtenBook(sheets, {
      title: book.own.titles.overview,
      creator: 'Quanheng',
      mark: input.mark,
      ...(input.base.result.input.synthetic ? { keywords: book.say.synthetic } : {}),
    }),
  )
}
