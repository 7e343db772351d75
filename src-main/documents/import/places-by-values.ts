import type { Assignment } from './assign-fields.ts'
import { columnNumber, type Sheet } from './book.ts'

/** How names of places end; what ends like a subdistrict or district may be a community's name too, so those come after it. */
const NAME = /(社区|居委会|居民委员会|村|村委会|村民委员会)$/
const SUBDISTRICT = /(街道|街道办事处|街道办|街办|镇|乡)$/
const ENDINGS = [
  ['name', NAME],
  ['subdistrict', SUBDISTRICT],
  ['district', /(区|县|旗|市)$/],
] as const
const MOST_ROWS = 60
const MOST_COLUMNS = 20
/** Of the cells that are filled in, so many must end so. */
const SHARE = 0.8

/** Totals, levels and notes among names say nothing of what the column holds. */
const NO_NAME = /计|total|^全|续表|[:：。]/i

const standsAs = (sheet: Sheet, bottom: number, column: number, ending: RegExp): boolean => {
  const rows = sheet.rows.filter((row) => row > bottom).slice(0, MOST_ROWS)
  const heading = sheet.shown(bottom, column).trim()
  const isTold = (text: string): boolean => text !== '' && text !== heading && !NO_NAME.test(text)
  const texts = rows.map((row) => sheet.shown(row, column).trim()).filter(isTold)
  const found = texts.filter((text) => ending.test(text)).length
  // Subdistricts stand among their communities as their totals, fewer than those.
  const levels = ending === NAME ? texts.filter((text) => SUBDISTRICT.test(text)).length : 0
  return found > levels && found >= (texts.length - levels) * SHARE
}

/** @returns whether what stands below the header in that column are names of communities */
export const standsAsNames = (sheet: Sheet, bottom: number, column: number): boolean => standsAs(sheet, bottom, column, NAME)

/** @returns the first column without a heading in which names of communities stand; 0 where there is none */
export function namesWithoutHeading(sheet: Sheet, bottom: number, headed: ReadonlySet<number>): number {
  for (let column = 1; column <= Math.min(sheet.columns, MOST_COLUMNS); column++)
    if (!headed.has(column) && standsAsNames(sheet, bottom, column)) return column
  return 0
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
    const found = [...assigned].find(([column, { how }]) => how === 'none' && standsAs(sheet, bottom, columnNumber(column), ending))
    if (found !== undefined) assigned.set(found[0], { field, how: 'values' })
  }
}
