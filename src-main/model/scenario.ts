import { z } from 'zod'
import { PolicyNumber } from './analysis.ts'
import { IndicatorValue } from './indicator.ts'
import { Fen } from './money.ts'
import { Year } from './year.ts'
import { CommunityFacts, Flow, PlanResult } from './plan.ts'
import { Condition } from './condition.ts'
import { ClassKey, Policy } from './policy.ts'
import { Problem } from './problem.ts'

/** What a scenario can stand on. */
export const ScenarioBase = z.discriminatedUnion('kind', [
  /** The year as it is now: its facts, its policy, its classes set by hand. */
  z.strictObject({ kind: z.literal('year'), year: Year }),
  /** The facts of a year under a certain version of a policy. */
  z.strictObject({ kind: z.literal('policy'), year: Year, id: z.string(), version: z.string() }),
  z.strictObject({ kind: z.literal('scenario'), id: z.number().int() }),
])
export type ScenarioBase = z.infer<typeof ScenarioBase>

/** A plan that can be looked at and compared. */
export const PlanReference = z.discriminatedUnion('kind', [
  ...ScenarioBase.options,
  /** What the communities of a year had the year before, as delivered with the year's facts. */
  z.strictObject({ kind: z.literal('lastYear'), year: Year }),
  /** A plan as it was adopted. */
  z.strictObject({ kind: z.literal('adopted'), id: z.number().int() }),
])
export type PlanReference = z.infer<typeof PlanReference>

/**
 * One difference between two policy documents. `path` names the place by keys, such as classification/rules/RULE/when/of/0/value;
 * PATH/@order is the order of a keyed list. What was not there has no `old`, what is gone has no `new`.
 */
export const PolicyDifference = z.strictObject({ path: z.string(), old: z.json().optional(), new: z.json().optional() })
export type PolicyDifference = z.infer<typeof PolicyDifference>

/** A value of a community that a scenario supposes. field: an indicator's key, previousAmount (fen) or previousClass. */
export const SupposedValue = z.strictObject({ key: z.string(), field: z.string(), value: IndicatorValue })
export type SupposedValue = z.infer<typeof SupposedValue>

/** A class that a scenario sets by hand, or (null) does not. */
export const SupposedClass = z.strictObject({ key: z.string(), class: ClassKey.nullable(), reason: z.string().max(500).default('') })
export type SupposedClass = z.infer<typeof SupposedClass>

/** All that a scenario says otherwise than its base. */
export const ScenarioChanges = z.strictObject({
  policy: z.array(PolicyDifference).default([]),
  values: z.array(SupposedValue).default([]),
  overrides: z.array(SupposedClass).default([]),
})
export type ScenarioChanges = z.infer<typeof ScenarioChanges>

export const ScenarioName = z.string().trim().min(1).max(80)
export const ScenarioNote = z.string().max(2000)

export const Scenario = z.object({
  id: z.number().int(),
  name: z.string(),
  note: z.string(),
  created: z.string(),
  /** A locked scenario is read, compared and built upon, but not changed. */
  locked: z.boolean(),
  base: ScenarioBase,
  changes: ScenarioChanges,
})
export type Scenario = z.infer<typeof Scenario>

/**
 * A scenario in the list: what it stands on in words, and what it gives against that; null where it can't be computed, for the
 * reason its own page gives.
 */
export const ScenarioSummary = Scenario.extend({
  baseName: z.object({ zh: z.string(), en: z.string() }).nullable(),
  outcome: z.object({ amountFen: Fen, netFen: Fen, moved: z.number().int(), undecided: z.number().int() }).nullable(),
})
export type ScenarioSummary = z.infer<typeof ScenarioSummary>

/** A line of the screen that lists all that differs from the base. Texts are ready to read, numbers in the words of their unit. */
export const ScenarioDifference = z.object({
  area: z.enum(['policy', 'value', 'override']),
  path: z.string(),
  /** Further paths that the same sentence tells of. */
  also: z.array(z.string()),
  label: z.object({ zh: z.string(), en: z.string() }),
  old: z.object({ zh: z.string(), en: z.string() }),
  new: z.object({ zh: z.string(), en: z.string() }),
})
export type ScenarioDifference = z.infer<typeof ScenarioDifference>

/** A scenario with what becomes of it on its base: the policy it means, all differences, and what no longer fits the base. */
export const OpenScenario = Scenario.extend({ policy: Policy, differences: z.array(ScenarioDifference), problems: z.array(Problem) })
export type OpenScenario = z.infer<typeof OpenScenario>

/** Another value for a number of the policy, named by its path. */
export const SupposedNumber = z.strictObject({ path: z.string(), value: z.number() })
export type SupposedNumber = z.infer<typeof SupposedNumber>

/**
 * A number of a policy that can be turned: where it may lie, in which steps, and the condition in which it stands. Fen,
 * fractions, or the indicator's unit.
 */
