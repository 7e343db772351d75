import { mergeFinder, type Sheet } from './book.ts'
import { isDataRow } from './figures.ts'
import { headingPart, type HeadingPart } from './heading-text.ts'
import { namesWithoutHeading } from './places-by-values.ts'
import type { Match, Vocabulary } from './vocabulary.ts'

/** Header rows are looked for among the first used rows of a sheet; above them are titles, unit lines and remarks. */
export const ROWS_LOOKED_AT = 60
export const MOST_HEADER_ROWS = 3
/** Columns beyond this are not looked at for headings. */
const MOST_COLUMNS = 600

export interface Heading {
  column: number
  parts: HeadingPart[]
  match: Match | null
}
export interface Header {
  top: number
  bottom: number
  headings: Heading[]
  score: number
}

/** The sheet's rows as texts, with joined cells holding the text of their first cell. */
export interface HeaderGrid {
  text(row: number, column: number): string
  /** Row and column of the cell whose text this is: of a merge, its first. */
  anchor(row: number, column: number): string
  sheet: Sheet
  columns: number
  joined: boolean
}

export function headerGrid(sheet: Sheet): HeaderGrid {
  const mergeAt = mergeFinder(sheet)
  return {
    sheet,
    columns: Math.min(sheet.columns, MOST_COLUMNS),
    joined: sheet.merges.length > 0,
    text(row, column) {
      const merge = mergeAt(row, column)
      return (merge === undefined ? sheet.shown(row, column) : sheet.shown(merge.firstRow, merge.firstColumn)).trim()
    },
    anchor(row, column) {
      const merge = mergeAt(row, column)
      return merge === undefined ? `${row}:${column}` : `${merge.firstRow}:${merge.firstColumn}`
    },
  }
}

/** The texts of a row with their first columns, each joined cell once. */
export function textsOf(grid: HeaderGrid, row: number): { column: number; text: string }[] {
  const seen = new Set<string>()
  const texts: { column: number; text: string }[] = []
  for (let column = 1; column <= grid.columns; column++) {
    const text = grid.text(row, column)
    const anchor = grid.anchor(row, column)
    if (text === '' || seen.has(anchor)) continue
    seen.add(anchor)
    texts.push({ column, text })
  }
  return texts
}

/**
 * Finds the header: the one to three neighbouring rows whose headings name the most different fields. Rows above that only group
 * them and rows below that belong to joined headings or name units are added.
 * @returns null when no row has the name of a community or two known headings.
 */
export function findHeader(sheet: Sheet, vocabulary: Vocabulary): Header | null {
  const grid = headerGrid(sheet)
  const rows = sheet.rows.slice(0, ROWS_LOOKED_AT)
  let best: Header | null = null
  for (const bottom of rows) {
    if (!mayBeHeader(grid, bottom)) continue
    for (let top = bottom; top > bottom - MOST_HEADER_ROWS && top >= 1; top--) {
      if (top < bottom && (!rows.includes(top) || !mayBeHeader(grid, top))) break
      const header = headerAt(grid, top, bottom, vocabulary)
      if (header.score > (best?.score ?? 0)) best = header
    }
  }
  if (best === null) return null
  if (best.score < 2 && best.headings.every(({ match }) => match?.field !== 'name')) return null
  const top = extendedUp(grid, best.top, best.bottom)
  const header = headerAt(grid, top, extendedDown(grid, top, best.bottom), vocabulary)
  return withNames(sheet, sayingSoAgain(grid, header, vocabulary))
}

/** A row below the header that names the same fields in other words, as exports of databases have it, belongs to it. */
function sayingSoAgain(grid: HeaderGrid, header: Header, vocabulary: Vocabulary): Header {
  const { top, bottom } = header
  if (header.score < 2 || !grid.sheet.rows.includes(bottom + 1) || !mayBeHeader(grid, bottom + 1)) return header
  const fieldsOf = ({ headings }: Header): string =>
    headings.flatMap(({ column, match }) => (match === null ? [] : [`${column} ${match.field}`])).join()
  const again = headerAt(grid, bottom + 1, bottom + 1, vocabulary)
  return again.score >= header.score && fieldsOf(again).includes(fieldsOf(header)) ? { ...again, top } : header
}

/** Where no heading says so, a column of communities that has no heading at all is that of the names. */
export function withNames(sheet: Sheet, header: Header): Header {
  if (header.headings.some(({ match }) => match?.field === 'name')) return header
  const column = namesWithoutHeading(sheet, header.bottom, new Set(header.headings.map((each) => each.column)))
  if (column === 0) return header
  const headings = [...header.headings, { column, parts: [], match: null }].toSorted((one, other) => one.column - other.column)
  return { ...header, headings }
}

