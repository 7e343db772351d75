import { z } from 'zod'
import { Condition } from './condition.ts'
import { Indicator, IndicatorValue, isFreeName, Key, NOT_FREE } from './indicator.ts'
import { FenNotNegative, RoundingUnit } from './money.ts'
import { Text } from './text.ts'

export const ClassKey = z
  .string()
  .regex(/^[A-Za-z0-9\u4e00-\u9fff]{1,12}$/, 'class-key')
  .refine(isFreeName, NOT_FREE)

export const PolicyClass = z.strictObject({
  key: ClassKey,
  name: Text,
  description: Text.optional(),
  /** Colour on screen; on paper the key is always printed beside it. */
  color: z.string().regex(/^#[0-9a-fA-F]{6}$/),
})
export type PolicyClass = z.infer<typeof PolicyClass>

export const Rule = z.strictObject({ key: Key, name: Text, class: ClassKey, when: Condition })
export type Rule = z.infer<typeof Rule>

/** The keys under which an amount per attribute names the two values of a flag. */
export const FLAG_OPTIONS = ['no', 'yes'] as const

const step = { key: Key, name: Text, /** Only these classes; all when left out. */ classes: z.array(ClassKey).optional() }

/** A number of units; the engine counts them to six decimals. */
const Portion = z.number().min(0.000001)

/** The allocation steps, run in the order of the document. Amounts in fen, per community and year. */
export const Step = z.discriminatedUnion('kind', [
  /** A standard per class, added to the amount so far. */
  z.strictObject({ kind: z.literal('standard'), key: Key, name: Text, amountsFen: z.record(ClassKey, FenNotNegative) }),
  /**
   * rateFen for each `per` units of an indicator above `above`: 'started' counts a begun portion as whole, 'full' only
   * complete ones, 'exact' in proportion (rounded half up to the fen). Never negative; limited by minFen and maxFen.
   */
  z.strictObject({
    kind: z.literal('perUnit'),
    ...step,
    indicator: Key,
    rateFen: FenNotNegative,
    per: Portion.default(1),
    above: z.number().default(0),
    portions: z.enum(['started', 'full', 'exact']),
    minFen: FenNotNegative.optional(),
    maxFen: FenNotNegative.optional(),
  }),
  /** An amount for each option of a category, or for `yes` and `no` of a flag, added to the amount so far. */
  z.strictObject({ kind: z.literal('attribute'), ...step, indicator: Key, amountsFen: z.record(z.string(), FenNotNegative) }),
  /** amountFen for whoever meets the condition: an old revolutionary base, first included in a certain year, on the city's edge. */
  z.strictObject({ kind: z.literal('addOn'), ...step, when: Condition, amountFen: FenNotNegative }),
  /** The amount of the last band whose `from` is not above the value; below the first band nothing. */
  z.strictObject({
    kind: z.literal('bands'),
    ...step,
    indicator: Key,
    bands: z.array(z.strictObject({ from: z.number(), amountFen: FenNotNegative })).min(1),
  }),
  /** totalFen is shared out by points; the parts add up to totalFen to the fen. */
  z.strictObject({
    kind: z.literal('points'),
    ...step,
    totalFen: FenNotNegative,
    terms: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({ kind: z.literal('class'), points: z.record(ClassKey, z.number().min(0)) }),
          z.strictObject({ kind: z.literal('unit'), indicator: Key, points: z.number().min(0), per: Portion.default(1) }),
          /** The points of the last band whose `from` is not above the value; below the first band none. */
          z.strictObject({
            kind: z.literal('bands'),
            indicator: Key,
            bands: z.array(z.strictObject({ from: z.number(), points: z.number().min(0) })).min(1),
          }),
        ]),
      )
      .min(1),
  }),
  /** Takes back `share` (0 to 1) of the carry-over above `aboveFen`; the indicator is in 元. Never below zero. */
  z.strictObject({ kind: z.literal('carryOver'), ...step, indicator: Key, share: z.number().min(0).max(1), aboveFen: FenNotNegative }),
  z.strictObject({ kind: z.literal('floor'), ...step, amountFen: FenNotNegative }),
  z.strictObject({ kind: z.literal('cap'), ...step, amountFen: FenNotNegative }),
  /** Against last year: at most `loss` less and at most `gain` more (0.1 is 10 %). Who had no amount last year, or 0, is left alone. */
  z.strictObject({
    kind: z.literal('protect'),
    ...step,
    loss: z.number().min(0).max(1).optional(),
    gain: z.number().min(0).optional(),
    /**
     * The guarantee against loss is paid for by those who gain: the highest gain, as a share of last year's amount and the same for all, is
     * found so that what is above it equals the cost of the guarantee to the fen. Whoever meets a floor pays nothing below it.
     */
    financed: z.boolean().optional(),
  }),
  /** Scales to a fixed total; whoever meets a floor, a cap or a protection of an earlier step keeps that bound. */
  z.strictObject({ kind: z.literal('fit'), key: Key, name: Text, totalFen: FenNotNegative }),
  /** Largest remainder, ties by community code; earlier bounds hold. */
  z.strictObject({ kind: z.literal('round'), key: Key, name: Text, unit: RoundingUnit }),
  /**
   * Holds back `share` (0 to 1) of each amount, rounded half up to the fen. Once `released`, the sum held back goes to those who meet the
   * standard `when`, in equal parts or in proportion to their amounts before this step, by largest remainder. Floors, caps and
   * protections of
   * earlier steps are about the amount before it.
   */
  z.strictObject({
    kind: z.literal('reserve'),
    ...step,
    share: z.number().min(0).max(1),
    when: Condition,
    shareOut: z.enum(['equal', 'amount']),
    released: z.boolean(),
  }),
])
export type Step = z.infer<typeof Step>
export type StepKind = Step['kind']

