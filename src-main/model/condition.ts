import { z } from 'zod'
import { Key, type Indicator, type IndicatorKind } from './indicator.ts'

export const OPERATORS = ['<', '<=', '>', '>=', '=', '!='] as const
export type Operator = (typeof OPERATORS)[number]

const Compare = z.strictObject({ kind: z.literal('compare'), indicator: Key, operator: z.enum(OPERATORS), value: z.number() })
/** from <= value < to, or <= to when toIncluded. One end may be left open. */
const Range = z.strictObject({
  kind: z.literal('range'),
  indicator: Key,
  from: z.number().optional(),
  to: z.number().optional(),
  toIncluded: z.boolean().default(false),
})
const Category = z.strictObject({ kind: z.literal('category'), indicator: Key, anyOf: z.array(Key).min(1) })
const Flag = z.strictObject({ kind: z.literal('flag'), indicator: Key, value: z.boolean() })
const LeafSchemas = [Compare, Range, Category, Flag] as const

export type Condition = { kind: 'all' | 'any'; of: Condition[] } | { kind: 'not'; of: Condition } | ConditionLeaf
export type ConditionLeaf = z.infer<(typeof LeafSchemas)[number]>
type Group = Exclude<Condition, ConditionLeaf>
export type LeafKind = ConditionLeaf['kind']
export type LeafOf<K extends LeafKind> = Extract<ConditionLeaf, { kind: K }>

/** What a rule asks for. Comparisons with an unknown value are unknown, never false (Kleene's three-valued logic). */
export const Condition: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('all'),
    get of() {
      return z.array(Condition).min(1)
    },
  }),
  z.strictObject({
    kind: z.literal('any'),
    get of() {
      return z.array(Condition).min(1)
    },
  }),
  z.strictObject({
    kind: z.literal('not'),
    get of() {
      return Condition
    },
  }),
  ...LeafSchemas,
]) as unknown as z.ZodType<Condition>

/** What is to be known of a kind of leaf wherever conditions are taken apart; a leaf looks at one indicator. */
interface LeafTraits<K extends LeafKind> {
  /** The kinds of indicators it can be asked of. */
  asks: readonly IndicatorKind[]
  /**
   * The numbers at which its outcome can change: between two that follow each other every value gives the same. The proofs about
   * missing values and about rules that are never reached rest on it. None where each value stands for itself.
   */
  thresholds: (leaf: LeafOf<K>) => readonly number[]
}

/** Where a comparison with a limit can change its outcome. */
const TURNS_AT: Readonly<Record<Operator, (limit: number) => readonly number[]>> = {
  '<': (limit) => [limit],
  '<=': (limit) => [limit],
  '>': (limit) => [limit],
  '>=': (limit) => [limit],
  '=': (limit) => [limit],
  '!=': (limit) => [limit],
}

const LEAVES: { readonly [K in LeafKind]: LeafTraits<K> } = {
  compare: { asks: ['number', 'share'], thresholds: ({ operator, value }) => TURNS_AT[operator](value) },
  range: { asks: ['number', 'share'], thresholds: ({ from, to }) => [from, to].filter((end) => end !== undefined) },
  category: { asks: ['category'], thresholds: () => [] },
  flag: { asks: ['flag'], thresholds: () => [] },
}

const GROUPS: Readonly<Record<Group['kind'], true>> = { all: true, any: true, not: true }

/** @returns whether a condition looks at an indicator itself instead of joining others. */
export const isLeaf = (condition: Condition): condition is ConditionLeaf => Object.hasOwn(LEAVES, condition.kind)

/** @returns whether something in a document is a condition, seen by its kind. */
export const isCondition = (node: unknown): node is Condition => {
  const kind = (node as { kind?: unknown } | null)?.kind
  return typeof kind === 'string' && (Object.hasOwn(LEAVES, kind) || Object.hasOwn(GROUPS, kind))
}

/** @returns the parts of a group or a "not", each with its place: '/of/2', '/of'. A leaf has none. */
export function placedPartsOf(condition: Condition): [place: string, part: Condition][] {
  if (isLeaf(condition)) return []
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.map((part, position) => [`/of/${position}`, part])
    case 'not':
      return [['/of', condition.of]]
  }
}

/** @returns the parts of a group or a "not", in order. */
export const partsOf = (condition: Condition): Condition[] => placedPartsOf(condition).map(([, part]) => part)

/** @returns all leaves of a condition, without the groups, in the order of the document. */
export const leavesOf = (condition: Condition): ConditionLeaf[] => (isLeaf(condition) ? [condition] : partsOf(condition).flatMap(leavesOf))

/** @returns the keys of the indicators that conditions look at, each once. */
export const indicatorsIn = (conditions: readonly Condition[]): string[] => [
  ...new Set(conditions.flatMap(leavesOf).map((leaf) => leaf.indicator)),
]

/** @returns the numbers at which a leaf's outcome can change; none where each value stands for itself. */
export const thresholdsOf = (leaf: ConditionLeaf): readonly number[] =>
  (LEAVES[leaf.kind] as { thresholds: (leaf: ConditionLeaf) => readonly number[] }).thresholds(leaf)

/** @returns the numbers at which conditions on an indicator can change. */
export const thresholdsOn = (conditions: readonly Condition[], indicator: Indicator['key']): number[] =>
  conditions
    .flatMap(leavesOf)
    .filter((leaf) => leaf.indicator === indicator)
    .flatMap(thresholdsOf)

/** @returns the kinds of indicators that a leaf can be asked of. */
export const kindsAskedBy = (leaf: ConditionLeaf): readonly IndicatorKind[] => LEAVES[leaf.kind].asks
