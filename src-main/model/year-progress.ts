import { z } from 'zod'
import { Year } from './year.ts'

/** The work of a year from its first sheet to the file that is handed in, in its order. */
export const YEAR_STEPS = ['data', 'classified', 'weighed', 'adopted', 'handedIn'] as const
export type YearStep = (typeof YEAR_STEPS)[number]

/** open: how much is in the way: values missing, communities without a class; 0 where that can't be counted. */
export const YearProgress = z.object({
  year: Year,
  communities: z.number().int(),
  steps: z.array(z.object({ step: z.enum(YEAR_STEPS), isDone: z.boolean(), open: z.number().int() })),
})
export type YearProgress = z.infer<typeof YearProgress>
