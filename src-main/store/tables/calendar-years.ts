import type { CalendarDay, CalendarYear } from '../../model/calendar.ts'
import type { Connection } from '../sqlite.ts'

type Row = Omit<CalendarYear, 'days'> & { days: string }

export const calendarYearReads = (connection: Connection) => {
  const list = connection.prepare<[], Row>('SELECT year, document, days FROM calendar_year ORDER BY year')
  return {
    /** @returns the years whose calendar is the department's own */
    list: (): CalendarYear[] => list.all().map((row) => ({ ...row, days: JSON.parse(row.days) as CalendarDay[] })),
  }
}

export const calendarYearWrites = (connection: Connection) => {
  const save = connection.prepare(
    `INSERT INTO calendar_year (year, document, days) VALUES (?, ?, ?)
     ON CONFLICT (year) DO UPDATE SET document = excluded.document, days = excluded.days`,
  )
  const remove = connection.prepare('DELETE FROM calendar_year WHERE year = ?')
  return {
    ...calendarYearReads(connection),
    save: ({ year, document, days }: CalendarYear): void => {
      save.run(year, document, JSON.stringify(days))
    },
    /** The year has the delivered calendar again, or none. */
    remove: (year: number): void => {
      remove.run(year)
    },
  }
}
