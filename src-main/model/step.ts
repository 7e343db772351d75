import type { Condition } from './condition.ts'
import { indicatorsIn } from './condition.ts'
import type { Indicator, IndicatorKind } from './indicator.ts'
import { FLAG_OPTIONS, type Policy, type Step, type StepKind } from './policy.ts'
import { stepsOf } from './fund.ts'

export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>

/** An indicator that a step reads outside of conditions, and the kinds it may be of. */
interface ReadIndicator {
  key: string
  kinds: readonly IndicatorKind[]
}

/** What is to be known of a kind of step wherever steps are looked at; what it does is in engine/allocation. */
interface StepTraits<S extends Step> {
  /** It gives money where there was none: without such a step nobody gets anything. */
  gives: boolean
  /** It changes the amount by a sum of its own, whatever bounds there are, so that bounds set before move along with it. */
  movesBounds: boolean
  /** That sum does not depend on the amount before it, so that an amount is a class's standard plus a constant. */
  isConstant: boolean
  /** What one community gets of it depends on the others: it shares out a sum, or rounds to a common total. */
  sharesOut: (step: S) => boolean
  /** Its place at the end of a component, where steps that are about all amounts stand in this order; 0: anywhere before them. */
  place: (step: S) => number
  /** The indicators it reads outside of conditions. */
  reads: (step: S) => ReadIndicator[]
  /** The conditions it asks. */
  asks: (step: S) => Condition[]
  /** The classes it has amounts or points for. */
  amountsFor: (step: S) => string[]
}

const COUNTED: readonly IndicatorKind[] = ['number', 'share', 'flag']
const WITH_OPTIONS: readonly IndicatorKind[] = ['category', 'flag']

const never = (): boolean => false
const always = (): boolean => true
const anywhere = (): number => 0
const none = (): [] => []
const counted = ({ indicator }: { indicator: string }): ReadIndicator[] => [{ key: indicator, kinds: COUNTED }]

/** A step that reads nothing, asks nothing and is of no one's concern but the community's. */
const plain = { sharesOut: never, place: anywhere, reads: none, asks: none, amountsFor: none }
/** A sum of the community's own. */
const sum = { ...plain, gives: true, movesBounds: true, isConstant: true }
/** Holds the amount so far within bounds. */
const bound = { ...plain, gives: false, movesBounds: false, isConstant: false }

/** The financed guarantee may come several times, but like the others only after a fit and before a rounding. */
const FINANCED = 2

const TRAITS: { readonly [K in StepKind]: StepTraits<StepOf<K>> } = {
  standard: { ...sum, amountsFor: ({ amountsFen }) => Object.keys(amountsFen) },
  perUnit: { ...sum, reads: counted },
  attribute: { ...sum, reads: ({ indicator }) => [{ key: indicator, kinds: WITH_OPTIONS }] },
  addOn: { ...sum, asks: ({ when }) => [when] },
  bands: { ...sum, reads: counted },
  points: {
    ...sum,
    sharesOut: always,
    reads: ({ terms }) => terms.flatMap((term) => (term.kind === 'class' ? [] : counted(term))),
    amountsFor: ({ terms }) => terms.flatMap((term) => (term.kind === 'class' ? Object.keys(term.points) : [])),
  },
  carryOver: { ...plain, gives: false, movesBounds: true, isConstant: false, reads: counted },
  floor: bound,
  cap: bound,
  protect: { ...bound, sharesOut: ({ financed }) => financed === true, place: ({ financed }) => (financed === true ? FINANCED : 0) },
  fit: { ...bound, sharesOut: always, place: () => 1 },
  // Whether rounding bites is looked at by itself: where it does not, it adds nothing.
  round: { ...bound, isConstant: true, sharesOut: always, place: () => 3 },
  // What is held back and not released depends on nobody else.
  reserve: { ...bound, sharesOut: ({ released }) => released, place: () => 4, asks: ({ when }) => [when] },
}

/** The traits of a step's own kind, which take no other step. */
const traitsOf = (step: Step): StepTraits<never> => TRAITS[step.kind]

/** @returns whether a step gives money where there was none. */
export const givesMoney = (step: Step): boolean => traitsOf(step).gives
/** @returns whether bounds of earlier steps move along with what a step gives or takes. */
export const movesBounds = (step: Step): boolean => traitsOf(step).movesBounds
/** @returns whether what a step gives is the same whatever was given before; of a rounding, as long as it does not bite. */
export const isConstant = (step: Step): boolean => traitsOf(step).isConstant
/** @returns whether what one community gets of a step depends on the others. */
export const sharesOut = (step: Step): boolean => traitsOf(step).sharesOut(step as never)
/** @returns whether a policy shares out sums among communities, so that one community's class touches what others get. */
export const sharesOutSums = (policy: Policy): boolean => stepsOf(policy).some(sharesOut)
/** @returns the place of a step among those at the end of a component, from 1 on; 0: it stands before them. */
export const placeAtTheEnd = (step: Step): number => traitsOf(step).place(step as never)
/** @returns whether a place at the end can be taken by several steps. */
export const mayComeTwice = (place: number): boolean => place === 0 || place === FINANCED
/** @returns the indicators that a step reads outside of conditions, with the kinds they may be of. */
export const readBy = (step: Step): ReadIndicator[] => traitsOf(step).reads(step as never)
/** @returns the conditions that a step asks. */
export const askedBy = (step: Step): Condition[] => traitsOf(step).asks(step as never)
/** @returns the classes that a step names: those it is limited to, and those it has amounts or points for. */
export const classesNamedBy = (step: Step): string[] => [
  ...('classes' in step ? (step.classes ?? []) : []),
  ...traitsOf(step).amountsFor(step as never),
]
/** @returns the indicators that a step names, in conditions and outside, each once. */
export const indicatorsNamedBy = (step: Step): string[] => [
  ...new Set([...readBy(step).map((each) => each.key), ...indicatorsIn(askedBy(step))]),
]

/** @returns every condition of a policy: those of its rules, then those of its steps. */
export const conditionsOf = (policy: Policy): Condition[] => [
  ...policy.classification.rules.map((rule) => rule.when),
  ...stepsOf(policy).flatMap(askedBy),
]

const OPTION_KEYS: Readonly<Record<IndicatorKind, (indicator: Indicator) => readonly string[]>> = {
  number: none,
  share: none,
  category: ({ options }) => options.map((option) => option.key),
  flag: () => FLAG_OPTIONS,
}
/** @returns the keys under which an amount by attribute names an indicator's values, in their order; none where it has no options. */
export const optionKeysOf = (indicator: Indicator): readonly string[] => OPTION_KEYS[indicator.kind](indicator)
