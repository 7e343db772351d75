import type { Condition, ConditionLeaf } from '../../../../src-main/model/condition.ts'
import type { Policy, PolicyClass, Rule, Step } from '../../../../src-main/model/policy.ts'
import type { Indicator, IndicatorKind } from '../../../../src-main/model/indicator.ts'

/** Changes of a policy document, each on a copy. */

export const replaced = <T>(list: readonly T[], position: number, element: T): T[] =>
  list.map((each, i) => (i === position ? element : each))
export const removed = <T>(list: readonly T[], position: number): T[] => list.filter((_, i) => i !== position)
export const inserted = <T>(list: readonly T[], position: number, element: T): T[] => [
  ...list.slice(0, position),
  element,
  ...list.slice(position),
]

/** @returns the list with one element at another position; null where there is no such position, or it is there already */
export function moved<T>(list: readonly T[], from: number, to: number): T[] | null {
  if (to < 0 || to >= list.length || to === from) return null
  return inserted(removed(list, from), to, list[from]!)
}

/** @returns a key that nobody has yet: the stem with the next free number */
export function freeKey(keys: readonly string[], stem: string): string {
  let number = 1
  while (keys.includes(`${stem}${number}`)) number++
  return `${stem}${number}`
}

export const withRules = (policy: Policy, rules: Rule[]): Policy => ({ ...policy, classification: { ...policy.classification, rules } })
export const withSteps = (policy: Policy, steps: Step[]): Policy => ({ ...policy, allocation: { ...policy.allocation, steps } })

const atLeast = ({ key, range }: Indicator): ConditionLeaf => ({ kind: 'compare', indicator: key, operator: '>=', value: range?.min ?? 0 })
const FIRST: Readonly<Record<IndicatorKind, (indicator: Indicator) => ConditionLeaf>> = {
  number: atLeast,
  share: atLeast,
  category: ({ key, options }) => ({ kind: 'category', indicator: key, anyOf: [options[0]!.key] }),
  flag: ({ key }) => ({ kind: 'flag', indicator: key, value: true }),
}
/** What is asked of an indicator before anything else is said: the least of it, its first option, yes. */
export const firstCondition = (indicator: Indicator): ConditionLeaf => FIRST[indicator.kind](indicator)

/** A leaf on another indicator; operator and value stay where they can. */
export function onIndicator(leaf: ConditionLeaf, indicator: Indicator): ConditionLeaf {
  const fresh = firstCondition(indicator)
  return leaf.kind === 'compare' && fresh.kind === 'compare' ? { ...fresh, operator: leaf.operator } : fresh
}

/** @returns the condition without what was taken out of it; null where nothing is left */
export function withoutPart(condition: Extract<Condition, { kind: 'all' | 'any' }>, position: number): Condition | null {
  const of = removed(condition.of, position)
  return of.length === 0 ? null : { ...condition, of }
}

export const newRule = (policy: Policy, when: Condition, name: { zh: string; en: string }): Rule => ({
  key: freeKey(
    policy.classification.rules.map((each) => each.key),
    'rule',
  ),
  name,
  class: policy.classes[0]!.key,
  when,
})

export function copyOfRule(policy: Policy, rule: Rule, mark: { zh: string; en: string }): Rule {
  const { zh, en } = rule.name
  return {
    ...structuredClone(rule),
    key: freeKey(
      policy.classification.rules.map((each) => each.key),
      rule.key,
    ),
    name: { zh: zh + mark.zh, en: en === '' ? '' : en + mark.en },
  }
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** Colours that stay apart from each other for colour-blind readers (after Okabe and Ito, darkened for white letters). */
const COLOURS = ['#2f6db5', '#c8501e', '#7a5aa6', '#3d8361', '#8a6d1a', '#a8206a', '#4a5568', '#1f7a8c']

export function newClass(policy: Policy, name: (key: string) => { zh: string; en: string }): PolicyClass {
  const keys = policy.classes.map((each) => each.key)
  const key = LETTERS.find((letter) => !keys.includes(letter)) ?? freeKey(keys, 'K')
  const color =
    COLOURS.find((each) => !policy.classes.some((other) => other.color === each)) ?? COLOURS[policy.classes.length % COLOURS.length]!
  return { key, name: name(key), color }
}

const renamedIn = <T>(byClass: Record<string, T>, change: (key: string) => string | null): Record<string, T> =>
  Object.fromEntries(
    Object.entries(byClass).flatMap(([key, value]) => {
      const now = change(key)
      return now === null ? [] : [[now, value]]
    }),
  )

/** @param change another key, the same, or null where the class is gone */
function stepWith(step: Step, change: (key: string) => string | null): Step {
  const own =
    'classes' in step && step.classes !== undefined ? { ...step, classes: step.classes.flatMap((key) => change(key) ?? []) } : step
  switch (own.kind) {
    case 'standard':
      return { ...own, amountsFen: renamedIn(own.amountsFen, change) }
    case 'points':
      return {
        ...own,
        terms: own.terms.map((term) => (term.kind === 'class' ? { ...term, points: renamedIn(term.points, change) } : term)),
      }
    case 'perUnit':
    case 'attribute':
    case 'addOn':
    case 'bands':
    case 'carryOver':
    case 'floor':
    case 'cap':
    case 'protect':
    case 'fit':
    case 'round':
    case 'reserve':
      return own
  }
}

/** Another key for a class, wherever the policy names it. */
export function withClassKey(policy: Policy, from: string, to: string): Policy {
  const change = (key: string): string => (key === from ? to : key)
  const { classes, classification, examples } = policy
  const renamed: Policy = {
    ...policy,
    classes: classes.map((each) => ({ ...each, key: change(each.key) })),
    classification: {
      rules: classification.rules.map((rule) => ({ ...rule, class: change(rule.class) })),
      fallback: change(classification.fallback),
    },
    ...(examples === undefined
      ? {}
      : {
          examples: examples.map((each) => ({
            ...each,
            expect: { ...each.expect, class: each.expect.class === null ? null : change(each.expect.class) },
          })),
        }),
  }
  return withStepsOfAll(renamed, (step) => stepWith(step, change))
}

/** Without a class and its amounts. Rules that give it stay, and are reported until they give another one. */
export function withoutClass(policy: Policy, gone: string): Policy {
  const without = { ...policy, classes: policy.classes.filter((each) => each.key !== gone) }
  return withStepsOfAll(without, (step) => stepWith(step, (key) => (key === gone ? null : key)))
}

/** Changes every step of the policy, whichever component it belongs to. */
const withStepsOfAll = (policy: Policy, change: (step: Step) => Step): Policy => {
  const { components } = policy.allocation
  return {
    ...policy,
    allocation: {
      ...policy.allocation,
      steps: policy.allocation.steps.map(change),
      ...(components === undefined ? {} : { components: components.map((each) => ({ ...each, steps: each.steps.map(change) })) }),
    },
  }
}
