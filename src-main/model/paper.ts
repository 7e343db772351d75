import { z } from 'zod'
import { PAPER_FORMS } from '../modules/words.ts'
import { insertedBy, REPORT_OWN_GAPS, ReportChartName, USUAL_CHARTS } from './report.ts'

/** What can be printed: the tables, the statement of one community, the statistics and the certificate. Each belongs to a module. */
export type TableName = keyof typeof PAPER_FORMS
export const TABLE_NAMES = Object.keys(PAPER_FORMS) as [TableName, ...TableName[]]
export const TableName = z.enum(TABLE_NAMES)

/** What can be made of an adopted plan, because it is kept with it; the others count or compare data of the moment. */
export const ADOPTED_PAPERS: readonly TableName[] = TABLE_NAMES.filter((name) => PAPER_FORMS[name].ofAdopted)
/** A sheet for each community: whose, is chosen. */
export const COMMUNITY_PAPERS: readonly TableName[] = TABLE_NAMES.filter((name) => PAPER_FORMS[name].ofCommunities)
/** Papers that are refused or marked while last year is not accounted for. */
export const RECONCILED_PAPERS: readonly TableName[] = TABLE_NAMES.filter((name) => !PAPER_FORMS[name].isRecord)
/**
 * Whose columns are not chosen here, and whose amounts are in 元 to the fen: the statistics have settings of their own, the
 * certificate one form.
 */
export const FIXED_COLUMNS: readonly TableName[] = TABLE_NAMES.filter((name) => PAPER_FORMS[name].columns.length === 0)

/** A text of the department's own in both languages; either may be empty. */
const Words = (most: number) => z.strictObject({ zh: z.string().max(most).default(''), en: z.string().max(most).default('') })
export const OwnText = Words(2000)
export type OwnText = z.infer<typeof OwnText>

/** A column of a table and its share of the width; shares need not add up to anything. */
export const TableColumnSetting = z.strictObject({ key: z.string().min(1).max(60), width: z.number().min(1).max(100) })
export type TableColumnSetting = z.infer<typeof TableColumnSetting>

const unitAndDecimals = {
  unit: z.enum(['yuan', 'wan']),
  /** null: as many as the amounts need, in 万元 two at most. */ decimals: z.number().int().min(0).max(6).nullable(),
}

export const TableSettings = z
  .strictObject({
    paper: z.enum(['A4', 'A3']),
    orientation: z.enum(['landscape', 'portrait']),
    /** official: those of GB/T 9704-2012, turned with the sheet; narrow: for wide tables. */
    margins: z.enum(['official', 'narrow']),
    ...unitAndDecimals,
    attachment: Words(60),
    /**
     * {year} and {department} are filled in; for a statement {community} too, for the statistics {heading}, which is set with
     * their columns.
     */
    title: Words(200),
    note: OwnText,
    /** What stands in the last line, each with room behind it. */
    signatures: z.array(Words(60)).max(6),
    /** Those shown, in their order; none for a table of fixed columns. */
    columns: z
      .array(TableColumnSetting)
      .max(40)
      .refine((columns) => new Set(columns.map((each) => each.key)).size === columns.length, { message: 'columns' }),
  })
  .refine(({ unit, decimals }) => unit === 'wan' || decimals === null || decimals <= 2, { message: 'decimals', path: ['decimals'] })
export type TableSettings = z.infer<typeof TableSettings>

/** The settings of one table; at least one column is shown where columns are chosen. */
export const SetTable = z
  .strictObject({ name: TableName, settings: TableSettings })
  .refine(({ name, settings }) => FIXED_COLUMNS.includes(name) || settings.columns.length > 0, {
    message: 'columns',
    path: ['settings', 'columns'],
  })

/**
 * The explanatory note: each line is a paragraph with gaps such as {year}; a heading begins with #, what is signed with >; a line may stand
 * for a table or a chart. In the title | says where a line ends. charts: those that the note shows, placed by the text or not.
 */
export const ReportSettings = z
  .strictObject({
    title: Words(200),
    body: Words(20_000),
    ...unitAndDecimals,
    charts: z
      .array(ReportChartName)
      .max(6)
      .default(USUAL_CHARTS)
      .refine((charts) => new Set(charts).size === charts.length, { message: 'charts' }),
  })
  .refine(({ unit, decimals }) => unit === 'wan' || decimals === null || decimals <= 2, { message: 'decimals', path: ['decimals'] })
export type ReportSettings = z.infer<typeof ReportSettings>

export const Department = Words(120)

/** Everything that a department sets for its papers; what it has not set is as delivered. */
export const DocumentSettings = z.object({
  department: Department,
  tables: z.record(TableName, TableSettings),
  report: ReportSettings,
  /** Names of what differs from the delivered settings: department, report, or a table, whose signatures count where they are its own. */
  changed: z.array(z.string()),
})
export type DocumentSettings = z.infer<typeof DocumentSettings>

/**
 * A text with {gaps} filled in; a gap that nobody knows stays as it is written. What brings title marks of its own does not get the
 * text's too.
 */
export const fillGaps = (text: string, gaps: Readonly<Record<string, string | number>>): string => {
  const valueOf = (name: string): string | null => (Object.hasOwn(gaps, name) ? String(gaps[name]) : null)
  return text
    .replace(/《(\{(\w+)\})》|"(\{(\w+)\})"/g, (marked, zh: string, zhName: string, en: string, enName: string) =>
      /^[《"]/.test(valueOf(zhName ?? enName) ?? '') ? (zh ?? en) : marked,
    )
    .replace(/\{(\w+)\}/g, (gap, name: string) => valueOf(name) ?? gap)
}

/** @returns the names of the gaps in a text, each once */
export const gapsIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))]

/** Gaps that every paper knows, and those of single ones. */
const COMMON_GAPS = ['year', 'department', 'plan', 'policy'] as const
export const REPORT_GAPS = [...COMMON_GAPS, ...REPORT_OWN_GAPS] as const
export const gapsKnownIn = (paper: TableName | 'report'): readonly string[] => {
  return paper === 'report' ? REPORT_GAPS : [...COMMON_GAPS, ...(PAPER_FORMS[paper].gaps ?? [])]
}

/** What in a paper's texts is in braces and means nothing. */
export function unknownGaps(paper: TableName | 'report', texts: readonly OwnText[]): Array<{ text: string; gap: string }> {
  const known = gapsKnownIn(paper)
  return texts
    .flatMap(({ zh, en }) => [zh, en])
    .flatMap((text) => text.split('\n'))
    .flatMap((text) =>
      [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([written, gap]) => {
        const isInserted = paper === 'report' && insertedBy(written) !== null
        return isInserted || known.includes(gap!) ? [] : [{ text, gap: written }]
      }),
    )
}
