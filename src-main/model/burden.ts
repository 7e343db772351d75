import { z } from 'zod'

const Load = z.object({ tasks: z.number().int(), minutes: z.number().int() })

/**
 * The account of the tasks of some communities, in tasks and minutes a year. sent + consent + spared + open = all, which is everything to
 * everyone. unmeasured: pairs whose quantity is unknown, and whose minutes are therefore in none of the sums.
 */
export const Burden = z.object({ all: Load, sent: Load, consent: Load, spared: Load, open: Load, unmeasured: z.number().int() })
export type Burden = z.infer<typeof Burden>
export type Load = z.infer<typeof Load>

export const BurdenLine = z.object({ district: z.string(), subdistrict: z.string().nullable(), count: z.number().int(), burden: Burden })
export type BurdenLine = z.infer<typeof BurdenLine>
