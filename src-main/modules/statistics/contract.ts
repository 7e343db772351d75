import { z } from 'zod'
import { Done, File, operation, Outgoing } from '../../contract/operation.ts'
import { Statistics, StatisticsSettings } from '../../model/statistics.ts'
import { Year } from '../../model/year.ts'

/** Counts and money as superior departments ask for them. */
export const statisticsOperations = {
  'statistics.get': operation(
    'query',
    'Counts and money as superior departments ask for them',
    z.strictObject({ year: Year.optional() }),
    Statistics,
  ),
  'statistics.configure': operation(
    'command',
    'Chooses columns, sections and the urban and township communities of the statistics',
    StatisticsSettings,
    Done,
  ),
  'statistics.export': operation(
    'query',
    'The statistics as an Excel workbook with sums',
    z.strictObject({ year: Year.optional(), language: z.enum(['zh', 'en']).default('zh'), ...Outgoing }),
    File,
  ),
} as const
