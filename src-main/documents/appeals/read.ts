import type { AppealSource } from '../../model/appeal.ts'
import { dayIn } from '../../model/written-day.ts'
import { PERSONAL_HEADING } from '../../model/personal.ts'
import { warning, type Place, type Problem } from '../../model/problem.ts'
import { comparable } from '../../model/text.ts'
import { readFlag } from '../../model/value.ts'
import type { Day } from '../../model/calendar.ts'
import { appError } from '../../shared/app-error.ts'
import { columnLetters, type Book, type Sheet } from '../import/book.ts'
import { headingPart } from '../import/heading-text.ts'
import { tidyName } from '../import/places.ts'
import { COUNT_COLUMNS, isCounts, isTickets, TICKET_COLUMNS, type TicketPart } from './columns.ts'
import { sourceIn, subjectIn, Tally, type CountsRow, type SaidPlace, type TalliedCell } from './tally.ts'

/** What a delivered sheet of appeals says: tickets counted, or rows with counts as they are written. */
export interface AppealsRead {
  kind: 'tickets' | 'counts'
  /** Rows with a ticket, or with counts, that were taken. */
  rows: number
  places: SaidPlace[]
  cells: TalliedCell[]
  counts: CountsRow[]
  /** Headings that were not read; personal: those that tell of persons. */
  leftOut: string[]
  personal: string[]
  problems: Problem[]
}

const HEADER_ROWS = 15
const TOTAL = /^(合计|小计|总计|共计|total|sum)[:：]?$/i
/** As many rows of one kind are named; the rest is counted. */
const MOST_NAMED = 20
/** What the month of a sheet may stand in: its name, or the lines above its header. */
export const monthIn = (text: string): number | null => {
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '')
  const found = /(?:^|\D)(1[0-2]|0?[1-9])月/.exec(plain)?.[1] ?? /^\d{4}[-/.](1[0-2]|0?[1-9])(?:[-/.]\d{1,2})?$/.exec(plain)?.[1]
  const alone = found ?? /^(1[0-2]|0?[1-9])$/.exec(plain)?.[1]
  return alone === undefined ? null : Number(alone)
}

interface Header<Part> {
  row: number
  columns: Map<Part, number>
  leftOut: string[]
  personal: string[]
}

function headerOf<Part extends string>(
  sheet: Sheet,
  known: ReadonlyMap<string, Part>,
  fits: (parts: ReadonlySet<string>) => boolean,
): Header<Part> | null {
  for (const row of sheet.rows.slice(0, HEADER_ROWS)) {
    const header: Header<Part> = { row, columns: new Map(), leftOut: [], personal: [] }
    for (let column = 1; column <= sheet.columns; column++) {
      const heading = sheet.shown(row, column).trim()
      if (heading === '') continue
      const part = known.get(comparable(heading)) ?? known.get(comparable(headingPart(heading).text))
      if (PERSONAL_HEADING.test(heading)) header.personal.push(heading)
      else if (part === undefined || header.columns.has(part)) header.leftOut.push(heading)
      else header.columns.set(part, column)
    }
    if (fits(new Set(header.columns.keys()))) return header
  }
  return null
}

/** The places that rows name, each once, in the order in which they come. */
class Places {
  readonly list: SaidPlace[] = []
  readonly #known = new Map<string, number>()
  at(said: Omit<SaidPlace, 'rows'>): number {
    const id = `${said.code}\n${said.name}\n${said.district}\n${said.subdistrict}`
    const known = this.#known.get(id)
    if (known !== undefined) {
      this.list[known]!.rows++
      return known
    }
    this.#known.set(id, this.list.length)
    this.list.push({ ...said, name: tidyName(said.name), rows: 1 })
    return this.list.length - 1
  }
}

/** What is the same in thousands of rows is read once. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text)!
    const value = read(text)
    known.set(text, value)
    return value
  }
}

/** Rows that were left out for one reason: the first are named, all are counted. */
class LeftOut {
  readonly #found = new Map<Problem['code'], { first: Problem[]; count: number }>()
  add(code: Problem['code'], params: Problem['params'], place: Place): void {
    const own = this.#found.get(code) ?? { first: [], count: 0 }
    own.count++
    if (own.first.length < MOST_NAMED) own.first.push(warning(code, params, place))
    this.#found.set(code, own)
  }
  all(file: string): Problem[] {
    return [...this.#found.values()].flatMap(({ first, count }) =>
      count > first.length ? [...first, warning('import.moreProblems', { count: count - first.length }, { file })] : first,
    )
  }
}

