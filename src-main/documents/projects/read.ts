import { factorBetween, parseUnit, YUAN } from '../../model/measure.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { comparable } from '../../model/text.ts'
import { TYPED, type Surroundings } from '../../model/value.ts'
import { appError } from '../../shared/app-error.ts'
import { PROJECT_PARTS } from '../../words/projects.ts'
import { columnLetters, type Sheet } from '../import/book.ts'
import { headingPart } from '../import/heading-text.ts'
import { tidyName } from '../import/places.ts'
import { readSpreadsheet } from '../import/read-spreadsheet.ts'
import { EVENT_COLUMNS, isLeftOutKnowingly, PROJECT_COLUMNS, type RegisterColumn } from './columns.ts'

/** A cell of a delivered register: what its column means, what it says, and in which unit its amounts are. */
export interface RegisterCell {
  means: RegisterColumn
  text: string
  column: string
  around: Surroundings
}
/** A row of it: whose project, and what it says. steps: of a sheet with a row for each step. */
export interface RegisterRow {
  sheet: string
  row: number
  steps: boolean
  code: string
  name: string
  district: string
  subdistrict: string
  number: string
  cells: RegisterCell[]
}

/** The header is looked for so far down. */
const HEADER_ROWS = 15
const TOTAL = /^(合计|小计|总计|共计|total|sum)[:：]?$/i
/** A total says so in one of the first columns, also where that is no column of ours. */
const LABEL_COLUMNS = [1, 2, 3, 4]
/** What a heading says after its own words: 项目名称 / 用途, or the name of a step in two lines. */
const wordsOf = (heading: string): string => comparable(headingPart(heading.replaceAll(/\r?\n/g, '')).text)

interface Header {
  row: number
  columns: Map<number, { means: RegisterColumn; around: Surroundings }>
}

/** 单位：万元, which stands above many tables and is meant for all their amounts. */
function unitAbove(sheet: Sheet, header: number): Surroundings {
  for (const row of sheet.rows.filter((each) => each < header))
    for (let column = 1; column <= sheet.columns; column++) {
      const named = /单位[:：]?\s*([^\s，,）)]+)/.exec(sheet.shown(row, column))?.[1]
      const factor = named === undefined ? null : factorBetween(parseUnit(named) ?? YUAN, YUAN)
      if (named !== undefined && parseUnit(named) !== null && factor !== null) return { factor, unitStated: true }
    }
  return TYPED
}

function headerOf(
  sheet: Sheet,
  known: ReadonlyMap<string, RegisterColumn>,
  needs: (all: readonly RegisterColumn[]) => boolean,
): Header | null {
  for (const row of sheet.rows.slice(0, HEADER_ROWS)) {
    const columns: Header['columns'] = new Map()
    const above = unitAbove(sheet, row)
    for (let column = 1; column <= sheet.columns; column++) {
      const heading = sheet.shown(row, column)
      const means = known.get(wordsOf(heading)) ?? known.get(comparable(heading))
      const { unit } = headingPart(heading)
      const factor = unit === null ? null : factorBetween(unit, YUAN)
      if (means !== undefined) columns.set(column, { means, around: factor === null ? above : { factor, unitStated: true } })
    }
    if (needs([...columns.values()].map((each) => each.means))) return { row, columns }
  }
  return null
}

const hasName = (all: readonly RegisterColumn[]): boolean =>
  all.some((each) => each.of === 'place' && (each.part === 'name' || each.part === 'code'))
const isProjects = (all: readonly RegisterColumn[]): boolean =>
  hasName(all) && all.some((each) => each.of === 'plan' && each.field.key === 'purpose')
const isSteps = (all: readonly RegisterColumn[]): boolean =>
  hasName(all) && (['kind', 'date'] as const).every((part) => all.some((each) => each.of === 'event' && each.part === part))

function rowsOf(sheet: Sheet, { row: header, columns }: Header, steps: boolean): RegisterRow[] {
  const above = { code: '', name: '', district: '', subdistrict: '' }
  const rows: RegisterRow[] = []
  for (const row of sheet.rows.filter((each) => each > header)) {
    const cells = [...columns].map(([column, { means, around }]) => ({
      means,
      around,
      text: sheet.shown(row, column).trim(),
      column: columnLetters(column),
    }))
    const place = { code: '', name: '', district: '', subdistrict: '' }
    for (const { means, text } of cells) if (means.of === 'place') place[means.part] = means.part === 'code' ? text : tidyName(text)
    const said = cells.filter(({ means, text }) => means.of !== 'place' && text !== '')
    if (LABEL_COLUMNS.some((column) => TOTAL.test(sheet.shown(row, column).replaceAll(/\s/g, '')))) continue
    if (said.length === 0) continue
    // A joined or empty cell says the same as the one above it: projects of a community stand below each other.
    if (place.name === '' && place.code === '') Object.assign(place, above)
    else for (const part of ['district', 'subdistrict'] as const) place[part] ||= above[part]
    Object.assign(above, place)
    const number = cells.find(({ means }) => means.of === 'number')?.text ?? ''
    rows.push({ sheet: sheet.name, row, steps, ...place, number, cells: said.filter(({ means }) => means.of !== 'number') })
  }
  return rows
}

/** Columns with something in them whose heading is not known. */
function columnsNotRead(sheet: Sheet, { row: header, columns }: Header, file: string): Problem[] {
  return Array.from({ length: sheet.columns }, (_, at) => at + 1).flatMap((column) => {
    const heading = sheet.shown(header, column).trim()
    if (columns.has(column) || isLeftOutKnowingly(heading)) return []
    if (!sheet.rows.some((row) => row > header && sheet.shown(row, column).trim() !== '')) return []
    return [warning('project.columnUnknown', { heading }, { file, sheet: sheet.name, row: header, column: columnLetters(column) })]
  })
}

/**
 * Reads a register as offices deliver it: every sheet with a row for each project, and the sheets with a row for each step that the
 * program's own template has.
 * @returns the rows, and as warnings which sheets and columns were not read
 * @throws AppError file.* as readSpreadsheet says, project.sheetUnknown
 */
export async function readRegister(bytes: Uint8Array, fileName: string): Promise<{ rows: RegisterRow[]; problems: Problem[] }> {
  const { sheets } = await readSpreadsheet(bytes, fileName)
  const [rows, problems, notRead]: [RegisterRow[], Problem[], string[]] = [[], [], []]
  for (const sheet of sheets.filter((each) => each.rows.length > 0)) {
    const projects = headerOf(sheet, PROJECT_COLUMNS, isProjects)
    const header = projects ?? headerOf(sheet, EVENT_COLUMNS, isSteps)
    if (header === null) {
      notRead.push(sheet.name)
      continue
    }
    rows.push(...rowsOf(sheet, header, projects === null))
    problems.push(...columnsNotRead(sheet, header, fileName))
  }
  const { zh: what, en: whatEn } = PROJECT_PARTS.purpose
  if (notRead.length === sheets.filter((each) => each.rows.length > 0).length)
    throw appError('project.sheetUnknown', { what, whatEn }, { file: fileName })
  if (notRead.length > 0) problems.push(warning('project.sheetsNotRead', { sheets: notRead.join('、'), what, whatEn }, { file: fileName }))
  return { rows, problems }
}
