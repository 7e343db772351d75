import type { Workbook } from 'exceljs'
import type { Indicator, IndicatorValue } from '../../contract/indicator.ts'
import type { CommunityFacts } from '../../contract/plan.ts'
import { textIn } from '../../contract/text.ts'
import { LIST_HEADER } from './book.ts'
import type { Book } from './book.ts'
import { CENTRED, MONEY, TEXT } from './look.ts'
import type { Look } from './look.ts'
import { closePage, openPage, writeTable, yuan } from './page.ts'
import type { Column, Content } from './page.ts'

/** So many columns fit on a page's width and stay legible. */
const COLUMNS_ACROSS = 20

/** Indicators that are delivered and that someone has, or lacks where the plan needs it; derived ones follow from these. */
const usedIndicators = ({ input }: Book): Indicator[] => {
  const own = new Set(input.policy.indicators.map((each) => each.key))
  const all = [...input.dictionary.indicators.filter((each) => !own.has(each.key)), ...input.policy.indicators]
  const needed = new Set(input.result.communities.flatMap((each) => each.needs))
  const has = (key: string): boolean => input.facts.some((each) => (each.values[key] ?? null) !== null)
  return all.filter((each) => each.formula === undefined && (needed.has(each.key) || has(each.key)))
}

const headingOf = (indicator: Indicator, { input }: Book): string => {
  const label = textIn(indicator.label, input.language)
  const unit = indicator.kind === 'share' ? '%' : indicator.unit === undefined ? '' : textIn(indicator.unit, input.language)
  if (unit === '') return label
  return input.language === 'zh' ? `${label}（${unit}）` : `${label} (${unit})`
}

const decimalsOf = (step: number): number => Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)))

const lookOf = ({ kind, step }: Indicator): Look => {
  if (kind === 'category' || kind === 'flag') return CENTRED
  // The unit of a share is in the heading, and its step is a fraction: two digits less in percent.
  const decimals = kind === 'share' ? Math.max(0, decimalsOf(step) - 2) : decimalsOf(step)
  return { align: 'right', format: decimals === 0 ? '#,##0_ ' : `#,##0.${'0'.repeat(decimals)}_ ` }
}

const contentOf = (value: IndicatorValue, indicator: Indicator, { say, input }: Book): Content => {
  if (value === null) return null
  if (indicator.kind === 'flag') return value === 0 ? say.no : say.yes
  if (indicator.kind === 'share' && typeof value === 'number') return Number((value * 100).toPrecision(13))
  const option = indicator.options.find((each) => each.key === value)
  return option === undefined ? value : textIn(option.label, input.language)
}

/** The facts that the plan was computed from, under headings that the import recognises, so that the sheet can be read in again. */
export const writeIndicators = (workbook: Workbook, book: Book): void => {
  const { input, say } = book
  const { result, language } = input
  const headings = say.indicatorHeadings
  const factsOf = new Map(input.facts.map((each) => [each.key, each]))
  const rows = book.communities.flatMap(({ community }) => factsOf.get(community.key) ?? [])
  const columns: Column<CommunityFacts>[] = [
    { heading: headings.code, look: CENTRED, widest: 16, cell: (row) => row.code },
    { heading: headings.name, look: TEXT, widest: 28, cell: (row) => row.name },
    { heading: headings.district, look: TEXT, widest: 16, cell: (row) => row.district },
    { heading: headings.subdistrict, look: TEXT, widest: 18, cell: (row) => row.subdistrict },
    ...usedIndicators(book).map((indicator): Column<CommunityFacts> => ({
      heading: headingOf(indicator, book), look: lookOf(indicator), widest: 14,
      cell: (row) => contentOf(row.values[indicator.key] ?? null, indicator, book),
    })),
    { heading: headings.previousAmount, look: MONEY, widest: 20, cell: (row) => yuan(row.previousFen) },
    { heading: headings.previousClass, look: CENTRED, widest: 14, cell: (row) => row.previousClass },
  ]
  const page = openPage(workbook, {
    name: say.sheets.indicators, title: say.titles.indicators(result.year), left: '', right: '',
    columns: Math.min(columns.length, COLUMNS_ACROSS), fixedColumns: 4, oneTable: true, pagesWide: Math.ceil(columns.length / COLUMNS_ACROSS),
    synthetic: result.input.synthetic, language,
  })
  writeTable(page, LIST_HEADER, columns, rows, say.noCommunities)
  closePage(page)
}