/** As short as a day can be written; what stands behind the first blank of a longer one is the time of the day. */
const SHORTEST_DAY = 8
/** Reads a day without its time. Days are few and times many, so what is remembered is the day. */
function dayReader(): (text: string) => Day | null {
  const [alone, whole] = [remembered(dayIn), remembered(dayIn)]
  return (text) => {
    const end = text.search(/[\sT]/)
    return (end >= SHORTEST_DAY ? alone(text.slice(0, end)) : null) ?? whole(text)
  }
}
const SOLVED = /^(已办结|办结|已解决|解决|已完成|完成|已关闭|closed|solved)$/i
const UNSOLVED = /^(未办结|办理中|处理中|待办|未解决|未完成|open)$/i
const LATE = /^(超期|超时|逾期)$/
const IN_TIME = /^(按时|按期|及时|未超期|未超时|未逾期|正常)$/
function flagIn(text: string): boolean | null {
  const plain = text.trim()
  if (SOLVED.test(plain) || IN_TIME.test(plain)) return true
  if (UNSOLVED.test(plain) || LATE.test(plain)) return false
  const read = readFlag(plain)
  return 'value' in read && read.value !== null ? read.value === 1 : null
}

/** A column that asks whether it was late may be answered with yes, or with in time. */
const lateIn = (text: string): boolean | null => (LATE.test(text.trim()) ? true : IN_TIME.test(text.trim()) ? false : flagIn(text))

interface Given {
  file: string
  year: number
  /** Where a row says nothing of it. */
  source: AppealSource
}

/** Counts the tickets of a sheet. @returns how many were taken, and the months in which they came */
function readTickets(
  sheet: Sheet,
  header: Header<TicketPart>,
  given: Given,
  into: { places: Places; tally: Tally; leftOut: LeftOut },
): { taken: number; months: ReadonlySet<number> } {
  const { file, year } = given
  const { columns } = header
  const { places, tally, leftOut } = into
  const numbers = new Set<string>()
  const [day, flag, late] = [dayReader(), remembered(flagIn), remembered(lateIn)]
  const [source, subject] = [remembered(sourceIn), remembered(subjectIn)]
  const said = (row: number, part: TicketPart): string => {
    const column = columns.get(part)
    return column === undefined ? '' : sheet.shown(row, column).trim()
  }
  const known = {
    days: columns.has('closed'),
    solved: columns.has('closed') || columns.has('solved'),
    inTime: columns.has('inTime') || columns.has('late'),
    repeats: columns.has('repeat'),
    outOfScope: columns.has('outOfScope'),
  }
  const nameColumn = columns.get('name') ?? columns.get('code')!
  let taken = 0
  const months = new Set<number>()
  for (const row of sheet.rows) {
    if (row <= header.row) continue
    const at = (part: TicketPart): Place => ({ file, sheet: sheet.name, row, column: columnLetters(columns.get(part)!) })
    const name = said(row, 'name')
    if (TOTAL.test(name.replaceAll(/\s/g, '')) || (name === '' && said(row, 'code') === '' && said(row, 'date') === '')) continue
    const date = day(said(row, 'date'))
    if (date === null) {
      leftOut.add('appeals.dateUnread', {}, at('date'))
      continue
    }
    if (Number(date.slice(0, 4)) !== year) {
      leftOut.add('appeals.otherYear', { value: date, year }, at('date'))
      continue
    }
    const number = said(row, 'number')
    if (number !== '' && numbers.has(number)) {
      leftOut.add('appeals.ticketTwice', {}, at('number'))
      continue
    }
    const closedText = said(row, 'closed')
    const closed = closedText === '' ? null : day(closedText)
    if (closed !== null && closed < date) {
      leftOut.add('appeals.closedBefore', { value: closed, limit: date }, at('closed'))
      continue
    }
    if (closedText !== '' && closed === null) leftOut.add('appeals.closedUnread', {}, at('closed'))
    const sourceText = said(row, 'source')
    const own = sourceText === '' ? given.source : source(sourceText)
    if (own === null) leftOut.add('appeals.sourceUnknown', {}, at('source'))
    const about = subject(said(row, 'subject'))
    if (about === null) leftOut.add('appeals.noSubject', {}, at('subject'))
    if (number !== '') numbers.add(number)
    const isLate = columns.has('late') ? late(said(row, 'late')) : null
    tally.add(
      {
        place: places.at({
          code: said(row, 'code'),
          name,
          district: said(row, 'district'),
          subdistrict: said(row, 'subdistrict'),
          sheet: sheet.name,
          row,
          column: columnLetters(nameColumn),
        }),
        date,
        source: own ?? given.source,
        subject: about ?? '',
        closed,
        solved: columns.has('solved') ? (flag(said(row, 'solved')) ?? closed !== null) : closed !== null || closedText !== '',
        inTime: columns.has('inTime') ? flag(said(row, 'inTime')) : isLate === null ? null : !isLate,
        repeat: flag(said(row, 'repeat')) === true,
        outOfScope: flag(said(row, 'outOfScope')) === true,
      },
      known,
    )
    taken++
    months.add(Number(date.slice(5, 7)))
  }
  return { taken, months }
}