/** Whether the headings stand below each other in the first or second column, so that the communities would be columns. */
export function looksTurned(sheet: Sheet, vocabulary: Vocabulary): boolean {
  const grid = headerGrid(sheet)
  const rows = sheet.rows.slice(0, ROWS_LOOKED_AT)
  return [1, 2].some((column) => {
    const fields = rows.flatMap((row) => vocabulary.match([headingPart(grid.text(row, column)).text])?.field ?? [])
    return new Set(fields).size >= 2
  })
}

/** Reads the headings of given rows; the score is the number of different fields they name. */
export function headerAt(grid: HeaderGrid, top: number, bottom: number, vocabulary: Vocabulary): Header {
  const headings: Heading[] = []
  const idle = idleColumns(grid, top, bottom)
  const isTranslated = Array.from({ length: bottom - top }, (_, step) => top + step).some((row) => translates(grid, row + 1, row))
  for (let column = 1; column <= grid.columns; column++) {
    const parts = idle.has(column) ? [] : withoutTranslations(levelsOf(grid, top, bottom, column).map(headingPart), isTranslated)
    if (parts.length > 0) headings.push({ column, parts, match: vocabulary.match(parts.map((part) => part.text)) })
  }
  const score = new Set(headings.flatMap(({ match }) => (match === null ? [] : [match.field]))).size
  return { top, bottom, headings, score }
}

/** Below Chinese words their translation adds nothing but a unit. One with a figure in it may be a unit that nobody knows: it stays. */
function withoutTranslations(parts: HeadingPart[], isTranslated: boolean): HeadingPart[] {
  if (!isTranslated || !parts.some(({ text }) => CHINESE.test(text))) return parts
  return parts.flatMap((part) => {
    if (part.text === '' || CHINESE.test(part.text) || /\d/.test(part.text)) return [part]
    return part.unit === null ? [] : [{ ...part, text: '' }]
  })
}

/** Columns without a cell that only share the heading of a column beside them, because somebody joined it to make it wider. */
function idleColumns(grid: HeaderGrid, top: number, bottom: number): Set<number> {
  const idle = new Set<number>()
  if (!grid.joined) return idle
  const isJoined = (column: number): boolean => {
    for (let row = top; row <= bottom; row++) if (grid.anchor(row, column) !== grid.anchor(row, column + 1)) return false
    return true
  }
  const isEmpty = (column: number): boolean =>
    grid.sheet.rows.every((row) => row <= bottom || grid.sheet.cell(row, column).kind === 'blank')
  for (let first = 1, last = 1; first <= grid.columns; first = last + 1) {
    for (last = first; last < grid.columns && isJoined(last);) last += 1
    if (first === last) continue
    const columns = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    const empty = columns.filter(isEmpty)
    // One of them stands for a heading under which nothing is filled in yet.
    for (const column of empty.length === columns.length ? empty.slice(1) : empty) idle.add(column)
  }
  return idle
}

/** The texts above one column, uppermost first, each joined cell once. */
function levelsOf(grid: HeaderGrid, top: number, bottom: number, column: number): string[] {
  const levels: string[] = []
  let last = ''
  for (let row = top; row <= bottom; row++) {
    const anchor = grid.anchor(row, column)
    let text = grid.text(row, column)
    // In a text table, and where nobody joined the cells, a group's name stands only above its first column.
    const isUnderGroup = text === '' && row < bottom && grid.text(bottom, column) !== '' && !isWholeRowTitle(grid, row)
    if (isUnderGroup) text = groupToTheLeft(grid, row, bottom, column)
    if (text !== '' && anchor !== last) levels.push(text)
    last = anchor
  }
  return levels
}

function groupToTheLeft(grid: HeaderGrid, row: number, bottom: number, column: number): string {
  for (let left = column - 1; left >= 1; left--) {
    const text = grid.text(row, left)
    if (text !== '') return grid.anchor(row, left) === grid.anchor(bottom, left) ? '' : isUnjoined(grid, row, left) ? text : ''
    if (grid.text(bottom, left) === '') return ''
  }
  return ''
}

/** A cell that someone joined says itself how far it goes. */
const isUnjoined = (grid: HeaderGrid, row: number, column: number): boolean =>
  grid.anchor(row, column) !== grid.anchor(row, column + 1) && (row === 1 || grid.anchor(row, column) !== grid.anchor(row - 1, column))

function mayBeHeader(grid: HeaderGrid, row: number): boolean {
  const anchors = new Set<string>()
  let wide = false
  for (let column = 1; column <= grid.columns; column++) {
    const text = grid.text(row, column)
    if (text === '') continue
    const cell = grid.sheet.cell(row, column)
    if (cell.kind === 'number' && !(cell.number >= 1990 && cell.number <= 2200)) return false
    const anchor = grid.anchor(row, column)
    if (anchors.has(anchor)) wide = true
    anchors.add(anchor)
  }
  return anchors.size > 1 || (anchors.size === 1 && wide && !isWholeRowTitle(grid, row))
}

