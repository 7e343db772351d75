import { z } from 'zod'
import { Fen } from './money.ts'
import { Year } from './year.ts'
import { Community, Override } from './plan.ts'
import { PolicyClass } from './policy.ts'

/** A class set by hand against the class that the rules give. */
export const OverrideLine = Community.extend({
  override: Override,
  /** expired: it counts no longer; unknownClass: the policy has no such class, so it does not count either. */
  state: z.enum(['counts', 'expired', 'unknownClass']),
  /** null: undecided by the rules. */
  ruleClass: z.string().nullable(),
  /** What the community gets now, and what it would get if only its own class were the rules' again. null: unknown. */
  amountFen: Fen.nullable(),
  ruleFen: Fen.nullable(),
  /**
   * What the whole plan costs more than without this one; another number than the community's own gain where money is shared out
   * anew. 0 where it does not count, null: unknown.
   */
  costFen: Fen.nullable(),
  /** Who set it last, and when (ISO time). null where the log does not tell. */
  operator: z.string().nullable(),
  at: z.string().nullable(),
})
export type OverrideLine = z.infer<typeof OverrideLine>

export const OverrideReport = z.object({
  year: Year,
  classes: z.array(PolicyClass.pick({ key: true, name: true, color: true })),
  lines: z.array(OverrideLine),
  /**
   * The sum of the single costs that are known, and what all of them cost together, which may be another sum: one can change what
   * another costs. null: unknown.
   */
  sumFen: Fen,
  togetherFen: Fen.nullable(),
})
export type OverrideReport = z.infer<typeof OverrideReport>
