import { z } from 'zod'

/**
 * Pictures that the explanatory note can show: money by class, who went from class to class, change by district, change of each
 * community.
 */
export const REPORT_CHARTS = ['classes', 'flow', 'districts', 'ranked'] as const
export const ReportChartName = z.enum(REPORT_CHARTS)
export type ReportChartName = z.infer<typeof ReportChartName>
/** As delivered; also for settings that were written before there was a choice. */
export const USUAL_CHARTS: ReportChartName[] = ['classes', 'flow', 'districts']

/** Two MiB as base64: a chart over the whole width of the text in print resolution has a tenth of it. */
const LARGEST_PICTURE = Math.ceil((2 * 1024 * 1024) / 3) * 4

/** A chart as the page has drawn it, as PNG. Without a name it can't be placed by the template and stands behind the text. */
export const DrawnChart = z.strictObject({
  name: ReportChartName.optional(),
  title: z.string().max(200),
  png: z.base64().max(LARGEST_PICTURE),
})
export const MOST_CHARTS = 6

export const REPORT_TABLES = ['classes', 'districts', 'payers', 'components'] as const
export type ReportTableName = (typeof REPORT_TABLES)[number]

/** Gaps of the note beside those that every paper knows. */
export const REPORT_OWN_GAPS = [
  'communities',
  'total',
  'compared',
  'classes',
  'districts',
  'payers',
  'components',
  'exceptions',
  'signature',
  'previous',
  'change',
  'gainers',
  'gains',
  'losers',
  'losses',
  'undecided',
  'overrides',
] as const

/** A line of the template that stands for a table or a chart. @returns its kind and name, or null */
export function insertedBy(line: string): { kind: 'table'; name: ReportTableName } | { kind: 'chart'; name: ReportChartName } | null {
  const [, kind, name] = /^\{(table|chart):(\w+)\}$/.exec(line.trim()) ?? []
  if (kind === 'table' && (REPORT_TABLES as readonly string[]).includes(name!)) return { kind, name: name as ReportTableName }
  if (kind === 'chart' && (REPORT_CHARTS as readonly string[]).includes(name!)) return { kind, name: name as ReportChartName }
  return null
}

/**
 * Tables and charts that do not stand on a line of their own, each with its line.
 * @param hasLines false: a text without lines, such as a title, in which none can stand
 */
export const insertedWithinText = (text: string, hasLines = true): Array<{ text: string; gap: string }> =>
  text
    .split('\n')
    .flatMap((line) =>
      hasLines && insertedBy(line) !== null
        ? []
        : [...line.matchAll(/\{(?:table|chart):\w+\}/g)]
            .map(([gap]) => ({ text: line, gap }))
            .filter(({ gap }) => insertedBy(gap) !== null),
    )
