import { z } from 'zod'
import { Text } from './text.ts'

/** Names that every object of the language has already: no key may be called so. */
const TAKEN = Object.getOwnPropertyNames(Object.prototype)
export const isFreeName = (key: string): boolean => !TAKEN.includes(key)
export const NOT_FREE = `≠ ${TAKEN.filter((name) => !name.startsWith('_')).join(', ')}`

/** Keys are written in policy files and formulas, so they are plain identifiers. */
export const Key = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'key')
  .refine(isFreeName, NOT_FREE)

export const IndicatorOption = z.strictObject({ key: Key, label: Text, synonyms: z.array(z.string()).default([]) })

/**
 * One measured or derived fact of a community in one year.
 * Values: number and share are numbers (a share is a fraction, 0.35 and not 35); flag is 0 or 1; category is an option's key.
 */
export const Indicator = z.strictObject({
  key: Key,
  label: Text,
  /** Shown in headers and sentences: 人, 户, 平方公里 ... Shares are shown in percent and have the unit %. */
  unit: Text.optional(),
  kind: z.enum(['number', 'share', 'category', 'flag']),
  group: Key,
  /** Must be filled in before a year can be adopted, whether the policy uses it or not. */
  required: z.boolean().default(false),
  /** Allowed range, both ends included. A share's range is within 0 to 1. */
  range: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
  /** Smallest step in which the value is counted: 1 for people and buildings, 0.01 for an area in square kilometres. */
  step: z.number().positive().default(1),
  /** Indicators this one can't exceed: old courtyards are never more than courtyards. */
  notAbove: z.array(Key).default([]),
  /** Only for kind category, at least two. */
  options: z.array(IndicatorOption).default([]),
  /** Other headings under which subdistricts deliver this column. */
  synonyms: z.array(z.string()).default([]),
  /** Derived indicators: a formula over other indicators with + - * / and brackets; they are never typed in. */
  formula: z.string().min(1).optional(),
  /** Value of the formula where its divisor is zero (no courtyards: an old share of 0). Without it such a value is unknown. */
  whenDivisorIsZero: z.number().optional(),
  /** What is counted and what is not; printed as a comment in the template. */
  note: Text.optional(),
  /** No longer asked for: kept with its values, but in no template, grid or import until it is brought back. Left out: false. */
  retired: z.boolean().optional(),
})
export type Indicator = z.infer<typeof Indicator>
export type IndicatorKind = Indicator['kind']

/** What the values of a kind are. */
interface KindTraits {
  /** Numbers on a line: more or less of something, told apart by thresholds. Else each value stands for itself. */
  isMeasured: boolean
  /** All values as the engine counts them: the positions of a category's options, 0 and 1 of a flag; null: any number. */
  choices: (indicator: Indicator) => number[] | null
}
const KINDS: Readonly<Record<IndicatorKind, KindTraits>> = {
  number: { isMeasured: true, choices: () => null },
  share: { isMeasured: true, choices: () => null },
  category: { isMeasured: false, choices: ({ options }) => options.map((_, position) => position) },
  flag: { isMeasured: false, choices: () => [0, 1] },
}
export const INDICATOR_KINDS = Object.keys(KINDS) as IndicatorKind[]

/** @returns whether an indicator's values are numbers on a line, told apart by thresholds. */
export const isMeasured = ({ kind }: Pick<Indicator, 'kind'>): boolean => KINDS[kind].isMeasured
/** @returns all values of an indicator as the engine counts them; null where any number may be one. */
export const choicesOf = (indicator: Indicator): number[] | null => KINDS[indicator.kind].choices(indicator)

export const IndicatorGroup = z.strictObject({ key: Key, label: Text })
export type IndicatorGroup = z.infer<typeof IndicatorGroup>

/** The dictionary of indicators of a plan or of the standard set. Order is the order of columns. */
export const Dictionary = z.strictObject({
  format: z.literal('quanheng-indicators'),
  formatVersion: z.literal(1),
  groups: z.array(IndicatorGroup),
  indicators: z.array(Indicator),
})
export type Dictionary = z.infer<typeof Dictionary>

/** A value as it crosses the contract: null is unknown, which is never the same as zero. */
/** The indicator of the standard dictionary that says how many people a community serves. */
export const RESIDENTS = 'residents'

export const IndicatorValue = z.union([z.number(), z.string(), z.null()])
export type IndicatorValue = z.infer<typeof IndicatorValue>
