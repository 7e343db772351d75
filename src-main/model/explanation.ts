import { z } from 'zod'
import { Condition } from './condition.ts'
import { IndicatorValue } from './indicator.ts'

export const Outcome = z.enum(['true', 'false', 'unknown'])
export type Outcome = z.infer<typeof Outcome>

/** A condition with what it found. Leaves carry the value; groups carry their parts. */
export interface ConditionFinding {
  condition: Condition
  outcome: Outcome
  /** The community's value; a category is its option's key; null is unknown. Leaves only. */
  value: number | string | null
  parts: ConditionFinding[]
}
export const ConditionFinding: z.ZodType<ConditionFinding> = z.lazy(() =>
  z.object({ condition: Condition, outcome: Outcome, value: IndicatorValue, parts: z.array(ConditionFinding) }),
)

export const RuleFinding = z.object({ rule: z.string(), class: z.string(), outcome: Outcome, finding: ConditionFinding })
export type RuleFinding = z.infer<typeof RuleFinding>

/** The smallest change of one delivered indicator, all others as they are, after which the policy gives another class. */
export const Distance = z.object({
  indicator: z.string(),
  from: IndicatorValue,
  to: IndicatorValue,
  /** to - from in the indicator's unit; null for categories and flags. */
  by: z.number().nullable(),
  class: z.string(),
})
export type Distance = z.infer<typeof Distance>

export const Explanation = z.object({
  key: z.string(),
  class: z.string().nullable(),
  policyClass: z.string().nullable(),
  decidedBy: z.enum(['rule', 'fallback', 'override', 'every-completion', 'undecided']),
  rule: z.string().nullable(),
  /** Every rule up to and including the one that decided, in order. */
  rules: z.array(RuleFinding),
  possibleClasses: z.array(z.string()),
  needs: z.array(z.string()),
  /** Nearest first, by the change in relation to the value. */
  distances: z.array(Distance),
})
export type Explanation = z.infer<typeof Explanation>

/** Why a community has its class, without what would change it. */
export const Reasons = Explanation.omit({ distances: true })
export type Reasons = z.infer<typeof Reasons>
