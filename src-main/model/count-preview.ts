import { z } from 'zod'
import { Problem } from './problem.ts'
import { Text } from './text.ts'

/** A count that would be changed; null: nothing is entered. */
export const CountChange = z.object({
  key: z.string(),
  name: z.string(),
  label: Text,
  before: z.int().nullable(),
  after: z.int().nullable(),
  sheet: z.string(),
  row: z.int(),
})
export type CountChange = z.infer<typeof CountChange>

/** What a delivered sheet of counts would change, and what is refused in it; with one error nothing of it can be taken. */
export const CountPreview = z.object({
  file: z.string(),
  /** Rows of communities, and rows that are none: totals, remarks. */
  rows: z.int(),
  skipped: z.int(),
  /** Cells of rows without fault that say another count than the one that is kept, and the same; `changes` lists the first that differ. */
  changed: z.int(),
  unchanged: z.int(),
  changes: z.array(CountChange),
  /** Communities that the plan does not have, by the names that the sheet gives them. */
  unknown: z.array(z.string()),
  errors: z.int(),
  problems: z.array(Problem),
})
export type CountPreview = z.infer<typeof CountPreview>
