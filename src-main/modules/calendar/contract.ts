import { z } from 'zod'
import { Done, File, None, operation, upload } from '../../contract/operation.ts'
import { CalendarYear, KnownYear } from '../../model/calendar.ts'
import { Problem } from '../../model/problem.ts'
import { Year } from '../../model/year.ts'

/** As long as a list of many years may be. */
const LONGEST_LIST = 100_000

/** Holidays and working weekends, by which working days are counted. */
export const calendarOperations = {
  'calendar.get': operation('query', 'The years whose holidays and working weekends are known', None, z.array(KnownYear)),
  /** Nothing is kept: the years go to calendar.save. */
  'calendar.read': operation(
    'query',
    'Reads a pasted list or a sheet of holidays and working weekends',
    z.union([z.strictObject({ text: z.string().min(1).max(LONGEST_LIST) }), upload({})]),
    z.object({ years: z.array(CalendarYear), problems: z.array(Problem) }),
  ),
  'calendar.save': operation(
    'command',
    'Sets the holidays and working weekends of whole years',
    z.strictObject({ years: z.array(CalendarYear).min(1).max(50) }),
    Done,
  ),
  'calendar.reset': operation(
    'command',
    'Gives up the own calendar of a year: the delivered one holds again, or none',
    z.strictObject({ year: Year }),
    Done,
  ),
  'calendar.export': operation(
    'query',
    'All known holidays and working weekends as an Excel workbook that can be read again',
    z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