const PLACE_PARTS = ['code', 'name', 'district', 'subdistrict'] as const
const OTHER_PARTS: readonly string[] = [...PLACE_PARTS, 'source', 'subject', 'month']

function readCounts(sheet: Sheet, { row: header, columns }: Header<string>, places: Places): CountsRow[] {
  const above =
    monthIn(sheet.name) ??
    sheet.rows
      .filter((each) => each < header)
      .map((row) => monthIn(titleOf(sheet, row)))
      .find((each) => each !== null) ??
    null
  const said = (row: number, part: string): string => {
    const column = columns.get(part)
    return column === undefined ? '' : sheet.shown(row, column).trim()
  }
  return sheet.rows.flatMap((row): CountsRow[] => {
    const [name, code] = [said(row, 'name'), said(row, 'code')]
    if (row <= header || TOTAL.test(name.replaceAll(/\s/g, '')) || (name === '' && code === '')) return []
    const column = columnLetters(columns.get('name') ?? columns.get('code')!)
    const [district, subdistrict] = [said(row, 'district'), said(row, 'subdistrict')]
    const cells = [...columns].flatMap(([field, at]) => {
      const text = sheet.shown(row, at).trim()
      return OTHER_PARTS.includes(field) || text === '' ? [] : [{ field, text, column: columnLetters(at) }]
    })
    const place = places.at({ code, name, district, subdistrict, sheet: sheet.name, row, column })
    const month = said(row, 'month') || (above === null ? '' : String(above))
    return [{ sheet: sheet.name, row, place, month, source: said(row, 'source'), subject: said(row, 'subject'), cells }]
  })
}

/** The words of a row above the header. */
const titleOf = (sheet: Sheet, row: number): string => Array.from({ length: sheet.columns }, (_, at) => sheet.shown(row, at + 1)).join(' ')

/**
 * Reads a delivered sheet of appeals: a row for each ticket, which is counted and not kept, or a row for each community with counts.
 * @throws AppError appeals.sheetUnknown
 */
export function readAppeals(book: Book, given: Given): AppealsRead {
  const places = new Places()
  const leftOut = new LeftOut()
  const tally = new Tally()
  const headings = { leftOut: new Set<string>(), personal: new Set<string>() }
  const noted = (header: Header<string>): void => {
    for (const each of header.leftOut) headings.leftOut.add(each)
    for (const each of header.personal) headings.personal.add(each)
  }
  const counts: CountsRow[] = []
  let tickets: number | null = null
  const sheetsOf = new Map<number, string[]>()
  for (const sheet of book.sheets) {
    const ofTickets = headerOf(sheet, TICKET_COLUMNS, isTickets)
    const ofCounts = ofTickets === null ? headerOf<string>(sheet, COUNT_COLUMNS, isCounts) : null
    if (ofTickets !== null) {
      noted(ofTickets)
      const { taken, months } = readTickets(sheet, ofTickets, given, { places, tally, leftOut })
      tickets = (tickets ?? 0) + taken
      for (const month of months) sheetsOf.set(month, [...(sheetsOf.get(month) ?? []), sheet.name])
    } else if (ofCounts !== null) {
      noted(ofCounts)
      counts.push(...readCounts(sheet, ofCounts, places))
    }
  }
  if (tickets === null && counts.length === 0) throw appError('appeals.sheetUnknown', { file: given.file }, { file: given.file })
  const { cells, unsaid } = tally.cells()
  const problems = leftOut.all(given.file)
  for (const [month, sheets] of sheetsOf)
    if (sheets.length > 1) problems.push(warning('appeals.monthInTwoSheets', { month, value: sheets.join('、') }, { file: given.file }))
  if (unsaid > 0) problems.push(warning('appeals.inTimeUnsaid', { count: unsaid }, { file: given.file }))
  if (tickets !== null && counts.length > 0) throw appError('appeals.bothKinds', { file: given.file }, { file: given.file })
  return {
    kind: tickets === null ? 'counts' : 'tickets',
    rows: tickets ?? counts.length,
    places: places.list,
    cells,
    counts,
    leftOut: [...headings.leftOut],
    personal: [...headings.personal],
    problems,
  }
}
