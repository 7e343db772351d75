import { isWeekend, workingDays, yearOfDay, type CalendarYear, type Day, type KnownYear, type WorkingDays } from '../../model/calendar.ts'
import { problem, type Problem } from '../../model/problem.ts'
import { calendarWorkbook } from '../../documents/calendar/index.ts'
import type { Desk } from '../../desk/desk.ts'
import { fileAnswer } from '../../desk/file-answer.ts'
import type { Service } from '../../desk/service.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { bytesOf } from '../../shared/file-content.ts'
import { deliveredCalendars } from './delivered.ts'
import { readList } from './read-list.ts'

const TITLE = { zh: '工作日历', en: 'Working-day calendar' }

/** @returns every year that is known, the department's own before the delivered one */
export const knownYears = (desk: Desk): KnownYear[] =>
  desk.derived('calendar', () => {
    const years = new Map<number, KnownYear>()
    for (const each of deliveredCalendars(desk.options.resourcesFolder)) years.set(each.year, { ...each, origin: 'delivered' })
    for (const each of desk.store.read.calendarYears.list()) years.set(each.year, { ...each, origin: 'own' })
    return [...years.values()].sort((a, b) => a.year - b.year)
  })

/** How working days are counted in the plan. */
export const workingDaysOf = (desk: Desk): WorkingDays => desk.derived('working days', () => workingDays(knownYears(desk)))

/** @returns the day on the computer's own clock */
export function today(desk: Desk): Day {
  const now = desk.options.now()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** What is wrong with a year as it is to be kept. */
function problemsIn({ year, days }: CalendarYear): Problem[] {
  const seen = new Set<Day>()
  return days.flatMap(({ date, kind }) => {
    const isTwice = seen.has(date)
    seen.add(date)
    if (yearOfDay(date) !== year) return [problem('calendar.dayOutsideYear', { value: date, year })]
    if (isTwice) return [problem('calendar.dayTwice', { value: date })]
    return kind === 'working' && !isWeekend(date) ? [problem('calendar.workingWeekday', { value: date })] : []
  })
}

const inOrder = (calendar: CalendarYear): CalendarYear => ({
  ...calendar,
  days: calendar.days.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
})

/** A sheet as lines, so that it is read as a pasted list is. */
async function linesOf(bytes: Uint8Array, fileName: string): Promise<string[]> {
  const { readSpreadsheet } = await import('../../documents/import/reading.ts')
  const book = await readSpreadsheet(bytes, fileName)
  return book.sheets.flatMap((sheet) =>
    sheet.rows.map((row) => Array.from({ length: sheet.columns }, (_, at) => sheet.shown(row, at + 1)).join('\t')),
  )
}

export const calendar = (desk: Desk) =>
  ({
    'calendar.get': () => knownYears(desk),
    'calendar.read': async (input) => {
      const lines =
        'text' in input ? input.text.split('\n') : await linesOf(bytesOf(desk.files.contentOf(input), input.fileName), input.fileName)
      const read = readList(lines)
      return read.years.length === 0 && read.problems.length === 0 ? { ...read, problems: [problem('calendar.nothingRead')] } : read
    },
    'calendar.save': async ({ years }) => {
      const problems = years.flatMap(problemsIn)
      if (problems.length > 0) throw new AppError(problems)
      const params = { years: years.map(({ year }) => year).join('、') }
      await desk.store.command('calendar.save', { key: 'calendarSave', params }, ({ calendarYears }) => {
        for (const each of years) calendarYears.save(inOrder(each))
      })
      return {}
    },
    'calendar.reset': async ({ year }) => {
      if (desk.store.read.calendarYears.list().every((each) => each.year !== year)) throw appError('calendar.notOwn', { year })
      await desk.store.command('calendar.reset', { key: 'calendarReset', params: { year } }, (plan) => plan.calendarYears.remove(year))
      return {}
    },
    'calendar.export': async ({ language }) => fileAnswer(TITLE[language], 'xlsx', await calendarWorkbook(knownYears(desk), language)),
  }) satisfies Partial<Service>
