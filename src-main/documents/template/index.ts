import { nothingKnown } from '../../model/field.ts'
import type { Dictionary } from '../../model/indicator.ts'
import type { Community, CommunityFacts } from '../../model/plan.ts'
import { templateColumns } from './columns.ts'
import { FILLING_RULES } from './rules.ts'
import { sheetWorkbook } from './sheet.ts'

export interface TemplateOptions {
  /** Stands above the table: 示例市2024年社区基本情况表. */
  title: string
  /** The year that the figures are for; last year's money is that of the year before. */
  year: number
  /** Keys of the indicators that the policy needs; their headings carry a *. */
  policyIndicators: readonly string[]
  /** Marks the workbook as made-up data, which reading it back reports. */
  synthetic?: boolean
  /** Communities that stand in the sheet already. */
  communities?: readonly Community[]
  /** In place of them: communities with all that is known of them. */
  facts?: readonly CommunityFacts[]
  /** Keys of the policy's classes, offered for last year's class. */
  classes?: readonly string[]
}

/** Rows prepared for filling in, beyond the communities that are known. */
const SPARE_ROWS = 200

/**
 * Writes the sheet that subdistricts fill in, see sheetWorkbook. It is read back by `recognise` with every column known.
 * @returns the bytes of an .xlsx file.
 */
export async function templateWorkbook(dictionary: Dictionary, options: TemplateOptions): Promise<Uint8Array> {
  const { title, year, synthetic = false, policyIndicators, classes = [], communities = [] } = options
  const facts = options.facts ?? communities.map((each): CommunityFacts => ({ ...each, ...nothingKnown() }))
  return sheetWorkbook(templateColumns(dictionary, policyIndicators, classes, year), facts, {
    title,
    synthetic,
    sheetName: '社区基本情况',
    rules: FILLING_RULES,
    spareRows: SPARE_ROWS,
  })
}
export { countsWorkbook, type CountRow, type CountToFill } from './counts.ts'
export { ledgerWorkbook } from './ledger.ts'
