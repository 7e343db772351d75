import { z } from 'zod'
import { Distance } from './explanation.ts'
import { Fen } from './money.ts'
import { Community } from './plan.ts'
import { Problem, ProblemCode } from './problem.ts'
import { Text } from './text.ts'

/** What a number of a policy counts: fen, a fraction (0.1 is 10 %), points, a part of a ratio, units of an indicator, or just a number. */
export const NumberUnit = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['fen', 'share', 'points', 'ratio', 'number']) }),
  z.object({ kind: z.literal('indicator'), indicator: z.string() }),
])
export type NumberUnit = z.infer<typeof NumberUnit>

/** A number of a policy that can be changed, and where it stands. */
export const PolicyNumber = z.object({
  /** Names joined by /: of keyed lists the element's key, of other lists the position from 0. */
  path: z.string(),
  value: z.number(),
  unit: NumberUnit,
  part: z.enum(['rule', 'step', 'previous', 'payer']),
  /** Key and name of the rule, step or payer; null where there is none. */
  key: z.string().nullable(),
  name: Text.nullable(),
  /** The field of the document, and the class, option, district or party that it is for. */
  field: z.string(),
  of: z.string().nullable(),
})
export type PolicyNumber = z.infer<typeof PolicyNumber>

/** A district's part in Theil's T: its shares of residents (or need) and of money, its own T, and what it adds within and between. */
export const TheilGroup = z.object({
  group: z.string(),
  weightShare: z.number(),
  moneyShare: z.number(),
  theil: z.number(),
  within: z.number(),
  between: z.number(),
})
/** The spread of money per unit of an indicator, weighted by that indicator; formulae and sources in engine/analysis/equity.ts. */
export const EquityMeasure = z.object({
  indicator: z.string(),
  /** Communities that count, and those left out: the indicator is unknown, it is zero, or the amount is unknown. */
  counted: z.number().int(),
  unknown: z.number().int(),
  zero: z.number().int(),
  withoutAmount: z.number().int(),
  /** Sums over those that count. */
  amountFen: Fen,
  units: z.number(),
  /** Fen per unit over all that count; null where none does. */
  perUnitFen: z.number().nullable(),
  /** null where no community counts, or there is no money. */
  gini: z.number().nullable(),
  /** total = within + between the districts; null as gini. */
  theil: z.object({ total: z.number(), within: z.number(), between: z.number(), groups: z.array(TheilGroup) }).nullable(),
})
export type EquityMeasure = z.infer<typeof EquityMeasure>

export const Equity = z.object({
  residents: EquityMeasure,
  /** Only where a need indicator was chosen. */
  need: EquityMeasure.nullable(),
  /** Money per unit is null where the unit is unknown or zero, or the amount is unknown; never zero for that. */
  communities: z.array(
    Community.extend({
      class: z.string().nullable(),
      amountFen: Fen.nullable(),
      residents: z.number().nullable(),
      need: z.number().nullable(),
      perResidentFen: z.number().nullable(),
      perNeedFen: z.number().nullable(),
    }),
  ),
})
export type Equity = z.infer<typeof Equity>

/** The plan under one value of a number of the policy. Where the engine refuses that value, `problem` says why, and no amount is known. */
export const SweepPoint = z.object({
  value: z.number(),
  byClass: z.record(z.string(), z.object({ count: z.number().int(), amountFen: Fen })),
  /** Sum of the known amounts, in fen; null where none can be computed. */
  amountFen: Fen.nullable(),
  /** Communities without a class, and those whose amount is unknown. */
  undecided: z.number().int(),
  amountUnknown: z.number().int(),
  problem: Problem.nullable(),
})
export type SweepPoint = z.infer<typeof SweepPoint>

export const Sweep = z.object({
  number: PolicyNumber,
  /** Whether nothing changes between two neighbouring points but at the points themselves: every breakpoint is among them. */
  exact: z.boolean(),
  points: z.array(SweepPoint),
})
export type Sweep = z.infer<typeof Sweep>

/**
 * What it costs to put one community into another class, everything else being as it is. null where that can't be computed;
 * `problem` says why.
 */
export const SingleMove = z.object({
  class: z.string(),
  /** Change of the community's own amount and of the plan's total, in fen. They differ where others pay for it or gain by it. */
  ownFen: Fen.nullable(),
  totalFen: Fen.nullable(),
  problem: ProblemCode.nullable(),
})
export type SingleMove = z.infer<typeof SingleMove>

export const CommunitySensitivity = Community.extend({
  class: z.string().nullable(),
  amountFen: Fen.nullable(),
  /** Its class is set by hand, so no indicator changes it. */
  overridden: z.boolean(),
  /**
   * The nearest change of each indicator in each direction, nearest first; `relative` is its size on the indicator's scale, null
   * for categories and flags.
   */
  distances: z.array(Distance.extend({ relative: z.number().nullable() })),
  borderline: z.boolean(),
  moves: z.array(SingleMove),
})
export type CommunitySensitivity = z.infer<typeof CommunitySensitivity>

export const Sensitivity = z.object({
  /** In the order of codes. */
  communities: z.array(CommunitySensitivity),
  /** Keys of the borderline communities, nearest first. */
  borderline: z.array(z.string()),
  /** The scale of each indicator that can change a class: so much of it counts as one. */
  scales: z.record(z.string(), z.number()),
  within: z.number(),
})
export type Sensitivity = z.infer<typeof Sensitivity>

/** A year of the plan. Money in fen, null where it is not known; byClass is empty then. */
export const TimelineYear = z.object({
  year: z.number().int(),
  communities: z.number().int(),
  /** Communities without a class, and those whose amount is unknown. */
  undecided: z.number().int(),
  amountUnknown: z.number().int(),
  /** The adopted plan, else what the year's policy gives; null: it can't be computed. */
  basis: z.enum(['adopted', 'computed']).nullable(),
  policy: z.object({ id: z.string(), version: z.string() }),
  amountFen: Fen.nullable(),
  byClass: z.record(z.string(), z.object({ count: z.number().int(), amountFen: Fen })),
  allocatedFen: Fen.nullable(),
  spentFen: Fen.nullable(),
  carriedFen: Fen.nullable(),
  /** Spent of what was allocated, over the communities of which both are known. */
  rate: z.number().nullable(),
})
export type TimelineYear = z.infer<typeof TimelineYear>
