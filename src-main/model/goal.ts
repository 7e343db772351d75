import { z } from 'zod'
import { PolicyNumber } from './analysis.ts'
import { Key } from './indicator.ts'
import { Fen, FenNotNegative } from './money.ts'
import { ClassKey, Policy } from './policy.ts'
import { Text } from './text.ts'

/** No amount of a class is looked for above this: 1,000,000,000 yuan a community and year. */
export const HIGHEST_AMOUNT_FEN = 100_000_000_000

/** Something that the answer must keep to. Amounts in fen; an amount of a class is that of the standard step that is looked for. */
export const Demand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('totalAtMost'), fen: FenNotNegative }),
  z.strictObject({ kind: z.literal('totalExactly'), fen: FenNotNegative }),
  /** The amount of `class` is at least `times` that of `of`; counted to six decimals. */
  z.strictObject({ kind: z.literal('classTimes'), class: ClassKey, of: ClassKey, times: z.number().min(0.000001).max(1000) }),
  z.strictObject({
    kind: z.literal('classBetween'),
    class: ClassKey,
    minFen: FenNotNegative.optional(),
    maxFen: FenNotNegative.optional(),
  }),
  /**
   * Nobody gets less than last year by more than `share` of it (0.1 is 10 %) or, where `fen` is given, by more than that. Without
   * last year's amount: no say.
   */
  z
    .strictObject({ kind: z.literal('lossAtMost'), share: z.number().min(0).max(1).optional(), fen: FenNotNegative.optional() })
    .refine((demand) => (demand.share === undefined) !== (demand.fen === undefined), { message: 'share | fen' }),
  /** All communities of the class, or of the district, get together at least so much. */
  z.strictObject({ kind: z.literal('classTotalAtLeast'), class: ClassKey, fen: FenNotNegative }),
  z.strictObject({ kind: z.literal('districtTotalAtLeast'), district: z.string().min(1), fen: FenNotNegative }),
  /** From the highest amount to the lowest; equal ones may follow each other. */
  z.strictObject({ kind: z.literal('classOrder'), classes: z.array(ClassKey).min(2) }),
])
export type Demand = z.infer<typeof Demand>

export const GoalSearch = z.discriminatedUnion('kind', [
  /**
   * Amounts of the classes in whole units. 'leastChange': the smallest sum of changes against today, community by community;
   * among equals the cheapest.
   * 'highestTotal': the highest total; among equals the least change. What is still equal goes to the lower amount, class by
   * class in the policy's order.
   */
  z.strictObject({
    kind: z.literal('amounts'),
    /** The standard step; the first one where left out. */ step: Key.optional(),
    unitFen: z.number().int().min(100).max(HIGHEST_AMOUNT_FEN),
    aim: z.enum(['leastChange', 'highestTotal']).default('leastChange'),
  }),
  /**
   * One threshold of the rules (the best of several): the value under which the demands hold and the fewest communities change their class;
   * among equals the nearest to today's value, then the lower one.
   */
  z.strictObject({ kind: z.literal('threshold'), paths: z.array(z.string().min(1)).min(1).max(12) }),
])
export type GoalSearch = z.infer<typeof GoalSearch>

const Side = z.object({ amountFen: Fen, byClass: z.record(z.string(), z.object({ count: z.number().int(), amountFen: Fen })) })

export const GoalAnswer = z.object({
  outcome: z.enum(['found', 'conflict']),
  /** Every demand in words, whether it holds today and whether it holds in the answer. */
  demands: z.array(z.object({ words: Text, today: z.boolean(), holds: z.boolean().nullable() })),
  /** Positions of demands that can't be met together; without any one of them the others can. */
  conflict: z.array(z.number().int()),
  /** What to change in the policy. Empty: today's policy is the answer already, or there is none. */
  changes: z.array(z.object({ number: PolicyNumber, to: z.number() })),
  /** The policy with the changes; null where there is no answer. */
  policy: Policy.nullable(),
  today: Side,
  answer: Side.nullable(),
  /** Communities whose class changes, and the sum of all changes of money up and down, in fen. */
  moved: z.number().int().nullable(),
  changedFen: Fen.nullable(),
  /** For thresholds: the best of each candidate, in the order asked; `to` null where no value keeps to the demands. */
  candidates: z.array(
    z.object({
      number: PolicyNumber,
      to: z.number().nullable(),
      moved: z.number().int().nullable(),
      amountFen: Fen.nullable(),
      tried: z.number().int(),
    }),
  ),
})
export type GoalAnswer = z.infer<typeof GoalAnswer>
