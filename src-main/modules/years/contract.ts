import { z } from 'zod'
import { None, operation } from '../../contract/operation.ts'
import { Problem } from '../../model/problem.ts'
import { Year } from '../../model/year.ts'

export const YearSummary = z.object({
  year: Year,
  current: z.boolean(),
  synthetic: z.boolean(),
  policy: z.object({ id: z.string(), version: z.string() }),
  communities: z.number().int(),
  /** null where the year's result can't be computed. Sums of the communities that are decided. */
  amountFen: z.number().int().nullable(),
  undecided: z.number().int().nullable(),
  amountUnknown: z.number().int().nullable(),
  previousFen: z.number().int(),
  /** The plan adopted last in the year. */
  adopted: z.object({ id: z.number().int(), title: z.string(), amountFen: z.number().int() }).nullable(),
})

/** Carry-over in the ledger of a closed year (`from`) that the year after (`into`) does not have. Money in fen. */
const CarryOverOffer = z.object({
  from: Year,
  into: Year,
  /** presentFen: what the year has instead; null: nothing. */
  rows: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      district: z.string(),
      subdistrict: z.string(),
      carriedFen: z.number().int(),
      presentFen: z.number().int().nullable(),
    }),
  ),
  /** Communities with a carry-over that are in the closed year only. */
  gone: z.array(z.object({ name: z.string(), carriedFen: z.number().int() })),
})

/** The years of a plan. */
export const yearsOperations = {
  'years.list': operation('query', 'The years of the plan with their totals', None, z.array(YearSummary)),
  'years.start': operation(
    'command',
    'Starts a year from the last one, and opens it',
    z.strictObject({
      year: Year,
      from: Year.optional(),
      overrides: z.enum(['none', 'keep']).default('none'),
      policy: z.object({ id: z.string(), version: z.string().optional() }).optional(),
    }),
    z.object({
      year: Year,
      from: Year,
      communities: z.number().int(),
      overrides: z.number().int(),
      carryOver: z.number().int(),
      problems: z.array(Problem),
    }),
  ),
  'years.carryOver': operation(
    'query',
    'What ledgers of closed years say is left, and the years after them do not say so',
    None,
    z.array(CarryOverOffer),
  ),
  'years.takeCarryOver': operation(
    'command',
    'Takes registered carry-over into the indicator of the year after',
    z.strictObject({ year: Year, keys: z.array(z.string()).min(1) }),
    z.object({ taken: z.number().int() }),
  ),
} as const
