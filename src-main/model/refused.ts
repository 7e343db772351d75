import { z } from 'zod'
import { Problem } from './problem.ts'

/** What was typed or delivered for a cell and not taken: the text as it stood there, and why. */
export const RefusedText = z.strictObject({ key: z.string().min(1), field: z.string().min(1), text: z.string(), problem: Problem })
export type RefusedText = z.infer<typeof RefusedText>

/**
 * What waits in the plan to be mended or given up. `key` null: nobody knows which community it is about; `field` null: it is a whole row,
 * and `text` what it says. `file` is the delivered file; empty for what was typed.
 */
export const RefusedEntry = z.object({
  id: z.number().int(),
  key: z.string().nullable(),
  field: z.string().nullable(),
  text: z.string(),
  file: z.string(),
  problem: Problem,
})
export type RefusedEntry = z.infer<typeof RefusedEntry>
