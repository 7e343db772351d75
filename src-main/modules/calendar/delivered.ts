import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CalendarYear, Day, dayAfter } from '../../model/calendar.ts'

const Delivered = z.array(
  z.strictObject({
    year: CalendarYear.shape.year,
    document: z.string(),
    holidays: z.array(z.tuple([z.string(), Day, Day])),
    working: z.array(z.tuple([z.string(), Day])),
  }),
)

const daysBetween = (first: Day, last: Day): Day[] => (first > last ? [] : [first, ...daysBetween(dayAfter(first, 1), last)])

/** @returns the calendars that come with the program: those of the State Council's notices, as far as they are known for certain */
export function deliveredCalendars(resourcesFolder: string): CalendarYear[] {
  const read = Delivered.parse(JSON.parse(readFileSync(join(resourcesFolder, 'calendar.json'), 'utf8')))
  return read.map(({ year, document, holidays, working }) => ({
    year,
    document,
    days: [
      ...holidays.flatMap(([name, first, last]) => daysBetween(first, last).map((date) => ({ date, kind: 'holiday' as const, name }))),
      ...working.map(([name, date]) => ({ date, kind: 'working' as const, name })),
    ].sort((a, b) => (a.date < b.date ? -1 : 1)),
  }))
}
