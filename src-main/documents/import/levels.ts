import { ABOVE_DISTRICTS, COMMUNITY, DISTRICT, SUBDISTRICT } from './endings.ts'

/** A row of the table with its name: `text` as it stands, with the blanks in front; `kinds`: what else may tell its level. */
export interface NamedRow {
  row: number
  text: string
  kinds: readonly string[]
  figures: readonly number[]
}

/** Of the names, so many must be of one level for those of a higher one among them to be their places: each of those has one at least. */
const SHARE_OF_LEVEL = 0.5
/** Upwards: communities, subdistricts, districts, provinces. */
const LEVELS = [COMMUNITY, SUBDISTRICT, DISTRICT, ABOVE_DISTRICTS]
/** 自治区 ends like a district, too. */
const levelOf = (name: string): number =>
  /自治区$/.test(name.trim()) ? LEVELS.length - 1 : LEVELS.findIndex((level) => level.test(name.trim()))

/**
 * Rows that are called like a subdistrict among rows that are called communities, as the levels of a yearbook are, like a district among
 * subdistricts, or like a province among districts. Such a row is none of them, also where its figures are rounded or of another day than
 * those of its rows.
 */
export function levelsByName(rows: readonly NamedRow[]): number[] {
  const data = rows.map(({ row, text }) => ({ row, level: levelOf(text) }))
  const own = [0, 1, 2].find((level) => data.filter((each) => each.level === level).length >= data.length * SHARE_OF_LEVEL)
  if (own === undefined) return []
  return data.flatMap(({ row, level }) => (level > own && (own > 0 || level === 1) ? [row] : []))
}

const FEWEST_ROWS = 4
/** Of the rows that have none below them, so many are set in: a blank in front of a name here or there says nothing. */
const SHARE_SET_IN = 0.6
const depthOf = (text: string): number => /^[\s\u3000]*/.exec(text)![0].length

/** One row alone may be a sum that is set in. */
const FEWEST_SET_IN = 2

/** Rows whose next ones are set in further, as lists of two levels are written. */
export function levelsByIndent(rows: readonly NamedRow[]): number[] {
  if (rows.length < FEWEST_ROWS) return []
  const depths = rows.map(({ text }) => depthOf(text))
  const least = Math.min(...depths)
  const isAbove = (at: number): boolean =>
    at + FEWEST_SET_IN < rows.length && depths.slice(at + 1, at + 1 + FEWEST_SET_IN).every((depth) => depth > depths[at]!)
  const own = rows.flatMap((_, at) => (isAbove(at) ? [] : [depths[at]!]))
  if (own.filter((depth) => depth > least).length < own.length * SHARE_SET_IN) return []
  return rows.flatMap(({ row }, at) => (isAbove(at) ? [row] : []))
}

/** Of all rows, so many may be of the higher level. */
const SHARE_ABOVE = 0.25
/** Figures of a higher level that were published apart from those of its rows come near their sum. */
const NEARLY = 0.9
/** Of the figures, so many: the others may be rates. */
const SHARE_HELD = 0.6

/**
 * Rows that a column tells from the others, by a word as District from Ward, or because they alone have something there, as a number of
 * their own: the first of them above all, none next to another, and each about as large as what follows it together, or larger where not
 * all of that was handed over.
 */
export function levelsByKind(rows: readonly NamedRow[]): number[] {
  if (rows.length < FEWEST_ROWS) return []
  for (const column of rows[0]!.kinds.keys()) {
    const kind = rows[0]!.kinds[column]!
    const at = rows.flatMap((each, index) => (each.kinds[column] === kind ? [index] : []))
    const isSparse = kind !== '' && at.length <= rows.length * SHARE_ABOVE
    const stand = at.every((first, index) => holdsWhatFollows(rows.slice(first, at[index + 1] ?? rows.length)))
    if (isSparse && stand) return at.map((index) => rows[index]!.row)
  }
  return []
}

function holdsWhatFollows([first, ...rest]: readonly NamedRow[]): boolean {
  if (rest.length < 2) return false
  const sums = first!.figures.map((_, column) => rest.reduce((sum, { figures }) => sum + (figures[column] || 0), 0))
  const told = [...first!.figures.entries()].filter(([column, figure]) => figure > 0 && sums[column]! > 0)
  const held = told.filter(([column, figure]) => figure >= sums[column]! * NEARLY)
  return told.length > 0 && held.length >= told.length * SHARE_HELD
}
