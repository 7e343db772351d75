import { z } from 'zod'
import { Fen } from './money.ts'
import { Year } from './year.ts'
import { Community, Flow } from './plan.ts'
import { PolicyClass } from './policy.ts'
import { Problem } from './problem.ts'
import { GainsAndLosses, PlanReference, PlanTotals } from './scenario.ts'
import { Text } from './text.ts'

const ComparedTotals = PlanTotals.omit({ previousFen: true, byClass: true }).extend({
  byClass: z.record(z.string(), z.object({ count: z.number().int(), amountFen: Fen })),
})

/** A plan as one side of a comparison. */
export const ComparedPlan = z.object({
  reference: PlanReference,
  /** A name for headings: the year, the policy's title, the scenario's name. */
  name: z.object({ zh: z.string(), en: z.string() }),
  year: Year,
  classes: z.array(PolicyClass.pick({ key: true, name: true, color: true })),
  /** What its classes were decided by; last year's are just delivered. */
  rules: z.array(z.object({ key: z.string(), name: Text })),
  /** Who pays, each once; none where the plan doesn't say. */
  payers: z.array(z.object({ key: z.string(), name: Text })),
  totals: ComparedTotals,
})
export type ComparedPlan = z.infer<typeof ComparedPlan>

/**
 * A community on all sides, in their order. `present` false: it is not in that plan. `decider`: a rule's key, 'fallback',
 * 'override', or null where the plan does not tell.
 */
export const ComparedCommunity = Community.extend({
  people: z.number().nullable(),
  sides: z.array(
    z.object({
      present: z.boolean(),
      class: z.string().nullable(),
      amountFen: Fen.nullable(),
      overridden: z.boolean(),
      decider: z.string().nullable(),
    }),
  ),
})
export type ComparedCommunity = z.infer<typeof ComparedCommunity>

const GroupSide = z.object({ count: z.number().int(), unknown: z.number().int(), amountFen: Fen, changeFen: Fen })
export const ComparedGroup = z.object({ district: z.string(), subdistrict: z.string().nullable(), sides: z.array(GroupSide) })
export type ComparedGroup = z.infer<typeof ComparedGroup>

/** A side against the first one. */
export const Versus = z.object({
  shift: GainsAndLosses,
  /**
   * The class-to-class matrix of the communities that both have, as its filled cells: with founded and vanished ones its margins
   * are the two totals. null: undecided.
   */
  flows: z.array(Flow),
  /**
   * Counts and amounts of a class under both plans, as in their totals; and of its members, the communities that have the class on this
   * side (or had it, if they vanished): what those whose amounts are known in both plans get before and now. changeFen is the difference
   * of the members' amounts, not that of the class's.
   */
  byClass: z.record(
    z.string(),
    z.object({
      countBase: z.number().int(),
      countWith: z.number().int(),
      amountBaseFen: Fen,
      amountWithFen: Fen,
      members: z.number().int(),
      membersBaseFen: Fen,
      membersWithFen: Fen,
      changeFen: Fen,
    }),
  ),
  /** Keys of communities that only this side has, or only the base has. */
  founded: z.array(z.string()),
  vanished: z.array(z.string()),
  /** What founded communities get here, and what vanished ones got in the base. */
  foundedFen: Fen,
  vanishedFen: Fen,
})
export type Versus = z.infer<typeof Versus>

export const Comparison = z.object({
  sides: z.array(ComparedPlan),
  communities: z.array(ComparedCommunity),
  districts: z.array(ComparedGroup),
  subdistricts: z.array(ComparedGroup),
  /** One for each side but the first. */
  versus: z.array(Versus),
  problems: z.array(Problem),
})
export type Comparison = z.infer<typeof Comparison>