export const Lever = PolicyNumber.extend({
  min: z.number(),
  max: z.number(),
  step: z.number(),
  condition: Condition.nullable(),
  /** What the base's policy has in the same place; null where it has no such number. */
  baseValue: z.number().nullable(),
})
export type Lever = z.infer<typeof Lever>

/** Supposed changes of a plan which are not saved: a whole policy document, numbers in it, values and classes by hand. */
export const Supposition = z.strictObject({
  /** The year in use, where left out. */
  base: ScenarioBase.optional(),
  policy: Policy.optional(),
  numbers: z.array(SupposedNumber).default([]),
  values: z.array(SupposedValue).default([]),
  overrides: z.array(SupposedClass).default([]),
})
export type Supposition = z.output<typeof Supposition>

/** Where something is supposed: a plan file, as app.status names it, and a year. */
export const SupposedIn = z.strictObject({ plan: z.string().min(1), year: z.number().int() })
export type SupposedIn = z.infer<typeof SupposedIn>

/** What was supposed last and not saved, with the scenario that was being changed. */
export const KeptSupposition = Supposition.extend({ scenario: z.number().int().nullable() })
export type KeptSupposition = z.output<typeof KeptSupposition>

/** How a group of communities fares against the base. Money in fen; a change that is not known adds nothing. */
export const GroupShift = z.object({
  district: z.string(),
  subdistrict: z.string().nullable(),
  count: z.number().int(),
  unknown: z.number().int(),
  baseFen: Fen,
  withFen: Fen,
  changeFen: Fen,
  moved: z.number().int(),
})
export type GroupShift = z.infer<typeof GroupShift>

/** Of each rule: how many communities it decides, and how many meet each of its conditions (in reading order, groups included). */
export const RuleCount = z.object({
  rule: z.string(),
  caught: z.number().int(),
  conditions: z.array(z.object({ holds: z.number().int(), unknown: z.number().int() })),
})
export type RuleCount = z.infer<typeof RuleCount>

export const PlanTotals = PlanResult.shape.totals
export type PlanTotals = z.infer<typeof PlanTotals>

/** Who gains and who loses against the base, in communities, fen and residents (people whose number is known). */
export const GainsAndLosses = z.object({
  gainsFen: Fen,
  lossesFen: Fen,
  netFen: Fen,
  gainers: z.number().int(),
  losers: z.number().int(),
  moved: z.number().int(),
  gainersPeople: z.number(),
  losersPeople: z.number(),
})
export type GainsAndLosses = z.infer<typeof GainsAndLosses>

/** The plan that suppositions are measured against. The columns of a preview follow the order of `communities`. */
export const WhatIfBase = z.object({
  base: ScenarioBase,
  year: Year,
  policy: Policy,
  totals: PlanTotals,
  communities: z.array(
    CommunityFacts.pick({ key: true, code: true, name: true, district: true, subdistrict: true }).extend({
      class: z.string().nullable(),
      amountFen: Fen.nullable(),
      overridden: z.boolean(),
      people: z.number().nullable(),
    }),
  ),
  rules: z.array(RuleCount),
  fallback: z.number().int(),
})
export type WhatIfBase = z.infer<typeof WhatIfBase>

/** What a supposition gives: columns instead of rows, so that it is there within the time of a frame. */
export const WhatIf = z.object({
  totals: PlanTotals,
  /** null: undecided. */
  classes: z.array(z.string().nullable()),
  /** The rule that decided; 'fallback', 'override' or null as in a plan's result. */
  deciders: z.array(z.string().nullable()),
  /** In fen; null: unknown. */
  amounts: z.array(Fen.nullable()),
  shift: GainsAndLosses,
  districts: z.array(GroupShift),
  subdistricts: z.array(GroupShift),
  /** From the base's class to the supposed one. */
  flows: z.array(Flow),
  rules: z.array(RuleCount),
  fallback: z.number().int(),
  problems: z.array(Problem),
})
export type WhatIf = z.infer<typeof WhatIf>

/** A place of which two scenarios say different things. */
export const ScenarioConflict = ScenarioDifference.omit({ old: true, new: true, also: true }).extend({
  first: ScenarioDifference.shape.old,
  second: ScenarioDifference.shape.old,
})
export type ScenarioConflict = z.infer<typeof ScenarioConflict>

export const SCENARIO_FORMAT_VERSION = 1
/** A scenario as a file: with the names of policy and communities it needs, and nothing of anybody's plan. */
export const ScenarioDocument = z.strictObject({
  format: z.literal('quanheng-scenario'),
  formatVersion: z.literal(SCENARIO_FORMAT_VERSION),
  name: ScenarioName,
  note: ScenarioNote,
  year: Year,
  policy: z.strictObject({ id: z.string(), version: z.string() }),
  changes: ScenarioChanges,
})
export type ScenarioDocument = z.infer<typeof ScenarioDocument>
