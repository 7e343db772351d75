import { z } from 'zod'
import { Day } from './calendar.ts'
import { Fen, FenNotNegative } from './money.ts'
import { Community } from './plan.ts'
import { Year } from './year.ts'

/** Who pays where the policy does not say who. */
export const WHOLE_PAYER = { key: 'all', name: { zh: '拨款单位', en: 'Payer' } } as const

/** Money that a payer has really paid into a community's account. Its number tells payments of the same payer apart. */
export const ReceiptEntry = z.strictObject({
  payer: z.string().min(1).max(60),
  date: Day,
  amountFen: FenNotNegative,
  document: z.string().trim().max(100).default(''),
})
export type ReceiptEntry = z.infer<typeof ReceiptEntry>
export const ReceiptKey = z.strictObject({ year: Year, key: z.string().min(1), id: z.number().int().min(1) })
export const Receipt = ReceiptKey.extend(ReceiptEntry.shape)
export type Receipt = z.infer<typeof Receipt>

/** A part of what a payer owes in a year, in percent, due by a day (MM-DD) of it. payer null: everybody without instalments of his own. */
export const Instalment = z.strictObject({
  payer: z.string().min(1).max(60).nullable(),
  due: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  percent: z.number().int().min(1).max(100),
})
export type Instalment = z.infer<typeof Instalment>

/** The instalments of each payer are the whole together. */
export const Instalments = z
  .array(Instalment)
  .min(1)
  .max(100)
  .refine((all) => all.some((each) => each.payer === null), { message: 'payer' })
  .refine(
    (all) => [...Map.groupBy(all, (each) => each.payer).values()].every((own) => own.reduce((sum, each) => sum + each.percent, 0) === 100),
    { message: 'percent' },
  )
/** Ours, and shown as such: half by the end of March, the rest by the end of September. */
export const DELIVERED_INSTALMENTS: Instalment[] = [
  { payer: null, due: '03-31', percent: 50 },
  { payer: null, due: '09-30', percent: 50 },
]

/** lateDays: days after the due day until it was covered, or until today where it is not. */
export const DueInstalment = z.object({ due: Day, fen: Fen, receivedFen: Fen, covered: Day.nullable(), lateDays: z.number().int() })
export type DueInstalment = z.infer<typeof DueInstalment>

/**
 * A payer's account with one community. dueFen: of the whole year; shortFen: due by now and not received; overFen: received beyond the
 * year's amount; lateDays: of the oldest instalment that is short, 0 for none. Where the plan does not know the amount, all that rests on
 * it is null, and there are no instalments.
 */
export const Dues = z.object({
  payer: z.string(),
  dueFen: Fen.nullable(),
  dueNowFen: Fen.nullable(),
  receivedFen: Fen,
  shortFen: Fen.nullable(),
  overFen: Fen.nullable(),
  lateDays: z.number().int(),
  instalments: z.array(DueInstalment),
})
export type Dues = z.infer<typeof Dues>
export const CommunityDues = Community.extend({ payers: z.array(Dues) })
export type CommunityDues = z.infer<typeof CommunityDues>
