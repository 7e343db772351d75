import type { PartRead } from '../../documents/import/index.ts'
import { isLastYearField, isPlaceField } from '../../model/field.ts'
import { cutTo } from '../../model/text.ts'
import { problem, warning, type Place, type Problem } from '../../model/problem.ts'

/** Four digits that count something are no year: 2000元以上. */
const YEAR = /(?<![\d,.])((?:19|20)\d\d)(?![\d,.]*\s*[\d元万亿户人个名栋处家件平米])/g
/** @returns what is quoted of a sheet's own texts: above a table may stand a page of instructions */
export const quoted = (text: string): string => cutTo(text, 60)
const SIGNS = '〇一二三四五六七八九'
/** 二〇一九年, as titles of papers have it. */
const inFigures = (text: string): string =>
  text.replaceAll(/[○〇零一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map((sign) => Math.max(0, SIGNS.indexOf(sign))).join(''))
const yearsIn = (text: string): number[] => [...inFigures(text.normalize('NFKC')).matchAll(YEAR)].map(([year]) => Number(year))

/**
 * What the years in headings and title say against taking a sheet into a plan. Money and class of last year are last year's; figures are
 * of the plan's year or, since they are counted at its end, of the year before. A column that somebody has assigned by hand is as wanted.
 * @param year of the plan
 * @returns errors import.columnYear at their columns; a warning import.titleYear where the title is of another time
 */
export function yearProblems({ columns, headerRows, title }: PartRead['recognition'], year: number, place: Place): Problem[] {
  const wrong = columns.flatMap(({ column, heading, field, how }) => {
    const named = yearsIn(heading)
    if (field === null || isPlaceField(field) || how === 'chosen' || named.length === 0) return []
    const fitting = isLastYearField(field) ? [year - 1] : [year, year - 1]
    if (named.some((each) => fitting.includes(each))) return []
    const params = { heading, value: named[0]!, expected: fitting.join(' / '), year }
    return [problem('import.columnYear', params, { ...place, row: headerRows[1], column, indicator: field })]
  })
  const told = yearsIn(title)
  const isOld = told.length > 0 && !told.some((each) => each === year || each === year - 1)
  return isOld ? [warning('import.titleYear', { title: quoted(title), value: told[0]!, year }, place), ...wrong] : wrong
}
