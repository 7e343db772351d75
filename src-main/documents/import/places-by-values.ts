import type { ImportColumn } from '../../model/import.ts'
import type { Assignment } from './assign-fields.ts'
import { columnNumber, type Sheet } from './book.ts'
import { DISTRICT, SUBDISTRICT } from './endings.ts'
import { FIGURE, isFigure, isNamedBefore, isYear, standsAsFigures } from './figures.ts'

/** Without 小区 and the like: beside the communities there may be a column of those. */
const NAME = /(社区|居委会|居民委员会|村|村委会|村民委员会)$/
/** What ends like a subdistrict or district may be a community's name too, so those come after it. */
const ENDINGS = [
  ['name', NAME],
  ['subdistrict', SUBDISTRICT],
  ['district', DISTRICT],
] as const
const MOST_ROWS = 60
const MOST_COLUMNS = 20
/** Of the cells that are filled in, so many must end so. */
const SHARE = 0.8

/** Totals, levels and notes among names say nothing of what the column holds. */
const NO_NAME = /计|total|^全|续表|[:：。]/i

/** @returns how many cells of the column end so, where nearly all of them do; else 0 */
const countOf = (sheet: Sheet, bottom: number, column: number, ending: RegExp): number => {
  const rows = sheet.rows.filter((row) => row > bottom).slice(0, MOST_ROWS)
  const heading = sheet.shown(bottom, column).trim()
  const isTold = (text: string): boolean => text !== '' && text !== heading && !NO_NAME.test(text)
  const texts = rows.map((row) => sheet.shown(row, column).trim()).filter(isTold)
  const found = texts.filter((text) => ending.test(text)).length
  // Subdistricts stand among their communities as their totals, fewer than those.
  const levels = ending === NAME ? texts.filter((text) => SUBDISTRICT.test(text)).length : 0
  return found > levels && found >= (texts.length - levels) * SHARE ? found : 0
}

/** @returns whether what stands below the header in that column are names of communities */
export const standsAsNames = (sheet: Sheet, bottom: number, column: number): boolean => countOf(sheet, bottom, column, NAME) > 0

/** The longest name on average, in signs; what is longer says something of a row. */
const LONGEST = 40
const FEWEST_ROWS = 3
/** Of the rows with figures, so many must be named there. */
const SHARE_NAMED = 0.6
/** Of the texts, so many must be different ones. */
const SHARE_OF_DIFFERENT = 0.8
/** BE10, 301-A: says which area it is, and is not its name. */
const CODE = /^[A-Z\d][A-Z\d._-]*\d[A-Z\d._-]*$|^[A-Z]{1,3}$/

/** @returns whether most of the texts of a row are names of places, so that the table has its places in columns */
export function standsAcross(texts: readonly string[]): boolean {
  const names = texts.filter((text) => !NO_NAME.test(text))
  const places = names.filter((text) => ENDINGS.some(([, ending]) => ending.test(text)))
  return places.length >= FEWEST_ROWS && new Set(places).size === places.length && places.length >= names.length * SHARE_ACROSS
}
/** The column of the indicators' names and one of units may stand before them. */
const SHARE_ACROSS = 0.7

/** @returns whether nearly every row with a figure has a text of its own in that column, as names are */
export function standsAsOwnTexts(sheet: Sheet, bottom: number, column: number): boolean {
  const columns = Array.from({ length: sheet.columns }, (_, at) => at + 1)
  const rows = sheet.rows
    .filter((row) => row > bottom && columns.some((other) => other !== column && isFigure(sheet, row, other)))
    .slice(0, MOST_ROWS)
  const shown = rows
    .filter((row) => sheet.shown(row, column).trim() !== '' || !isNamedBefore(sheet, row, column))
    .map((row) => sheet.shown(row, column).trim())
  if (shown.length < rows.length * SHARE_NAMED) return false
  // The years before may stand above the areas of this one.
  const named = shown.filter((text) => !isYear(text))
  const texts = named.filter((text) => text.length > 1 && !FIGURE.test(text) && !CODE.test(text))
  if (named.length < FEWEST_ROWS || texts.length < named.length * SHARE) return false
  return new Set(texts).size >= texts.length * SHARE_OF_DIFFERENT && texts.join('').length <= texts.length * LONGEST
}