const Ratio = z
  .strictObject({ city: z.number().int().min(0), district: z.number().int().min(0) })
  .refine((ratio) => ratio.city + ratio.district > 0, { message: 'ratio' })
export type Ratio = z.infer<typeof Ratio>

/** How city and district pay jointly: whole-number ratios such as 6 : 4, per district name where it differs. */
export const Split = z.strictObject({ ratio: Ratio, byDistrict: z.record(z.string(), Ratio).default({}) })

/** What an example tells of a community: delivered indicators, of which whatever is left out is unknown, last year's money, its place. */
const exampleFacts = { values: z.record(Key, IndicatorValue), previousFen: FenNotNegative.optional(), district: z.string().optional() }

/** `count` communities alike (one where it is left out) that stand beside the one of an example. */
export const ExampleOther = z.strictObject({ ...exampleFacts, count: z.number().int().min(1).max(1000).optional() })
export type ExampleOther = z.infer<typeof ExampleOther>

/** What the policy is meant to give for certain facts, kept with it and tried whenever it changes. */
export const PolicyExample = z.strictObject({
  key: Key,
  name: z.string().min(1).max(80),
  ...exampleFacts,
  /** All other communities of the example, so that what is shared out among all can be tried; left out: nothing is told of others. */
  others: z.array(ExampleOther).max(20).optional(),
  /** class null: undecided. amountFen null: unknown; left out: not tried. */
  expect: z.strictObject({ class: ClassKey.nullable(), amountFen: FenNotNegative.nullable().optional() }),
  note: z.string().max(500).optional(),
  /** Why it was changed against the version before. */
  reason: z.string().max(500).optional(),
})
export type PolicyExample = z.infer<typeof PolicyExample>

/** A part of what is left after the fixed amounts, or a fixed amount in fen per community and year, never more than what is left. */
export const PayerRule = z.union([z.strictObject({ ratio: z.number().int().min(0) }), z.strictObject({ fixedFen: FenNotNegative })], {
  error: '{ ratio: 0, 1, 2 ... } | { fixedFen: 0, 1, 2 ... }',
})
export type PayerRule = z.infer<typeof PayerRule>

/** Who pays, and by which rule; another rule in the districts named. */
export const Payer = z.strictObject({ key: Key, name: Text, pays: PayerRule, byDistrict: z.record(z.string(), PayerRule).default({}) })
export type Payer = z.infer<typeof Payer>

/**
 * How a fund is paid for: by city and district in a ratio, or by any payers; one or the other. Fixed amounts are paid first, in
 * the order of the list.
 */
const paying = { split: Split.optional(), payers: z.array(Payer).min(1).optional() }
/** What a component is for: its use category and its code in the budget. */
const purpose = { name: Text, useCategory: Text.optional(), budgetCode: z.string().min(1).max(60).optional() }

/** A further component of the fund, with steps of its own; paid for like the main one unless it says otherwise. */
export const Component = z.strictObject({ key: Key, ...purpose, steps: z.array(Step).min(1), ...paying })
export type Component = z.infer<typeof Component>

export const POLICY_FORMAT_VERSION = 1

export const Policy = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal('quanheng-policy'),
  formatVersion: z.literal(POLICY_FORMAT_VERSION),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'policy-id'),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'version'),
  title: Text,
  description: Text.optional(),
  /** The first year for which the policy is meant. */
  effectiveYear: z.number().int().min(1990).max(2200),
  /** The document it rests on. */
  document: z.strictObject({ title: z.string(), number: z.string().default(''), date: z.iso.date().optional() }).optional(),
  /** Indicators of this policy's own, beside the standard dictionary; a key of the standard dictionary can't be defined anew. */
  indicators: z.array(Indicator).default([]),
  classes: z.array(PolicyClass).min(1),
  classification: z.strictObject({
    /** First match wins. */
    rules: z.array(Rule),
    /** The class of a community that no rule catches. */
    fallback: ClassKey,
  }),
  allocation: z.strictObject({
    /** Last year's amount of every community, as long as no community's own is delivered; left out: unknown. */
    previousAmountFen: FenNotNegative.optional(),
    /** Name and purpose of the main component; its steps are those below. */
    component: z.strictObject(purpose).optional(),
    steps: z.array(Step).min(1),
    /** Components beside the main one, in order; a community's amount is the sum of all. */
    components: z.array(Component).min(1).optional(),
    ...paying,
  }),
  /** The policy's own tests. */
  examples: z.array(PolicyExample).optional(),
})
export type Policy = z.infer<typeof Policy>
/** A policy as it is written in a file, before defaults are filled in. */
export type PolicyDocument = z.input<typeof Policy>
