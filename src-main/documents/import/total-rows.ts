import type { Dictionary } from '../../model/indicator.ts'
import { PREVIOUS_AMOUNT } from '../../model/field.ts'
import { columnNumber, type Sheet } from './book.ts'
import { COMMUNITY } from './endings.ts'
import { standsAsFigures } from './figures.ts'
import type { Recognition, RecognisedColumn } from './recognise.ts'
import type { RowKind } from './row-kind.ts'

/** A row of figures that is the sum of `rows` communities between `first` and `last`. */
export interface TotalFound {
  row: number
  first: number
  last: number
  rows: number
}
/** A labelled total whose figure is not the sum of its rows. */
export interface TotalDiffers extends TotalFound {
  column: RecognisedColumn
  total: number
  sum: number
}
export type KindOfRow = RowKind & { row: number }

/** So many rows before a sum are looked at where it may be rounded. */
const MOST_ROUNDED = 400
/** Places after the point in which figures are compared; more of them is binary dust or the rounding of a formula. */
const PLACES = 1e4
const rounded = (value: number): number => Math.round(value * PLACES)
/** Rows that are called total may be rounded by hand in the last place shown. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 0.006

/**
 * How sure it has to be that figures are a sum and not by chance: powers of ten against it. A row of one figure agrees with the two above
 * it now and then in a long sheet, a row of four never. What is called a community has to be beyond any doubt.
 */
const SURE = 2.5
const SURE_OF_A_NAME = 7

/** Rates and averages do not add up. */
const RATE = /[/／每%％‰]|平均|人均|户均|密度|率$|占比|\b(rate|ratio|average|mean|density|index|percent\w*|per)\b/i
/** Levels of a heading are joined with ' / ', which says nothing of a rate. */
const isRate = (heading: string): boolean => heading.split(' / ').some((word) => RATE.test(word))
function additive(recognition: Recognition, dictionary: Dictionary): RecognisedColumn[] {
  const kinds = new Map(dictionary.indicators.map((each) => [each.key, each]))
  return recognition.columns.filter(({ field, heading }) => {
    if (field === PREVIOUS_AMOUNT) return true
    const indicator = kinds.get(field ?? '')
    return indicator?.kind === 'number' && !RATE.test(indicator.unit?.zh ?? '') && !isRate(heading)
  })
}
/** Of a sheet of which no indicator is known: the columns of figures, most of which have to be sums in a row that is a total. */
const unknownFigures = (sheet: Sheet, { columns, headerRows: [, bottom] }: Recognition): RecognisedColumn[] =>
  columns.filter(({ column, field, heading }) => field === null && !isRate(heading) && standsAsFigures(sheet, bottom, columnNumber(column)))
/** Of the columns that nobody knows, so many have to agree: some may be rates. */
const SHARE_OF_SUMS = 0.6
const FEWEST_BELOW = 4