/**
 * @returns the first column without a heading in which names of communities stand, or else a text of its own for each row; 0 where there
 *   is none
 */
export function namesWithoutHeading(sheet: Sheet, bottom: number, headed: ReadonlySet<number>): number {
  const columns = Array.from({ length: Math.min(sheet.columns, MOST_COLUMNS) }, (_, at) => at + 1).filter((column) => !headed.has(column))
  const stands = (test: typeof standsAsNames): number | undefined => columns.find((column) => test(sheet, bottom, column))
  return stands(standsAsNames) ?? (headed.size > 0 ? stands(standsAsOwnTexts) : undefined) ?? 0
}

/** @returns the column of districts or subdistricts of which each row is another one: then none of them is a community */
export const placesOfRows = (sheet: Sheet, bottom: number, columns: readonly ImportColumn[]): ImportColumn | undefined =>
  columns.find(({ field, column }) => PLACES.has(field ?? '') && standsAsOwnTexts(sheet, bottom, columnNumber(column)))

/**
 * How many counties, subdistricts or communities there are is headed as they are: figures are no names. And where nothing else is headed
 * as the names, what has a text of its own in each row is no figure (Area). What was chosen stays.
 */
export function notAsHeaded(sheet: Sheet, bottom: number, assigned: Map<string, Assignment>): void {
  if (sheet.rows.filter((row) => row > bottom).length < FEWEST_ROWS) return
  const hasNames = [...assigned.values()].some(({ field }) => field === 'name')
  for (const [column, { field, how }] of assigned) {
    const isByWords = how === 'label' || how === 'synonym' || how === 'pinyin'
    if (!isByWords || field === 'code') continue
    const isPlace = field === 'name' || PLACES.has(field ?? '')
    const number = columnNumber(column)
    const isWrong = isPlace ? standsAsFigures(sheet, bottom, number) : !hasNames && standsAsOwnTexts(sheet, bottom, number)
    if (isWrong) assigned.set(column, { field: null, how: 'none' })
  }
}

/**
 * Where a header is known by its shape alone, or no heading of it says where the names are, its columns of places are known by what stands
 * below them. Columns that are known already stay.
 * @param assigned by column letters; what is found is put in
 */
export function assignByValues(sheet: Sheet, bottom: number, assigned: Map<string, Assignment>): void {
  const taken = new Set([...assigned.values()].map(({ field }) => field))
  for (const [field, ending] of ENDINGS) {
    if (taken.has(field)) continue
    const found = [...assigned].flatMap(([column, { how }]) =>
      how === 'none' ? [{ column, count: countOf(sheet, bottom, columnNumber(column), ending) }] : [],
    )
    // 城市社区 and 农村社区 may be groups of what stands beside them.
    const best = found.toSorted((one, other) => other.count - one.count)[0]
    if (best !== undefined && best.count > 0) assigned.set(best.column, { field, how: 'values' })
  }
  assignOwnTexts(sheet, bottom, assigned)
}

/**
 * Areas that are called otherwise, in other words or another language: the first column with a text of its own in each row. Where the
 * rows are subdistricts or districts, it is those, and there are no communities.
 */
function assignOwnTexts(sheet: Sheet, bottom: number, assigned: Map<string, Assignment>): void {
  const fields = [...assigned].flatMap(([column, { field }]) => (field === null ? [] : [{ field, column: columnNumber(column) }]))
  const isOfRows = ({ field, column }: { field: string; column: number }): boolean =>
    field === 'name' || (PLACES.has(field) && standsAsOwnTexts(sheet, bottom, column))
  if (fields.some(isOfRows)) return
  const found = [...assigned].find(([column, { how }]) => how === 'none' && standsAsOwnTexts(sheet, bottom, columnNumber(column)))
  if (found !== undefined) assigned.set(found[0], { field: 'name', how: 'guessed' })
}
const PLACES: ReadonlySet<string> = new Set(['district', 'subdistrict'])