/** A title or remark: the only text of its row, and it starts in the first column or says 单位, 填报 ... */
export function isWholeRowTitle(grid: HeaderGrid, row: number): boolean {
  const texts = new Map<string, string>()
  for (let column = 1; column <= grid.columns; column++) {
    const text = grid.text(row, column)
    if (text !== '') texts.set(grid.anchor(row, column), text)
  }
  if ([...texts.values()].some((text) => /^(计量|金额|填报|制表|填表)?(单位|日期|时间|人|截至|截止)[:：]/.test(text))) return true
  return texts.size === 1 && (grid.text(row, 1) !== '' || grid.columns < 2)
}

function extendedUp(grid: HeaderGrid, top: number, bottom: number): number {
  let extended = top
  while (
    bottom - extended + 1 < MOST_HEADER_ROWS &&
    extended > 1 &&
    mayBeHeader(grid, extended - 1) &&
    !isWholeRowTitle(grid, extended - 1) &&
    groups(grid, extended - 1, bottom)
  )
    extended -= 1
  return extended
}

/** Whether a row has a cell joined over several columns, or down into the header. */
export function groups(grid: HeaderGrid, row: number, bottom: number): boolean {
  for (let column = 1; column <= grid.columns; column++) {
    if (grid.text(row, column) === '') continue
    const anchor = grid.anchor(row, column)
    if (anchor === grid.anchor(bottom, column) || (column < grid.columns && anchor === grid.anchor(row, column + 1))) return true
  }
  return false
}

export function extendedDown(grid: HeaderGrid, top: number, bottom: number): number {
  let extended = bottom
  for (const merge of grid.sheet.merges) {
    // Joined downwards from the header: the headings beside it go on, too. Places joined over many communities start below it.
    const isOfHeader = merge.firstRow >= top && merge.firstRow <= bottom && merge.lastRow < top + MOST_HEADER_ROWS
    if (isOfHeader) extended = Math.max(extended, merge.lastRow)
  }
  while (extended + 1 < top + MOST_HEADER_ROWS && goesOn(grid, top, extended + 1)) extended += 1
  if (translates(grid, extended + 1, extended)) extended += 1
  return namesUnits(grid, extended + 1, extended) ? extended + 1 : extended
}

/**
 * Whether the row goes on with the headings above it where nobody joined the cells: texts, none of them where the rows of the table have
 * their names, and figures soon below.
 */
function goesOn(grid: HeaderGrid, top: number, row: number): boolean {
  const position = grid.sheet.rows.indexOf(row)
  const next = grid.sheet.rows[position + 1]
  if (position < 0 || next === undefined || isDataRow(grid, row)) return false
  const columns = Array.from({ length: grid.columns }, (_, at) => at + 1)
  const told = columns.filter((column) => grid.text(row, column) !== '')
  const first = columns.find((column) => grid.text(top, column) !== '')
  if (told.length < 2 || first === undefined || told[0]! <= first) return false
  return grid.sheet.rows.slice(position + 1, position + 1 + MOST_HEADER_ROWS).some((each) => isDataRow(grid, each))
}

const CHINESE = /\p{Script=Han}/u
const FEWEST_TRANSLATED = 2

/** Whether a row says in English what the row above it says in Chinese: no figure, and all its texts have a Chinese one above. */
export function translates(grid: HeaderGrid, row: number, above: number): boolean {
  let translated = 0
  for (let column = 1; column <= grid.columns; column++) {
    const text = grid.text(row, column)
    if (text === '' || grid.anchor(row, column) === grid.anchor(above, column)) continue
    if (grid.sheet.cell(row, column).kind === 'number' || CHINESE.test(text) || !/[a-z]{3}/i.test(text)) return false
    if (!CHINESE.test(grid.text(above, column))) return false
    translated += 1
  }
  return translated >= FEWEST_TRANSLATED
}

/** Whether the row below the header holds nothing but units: 人, 户, 万元 ... */
export function namesUnits(grid: HeaderGrid, row: number, header: number): boolean {
  let units = 0
  for (let column = 1; column <= grid.columns; column++) {
    const text = grid.text(row, column)
    if (text === '' || grid.anchor(row, column) === grid.anchor(header, column)) continue
    if (/^[-—–/]+$|^(计量)?单位$|^units?$/i.test(text)) continue
    const part = headingPart(text)
    // A unit that nobody knows is in brackets, as those beside it: （人/平方公里）.
    if (/^[(（][^()（）]{1,10}[)）]$/.test(text) && part.unit === null) continue
    if (part.text !== '' || part.unit === null) return false
    units += 1
  }
  return units > 0
}