/** @returns the figure of a cell; null where there is none; undefined where something else stands */
export function figureOf(sheet: Sheet, row: number, column: number): number | null | undefined {
  const cell = sheet.cell(row, column)
  if (cell.kind === 'number') return cell.number
  if (cell.kind === 'blank') return null
  if (cell.kind !== 'text') return undefined
  // 426,4 as much of Europe writes it; three digits behind a comma are thousands.
  const text = cell.text.normalize('NFKC').replace(/,(\d{1,2})$/, '.$1')
  const plain = text.replaceAll(/[\s,]/g, '')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** Sums over the communities read so far, in which those of any run of them are looked up. */
class RunningSums {
  readonly rows: number[] = []
  /** For each column the sum before each community, and after the last. */
  readonly #before: number[][]
  /** For each column the places at which its sum had a value. */
  readonly #places: Map<number, number[]>[]

  constructor(columns: number) {
    this.#before = Array.from({ length: columns }, () => [0])
    this.#places = Array.from({ length: columns }, () => new Map([[0, [0]]]))
  }

  add(row: number, figures: readonly (number | null | undefined)[]): void {
    this.rows.push(row)
    for (const [column, before] of this.#before.entries()) {
      const sum = before.at(-1)! + (figures[column] ?? 0)
      before.push(sum)
      const places = this.#places[column]!
      const known = places.get(rounded(sum))
      if (known === undefined) places.set(rounded(sum), [this.rows.length])
      else known.push(this.rows.length)
    }
  }

  sumFrom(start: number, column: number): number {
    return this.#before[column]!.at(-1)! - this.#before[column]![start]!
  }

  /**
   * @param finest for each column ten to the places after the point that it has at most
   * @param share of the figures that have to be sums
   * @returns from which community on the sums up to the last one are these figures; undefined: from none. At least two are added up.
   */
  startOf(figures: readonly (number | null | undefined)[], finest: readonly number[], share = 1): number | undefined {
    const known = [...figures.entries()].filter((each): each is [number, number] => typeof each[1] === 'number')
    const [telling] = known.toSorted(([, one], [, other]) => Math.abs(other) - Math.abs(one))
    if (telling === undefined || telling[1] === 0) return undefined
    const [column, value] = telling
    const places = this.#places[column]!.get(rounded(this.#before[column]!.at(-1)! - value)) ?? []
    const agree = (start: number): number =>
      known.filter(([other, figure]) => rounded(this.sumFrom(start, other)) === rounded(figure)).length
    const exact = places.findLast((start) => this.rows.length - start >= 2 && agree(start) >= known.length * share)
    return exact ?? (share < 1 ? this.#nearlyFrom(known, finest, share) : undefined)
  }

  /** The same for figures that were rounded one by one: their sum is off by a unit of the last place for some rows. */
  #nearlyFrom(known: readonly [number, number][], finest: readonly number[], share: number): number | undefined {
    if (known.every(([column]) => finest[column] === 1)) return undefined
    for (let start = this.rows.length - 2; start >= Math.max(0, this.rows.length - MOST_ROUNDED); start--) {
      const most = Math.sqrt(this.rows.length - start)
      const isNear = ([column, figure]: [number, number]): boolean =>
        Math.abs(this.sumFrom(start, column) - figure) * finest[column]! <= (finest[column] === 1 ? 0 : most)
      if (known.filter(isNear).length >= known.length * share) return start
    }
    return undefined
  }
}

/** What is written with places after the point says as much as its digits: 3.15 万人 agrees by chance as seldom as 315. */
const finestOf = (figures: Iterable<readonly (number | null | undefined)[]>, columns: number): number[] => {
  const finest = Array.from({ length: columns }, () => 1)
  for (const row of figures) {
    for (const [column, figure] of row.entries()) {
      while (
        typeof figure === 'number' &&
        finest[column]! < PLACES &&
        Math.abs(figure * finest[column]! - Math.round(figure * finest[column]!)) > 1e-6
      )
        finest[column]! *= 10
    }
  }
  return finest
}
const certaintyOf = (figures: readonly (number | null | undefined)[], finest: readonly number[], rows: number): number =>
  figures.reduce<number>((sum, figure, at) => sum + (figure ? Math.max(0, Math.log10(Math.abs(figure) * finest[at]!)) : 0), 0) -
  Math.log10(rows)

/**
 * Finds the totals below a header by their figures, whatever they are called: a row each of whose figures is the sum of the communities
 * above it, at whatever level, or below it where totals stand first; and says which labelled totals are not the sum of their rows.
 * Communities only are added up, so that totals of totals count nothing twice. A row with a code of its own is a community.
 * @param kinds of the rows below the header, as their words tell them
 * @param isCommunity whether a row has a code
 * @param nameOf what stands in a row's name
 */
export function totalRows(
  sheet: Sheet,
  recognition: Recognition,
  dictionary: Dictionary,
  kinds: readonly KindOfRow[],
  isCommunity: (row: number) => boolean,
  nameOf: (row: number) => string,
): { found: TotalFound[]; differing: TotalDiffers[] } {
  const known = additive(recognition, dictionary)
  const columns = known.length > 0 ? known : unknownFigures(sheet, recognition)
  const share = known.length > 0 ? 1 : SHARE_OF_SUMS
  const numbers = columns.map(({ column }) => columnNumber(column))
  const figures = new Map(kinds.map(({ row }) => [row, numbers.map((column) => figureOf(sheet, row, column))]))
  const finest = finestOf(figures.values(), columns.length)
  const data = kinds.flatMap(({ row, kind }) => (kind === 'data' ? [row] : []))

  function sumsAmong(rows: readonly number[]): TotalFound[] {
    const sums = new RunningSums(columns.length)
    return rows.flatMap((row) => {
      const own = figures.get(row)!
      const start = isCommunity(row) || (known.length > 0 && own.includes(undefined)) ? undefined : sums.startOf(own, finest, share)
      const added = start === undefined ? 0 : sums.rows.length - start
      const filled = own.filter(Boolean).length
      const needed = COMMUNITY.test(nameOf(row)) ? SURE_OF_A_NAME : SURE
      if (start !== undefined && (filled > 1 || added > 2) && certaintyOf(own, finest, rows.length) >= needed) {
        const ends = [sums.rows[start]!, sums.rows.at(-1)!].toSorted((one, other) => one - other) as [number, number]
        return [{ row, first: ends[0], last: ends[1], rows: added }]
      }
      sums.add(row, own)
      return []
    })
  }
  /** The first row of a table of which a part was handed over: no sum of what is there, but more than all of it, figure by figure. */
  function largerThanAll(): TotalFound[] {
    const [first, ...rest] = data
    if (known.length > 0 || first === undefined || rest.length < FEWEST_BELOW || isCommunity(first)) return []
    const own = figures.get(first)!
    const sums = columns.map((_, at) => rest.reduce((sum, row) => sum + Math.abs(figures.get(row)![at] ?? 0), 0))
    const told = [...own.entries()].filter(([, figure]) => typeof figure === 'number')
    const larger = told.filter(([at, figure]) => Math.abs(figure!) >= sums[at]! && sums[at]! > 0)
    if (larger.length < 2 || larger.length < told.length * SHARE_OF_SUMS) return []
    return [{ row: first, first: rest[0]!, last: rest.at(-1)!, rows: rest.length }]
  }
  const below = [...largerThanAll()]
  below.push(...sumsAmong(data.filter((row) => row !== below[0]?.row)))
  const taken = new Set(below.map(({ row }) => row))
  const above = sumsAmong(data.filter((row) => !taken.has(row)).toReversed())
  const found = [...below, ...above].toSorted((one, other) => one.row - other.row)

  const totals = new Set([...found.map(({ row }) => row), ...kinds.flatMap((each) => (isTotal(each) ? [each.row] : []))])
  const communities = data.filter((row) => !totals.has(row))
  const differing = kinds
    .filter((each) => isTotal(each) && each.sums && known.length > 0)
    .flatMap(({ row }) => differencesOf(row, [...totals], communities, columns, figures))
  return { found, differing }
}

const isTotal = (each: KindOfRow): each is KindOfRow & { kind: 'skipped' } => each.kind === 'skipped' && each.total > 0

/** What a labelled total may add up: from another total, or the first row, up to it; or from it on to another total, or the last row. */
function differencesOf(
  row: number,
  totals: readonly number[],
  communities: readonly number[],
  columns: readonly RecognisedColumn[],
  figures: ReadonlyMap<number, readonly (number | null | undefined)[]>,
): TotalDiffers[] {
  const own = figures.get(row)!
  const spans = [
    ...[0, ...totals.filter((each) => each < row)].toReversed().map((start) => communities.filter((each) => each > start && each < row)),
    ...[...totals.filter((each) => each > row), Infinity].map((end) => communities.filter((each) => each > row && each < end)),
  ].filter((span) => span.length > 0)
  const judged = spans.map((span) => {
    const compared = columns.flatMap((column, at) => {
      const total = own[at]
      const values = span.map((each) => figures.get(each)![at])
      if (typeof total !== 'number' || values.includes(undefined)) return []
      const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0)
      return [{ column, total, sum }]
    })
    const wrong = compared.filter(({ total, sum }) => !isSame(total, sum))
    return { span, wrong, right: compared.length - wrong.length }
  })
  const best = judged.reduce<(typeof judged)[number] | null>((one, each) => (one === null || each.right > one.right ? each : one), null)
  if (best === null) return []
  const { span, wrong } = best
  return wrong.map((each) => ({ row, first: span[0]!, last: span.at(-1)!, rows: span.length, ...each }))
}
