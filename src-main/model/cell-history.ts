import { z } from 'zod'
import { IndicatorValue } from './indicator.ts'
import { Fen } from './money.ts'
import { Text } from './text.ts'

const step = {
  id: z.number().int(),
  at: z.string(),
  operator: z.string(),
  operation: z.string(),
  /** What the step says of itself; English is empty where it has none. */
  said: Text,
}

/**
 * One change of a cell: who, when, from what, to what; `file` where it was delivered. `field` may be one that the asked one is computed
 * from.
 */
export const CellChange = z.object({
  ...step,
  field: z.string(),
  before: IndicatorValue,
  after: IndicatorValue,
  file: z.string().nullable(),
  /** The step was taken back, and stands no more. */
  undone: z.boolean(),
})
export type CellChange = z.infer<typeof CellChange>

/** Amount (fen) and class of a community at a moment; null: unknown then, or the community was not there. */
export const MoneyMoment = z.object({ fen: Fen.nullable(), class: z.string().nullable() })
export type MoneyMoment = z.infer<typeof MoneyMoment>

/** A step that changed a community's money, whatever it was about. */
export const MoneyChange = z.object({ ...step, before: MoneyMoment, after: MoneyMoment })
export type MoneyChange = z.infer<typeof MoneyChange>

/**
 * Why a community's money is another one than it was: `then` and `now`, and between them every step that changed it, newest first. Each
 * step begins where the one before it ended, so that the changes add up to the difference, to the fen. `from`: the moment it was gone back
 * to.
 */
export const MoneyHistory = z.object({
  then: MoneyMoment,
  now: MoneyMoment,
  changes: z.array(MoneyChange),
  from: z.string(),
  isWhole: z.boolean(),
})
export type MoneyHistory = z.infer<typeof MoneyHistory>
