import { APPEAL_SOURCES, bandOf, NO_APPEAL_COUNTS, SOURCE_WORDS, type AppealCounts, type AppealSource } from '../../model/appeal.ts'
import { daysBetween, type Day } from '../../model/calendar.ts'
import { comparable } from '../../model/text.ts'
import { personalIn } from '../../model/personal.ts'

/** Whose the rows of a sheet are, as they say it; where it was said first, and how often. */
export interface SaidPlace {
  code: string
  name: string
  district: string
  subdistrict: string
  sheet: string
  row: number
  column: string
  rows: number
}
/** The tickets of one place, month, source and subject, counted. subject: as the sheet says it; '': none. */
export interface TalliedCell {
  place: number
  month: number
  source: AppealSource
  subject: string
  counts: AppealCounts
}
/** A row of a sheet with counts, still as it is written. */
export interface CountsRow {
  sheet: string
  row: number
  place: number
  month: string
  source: string
  subject: string
  cells: { field: string; text: string; column: string }[]
}

/** A subject is a word or two; what is longer tells of a ticket, and of somebody. */
const LONGEST_SUBJECT = 12
/** @returns the subject, or null where the text is none: it is told that there were such, and the text itself nowhere */
export function subjectIn(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  return plain.length > LONGEST_SUBJECT || /\d{4,}/.test(plain) || personalIn(plain) !== null ? null : plain
}

const SOURCE_HINTS: ReadonlyArray<[AppealSource, RegExp]> = [
  ['found', /自查|发现|巡查|排查|网格/],
  ['handed', /交办|上级|督办|转办/],
  ['hotline', /12345|热线|来电|电话|平台|市长/],
]
/** @returns the source that a text names; null where it names none of the three */
export function sourceIn(text: string): AppealSource | null {
  const plain = comparable(text)
  const own = APPEAL_SOURCES.find((each) => comparable(SOURCE_WORDS[each].zh) === plain || comparable(SOURCE_WORDS[each].en) === plain)
  return own ?? SOURCE_HINTS.find(([, hint]) => hint.test(text))?.[0] ?? null
}

/** What a ticket says, as far as it is known; null: not said. */
export interface Ticket {
  place: number
  date: Day
  source: AppealSource
  subject: string
  closed: Day | null
  solved: boolean | null
  inTime: boolean | null
  repeat: boolean
  outOfScope: boolean
}

/** Which of the columns the sheet has: what it has no column for is not known of any ticket. */
export interface TicketColumns {
  days: boolean
  solved: boolean
  inTime: boolean
  repeats: boolean
  outOfScope: boolean
}

/** Counts tickets, one after the other; nothing of a ticket is kept but that it was one. */
export class Tally {
  readonly #cells = new Map<string, TalliedCell & { unsaid: number }>()

  add({ place, date, source, subject, closed, solved, inTime, repeat, outOfScope }: Ticket, columns: TicketColumns): void {
    const month = Number(date.slice(5, 7))
    const id = `${place}\n${month}\n${source}\n${subject}`
    let cell = this.#cells.get(id)
    if (cell === undefined) {
      const counts: AppealCounts = { ...NO_APPEAL_COUNTS, received: 0 }
      if (columns.solved) counts.solved = 0
      if (columns.inTime) counts.inTime = 0
      if (columns.repeats) counts.repeats = 0
      if (columns.outOfScope) counts.outOfScope = 0
      cell = { place, month, source, subject, counts, unsaid: 0 }
      this.#cells.set(id, cell)
    }
    const { counts } = cell
    if (outOfScope) counts.outOfScope = (counts.outOfScope ?? 0) + 1
    else if (repeat) counts.repeats = (counts.repeats ?? 0) + 1
    else {
      counts.received!++
      if (solved !== true) return
      counts.solved = (counts.solved ?? 0) + 1
      if (inTime === true) counts.inTime = (counts.inTime ?? 0) + 1
      if (inTime === null) cell.unsaid++
      if (closed !== null && columns.days) {
        const band = bandOf(daysBetween(date, closed))
        counts[band] = (counts[band] ?? 0) + 1
      }
    }
  }

  /** Where of one ticket that was solved it is not said whether in time, nobody knows how many were. @returns the cells, and of how many tickets */
  cells(): { cells: TalliedCell[]; unsaid: number } {
    const all = [...this.#cells.values()]
    return {
      cells: all.map(({ unsaid, counts, ...cell }) => ({ ...cell, counts: unsaid > 0 ? { ...counts, inTime: null } : counts })),
      unsaid: all.reduce((sum, { unsaid, counts }) => sum + (counts.inTime === null ? 0 : unsaid), 0),
    }
  }
}
