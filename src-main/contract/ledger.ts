import { z } from 'zod'
import { Fen, FenNotNegative } from './money.ts'
import { Community } from './plan.ts'
import { Problem } from './problem.ts'

/** Use of the money in one year, in fen; null is not entered. rate = spent / allocated over the communities of which both are known. */
const use = { allocatedFen: Fen.nullable(), spentFen: Fen.nullable(), carriedFen: Fen.nullable(), rate: z.number().nullable() }

export const LedgerRow = Community.extend({
  ...use,
  /** 'adopted': not entered, and taken from the year's adopted plan. */
  allocatedFrom: z.enum(['entered', 'adopted']).nullable(),
})
export type LedgerRow = z.infer<typeof LedgerRow>

/** Sums of what is known; `reported` communities have both allocated and spent. */
export const LedgerTotal = z.object({ name: z.string(), count: z.number().int(), reported: z.number().int(), ...use })
export type LedgerTotal = z.infer<typeof LedgerTotal>

export const Ledger = z.object({
  year: z.number().int(), rows: z.array(LedgerRow), districts: z.array(LedgerTotal), total: LedgerTotal,
  /** Warnings where spent and carried over are not together what was allocated. */
  problems: z.array(Problem),
})
export type Ledger = z.infer<typeof Ledger>

export const LedgerEdit = z.strictObject({ key: z.string(), field: z.enum(['allocated', 'spent', 'carried']), fen: FenNotNegative.nullable() })
export type LedgerEdit = z.infer<typeof LedgerEdit>
