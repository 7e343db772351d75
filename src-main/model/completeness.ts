import { z } from 'zod'
import { Community } from './plan.ts'
import { Problem } from './problem.ts'

/** What one community lacks, by indicator key in the order of columns; only delivered indicators that are not retired. */
export const CommunityGaps = Community.extend({
  missing: z.array(z.string()),
  /** Those of them that the dictionary requires or the policy looks at. */
  asked: z.array(z.string()),
  /** Those without which class or amount can't be decided: the only ones that must be chased. */
  matters: z.array(z.string()),
  class: z.string().nullable(),
  amountFen: z.number().int().nullable(),
})
export type CommunityGaps = z.infer<typeof CommunityGaps>

export const SubdistrictGaps = z.object({
  district: z.string(),
  subdistrict: z.string(),
  communities: z.number().int(),
  /** Communities of which something was delivered in this year, and those of which nothing was. */
  delivered: z.number().int(),
  owing: z.number().int(),
  /** Cells that are filled in, of those asked for (required or looked at by the policy), and their share; 1 where nothing is asked for. */
  filled: z.number().int(),
  askedFor: z.number().int(),
  share: z.number(),
  /** Communities in which a missing value matters. */
  undecided: z.number().int(),
  /** ISO time of the last delivery or edit of facts that still stands; null: none in this year. */
  lastChange: z.string().nullable(),
  /** The file that delivered last, also where it said just what the plan had; null: none did, all was typed in. */
  lastFile: z.string().nullable(),
  /** Owes a sheet: nothing was delivered in this year, or none of the required values is there. */
  owes: z.boolean(),
})
export type SubdistrictGaps = z.infer<typeof SubdistrictGaps>

export const Completeness = z.object({
  year: z.number().int(),
  /** Keys of the indicators asked for: required by the dictionary or looked at by the policy. */
  asked: z.array(z.string()),
  /** Only communities that lack something. */
  communities: z.array(CommunityGaps),
  subdistricts: z.array(SubdistrictGaps),
  total: z.object({
    communities: z.number().int(),
    delivered: z.number().int(),
    undecided: z.number().int(),
    filled: z.number().int(),
    askedFor: z.number().int(),
    share: z.number(),
    owing: z.number().int(),
  }),
  /** Why class and amount could not be computed, where they could not; then `matters` is empty. */
  problems: z.array(Problem),
})
export type Completeness = z.infer<typeof Completeness>
