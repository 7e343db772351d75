import type { Worksheet } from 'exceljs'
import type { Indicator } from '../../model/indicator.ts'
import type { CommunityFacts } from '../../model/plan.ts'
import type { Language } from '../../model/text.ts'
import { textIn } from '../../model/text.ts'
import { range } from './address.ts'
import { LIST_HEADER } from './book.ts'
import type { Book } from './book.ts'
import { chooseFrom } from './choices.ts'
import { choicesOf, shownValue } from './indicator-values.ts'
import { CENTRED, MONEY, TEXT } from './look.ts'
import type { Look } from './look.ts'
import { writeTable, yuan } from './page.ts'
import type { Column, Content, SheetPlan } from './page.ts'

/** So many columns fit on a page's width and stay legible. */
const COLUMNS_ACROSS = 20
/** The indicators follow code, name, district and subdistrict. */
export const FIRST_INDICATOR = 5

const headingOf = (indicator: Indicator, language: Language): string => {
  const label = textIn(indicator.label, language)
  const unit = indicator.kind === 'share' ? '%' : indicator.unit === undefined ? '' : textIn(indicator.unit, language)
  if (unit === '') return label
  return language === 'zh' ? `${label}（${unit}）` : `${label} (${unit})`
}

const decimalsOf = (step: number): number => Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)))

const lookOf = ({ kind, step }: Indicator): Look => {
  if (kind === 'category' || kind === 'flag') return CENTRED
  // The unit of a share is in the heading, and its step is a fraction: two digits less in percent.
  const decimals = kind === 'share' ? Math.max(0, decimalsOf(step) - 2) : decimalsOf(step)
  return { align: 'right', format: decimals === 0 ? '#,##0_ ' : `#,##0.${'0'.repeat(decimals)}_ ` }
}

/** The facts that the plan was computed from, under headings that the import recognises, so that the sheet can be read in again. */
export const indicatorsSheet = (book: Book): SheetPlan => {
  const { input, say, list, indicators } = book
  const { result, language } = input
  const headings = say.indicatorHeadings
  const factsOf = new Map(input.facts.map((each) => [each.key, each]))
  const rows = book.communities.flatMap(({ community }) => factsOf.get(community.key) ?? [])
  const columns: Column<CommunityFacts>[] = [
    { heading: headings.code, look: CENTRED, widest: 16, cell: (row) => row.code },
    { heading: headings.name, look: TEXT, widest: 28, cell: (row) => row.name },
    { heading: headings.district, look: TEXT, widest: 16, cell: (row) => row.district },
    { heading: headings.subdistrict, look: TEXT, widest: 18, cell: (row) => row.subdistrict },
    ...indicators.map((indicator): Column<CommunityFacts> => ({
      heading: headingOf(indicator, language),
      look: lookOf(indicator),
      widest: 14,
      cell: (row): Content => shownValue(row.values[indicator.key] ?? null, indicator, language),
    })),
    { heading: headings.previousAmount, look: MONEY, widest: 20, cell: (row) => yuan(row.previousFen) },
    { heading: headings.previousClass, look: CENTRED, widest: 14, cell: (row) => row.previousClass },
  ]
  return {
    frame: {
      name: say.sheets.indicators,
      title: say.titles.indicators(result.year),
      left: '',
      right: '',
      columns: Math.min(columns.length, COLUMNS_ACROSS),
      fixedColumns: 4,
      oneTable: true,
      pagesWide: Math.ceil(columns.length / COLUMNS_ACROSS),
      synthetic: result.input.synthetic,
      draft: book.isDraft,
      language,
    },
    rows: (page) => writeTable(page, LIST_HEADER, columns, rows, say.noCommunities),
    finish(sheet: Worksheet) {
      for (const [i, indicator] of indicators.entries()) {
        chooseFrom(sheet, range(FIRST_INDICATOR + i, list.first, list.last), choicesOf(indicator, language))
      }
    },
  }
}
