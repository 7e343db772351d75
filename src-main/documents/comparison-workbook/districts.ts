import { byPlace, bySubdistrict } from '../../model/places.ts'
import { cell, range } from '../workbook/address.ts'
import { CHANGE, COUNT, MONEY, TEXT } from '../workbook/look.ts'
import { yuan, type Content, type SheetPlan } from '../workbook/page.ts'
import { sheetOfSections, type Section } from '../workbook/sections.ts'
import { notKnown, sumOf, type ComparisonBook } from './plan.ts'

const AMOUNTS = [
  ['base', 'baseFen'],
  ['other', 'withFen'],
  ['change', 'changeFen'],
] as const

/** One row a group of places, found again by the names in its first cells; compared exactly, because a name may hold * or ?. */
function placesOf(book: ComparisonBook, heading: string, levels: readonly ('district' | 'subdistrict')[]): Section {
  const { say, own, column, input } = book
  const groups = levels.length === 1 ? byPlace(input.rows, (each) => each) : bySubdistrict(input.rows, (each) => each)
  const first = levels.length + 1
  const matches = (at: number): string => levels.map((level, i) => `EXACT(${column(level)},$${cell(i + 1, at)})`).join('*')
  return {
    heading,
    columns: [
      ...levels.map((level) => ({ heading: say[level], look: TEXT, widest: 20 })),
      { heading: say.count, look: COUNT },
      { heading: own.amountBase, look: MONEY },
      { heading: own.amountOther, look: MONEY },
      { heading: own.difference, look: CHANGE },
    ],
    rows: groups.map(({ own: group }) => (at): Content[] => [
      ...levels.map((level) => group[0]![level]),
      { formula: `SUMPRODUCT(${matches(at)}*1)`, result: group.length },
      ...AMOUNTS.map(([which, field]): Content => ({
        formula: `ROUND(SUMPRODUCT(${matches(at)}*${column(which)}),2)`,
        result: yuan(sumOf(group, field)),
      })),
    ]),
    total: (body): Content[] => [
      say.total,
      ...levels.slice(1).map(() => null),
      { formula: `SUM(${range(first, body.first, body.last)})`, result: input.rows.length },
      ...AMOUNTS.map(([, field], i): Content => ({
        formula: `SUM(${range(first + 1 + i, body.first, body.last)})`,
        result: yuan(sumOf(input.rows, field)),
      })),
    ],
  }
}

/** Who gains and who loses by district, and by subdistrict below. */
export function districtsSheet(book: ComparisonBook): SheetPlan {
  const { own, say, input } = book
  const sections = [placesOf(book, own.byDistrict, ['district']), placesOf(book, own.bySubdistrict, ['district', 'subdistrict'])]
  const frame = {
    name: own.sheets.districts,
    title: own.titles.districts,
    left: notKnown(book),
    right: say.unit,
    columns: 6,
    synthetic: input.base.result.input.synthetic,
    language: input.language,
  }
  return sheetOfSections(frame, sections)
}
