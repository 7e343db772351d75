import { z } from 'zod'
import { Year } from './year.ts'

/** A day as YYYY-MM-DD: days compare as their texts do. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A day that is not as its weekday says: a working day off, or a weekend on which one works. */
export const CalendarDay = z.strictObject({ date: Day, kind: z.enum(['holiday', 'working']), name: z.string().trim().max(40).default('') })
export type CalendarDay = z.infer<typeof CalendarDay>

/** More days than a year has are a slip. */
const MOST_DAYS = 366
/** All exceptions of one year, in the order of the days. `document`: the notice that they rest on. */
export const CalendarYear = z.strictObject({
  year: Year,
  document: z.string().trim().max(100).default(''),
  days: z.array(CalendarDay).min(1).max(MOST_DAYS),
})
export type CalendarYear = z.infer<typeof CalendarYear>

/** Where a year's calendar comes from: as delivered with the program, or as the department has it. */
export const KnownYear = CalendarYear.extend({ origin: z.enum(['delivered', 'own']) })
export type KnownYear = z.infer<typeof KnownYear>

/** A number of working days, or a day reached by counting them. uncertain: a year was crossed that has no calendar; weekends were assumed. */
export interface Counted {
  days: number
  uncertain: boolean
}
export interface Reached {
  date: Day
  uncertain: boolean
}

const A_DAY = 86_400_000
const SUNDAY = 0
const SATURDAY = 6
const timeOf = (day: Day): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10)

/** @returns the day so many days later, or earlier below zero */
export const dayAfter = (day: Day, days: number): Day => dayAt(timeOf(day) + days * A_DAY)
/** @returns 0 for Sunday to 6 for Saturday */
/** @returns how many days later `to` is; below zero where it is earlier */
export const daysBetween = (from: Day, to: Day): number => Math.round((timeOf(to) - timeOf(from)) / A_DAY)
export const weekdayOf = (day: Day): number => new Date(timeOf(day)).getUTCDay()
export const yearOfDay = (day: Day): number => Number(day.slice(0, 4))
/** @returns whether the weekday is one on which nobody works by itself */
export const isWeekend = (day: Day): boolean => [SUNDAY, SATURDAY].includes(weekdayOf(day))

/**
 * Counts working days. A period begins on the day after the one that sets it going: of a request of Monday, Tuesday is the first day.
 * @param years as far as they are known; of one year the last counts
 */
export function workingDays(years: readonly CalendarYear[]) {
  const known = new Map(years.map(({ year, days }) => [year, new Map(days.map(({ date, kind }) => [date, kind]))]))
  const isUncertain = (day: Day): boolean => !known.has(yearOfDay(day))
  const isWorking = (day: Day): boolean => {
    const said = known.get(yearOfDay(day))?.get(day)
    return said === undefined ? !isWeekend(day) : said === 'working'
  }

  /** @returns working days after `from` up to and including `to`; below zero where `to` is earlier */
  function between(from: Day, to: Day): Counted {
    const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
    let days = 0
    let uncertain = false
    for (let day = dayAfter(first, 1); day <= last; day = dayAfter(day, 1)) {
      if (isWorking(day)) days += 1
      uncertain ||= isUncertain(day)
    }
    return { days: days === 0 ? 0 : sign * days, uncertain }
  }

  /** @returns the day on which the n-th working day after `from` falls; below zero, the last day from which it is n working days to `from` */
  function add(from: Day, n: number): Reached {
    let day = from
    let uncertain = false
    const direction = n < 0 ? -1 : 1
    for (let left = Math.abs(n); left > 0;) {
      // Backwards it is the day that is left which counts, so that between(add(day, -n), day) is n.
      const counted = direction > 0 ? dayAfter(day, 1) : day
      uncertain ||= isUncertain(counted)
      if (isWorking(counted)) left -= 1
      day = dayAfter(day, direction)
    }
    return { date: day, uncertain }
  }
  return { isWorking, isUncertain, between, add }
}
export type WorkingDays = ReturnType<typeof workingDays>
