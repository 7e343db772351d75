import type { EffectSums } from '../../model/class-effect.ts'
import type { PlanResult } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import type { Language, Text } from '../../model/text.ts'

/**
 * One of the two plans: its policy, and the fingerprints of what it was computed from. `name` where it is more than a policy: a
 * year, a scenario, an adopted plan.
 */
export interface ComparedSide {
  name?: Text
  policy: Pick<Policy, 'id' | 'version' | 'title' | 'classes'>
  result: { policy: Pick<PlanResult['policy'], 'hash'>; input: Pick<PlanResult['input'], 'hash' | 'synthetic'> }
}

/**
 * A community in both plans. Money in fen; null: the class is undecided, the amount unknown, the change not known. Who is in one
 * plan only has `notThere` for a class in the other.
 */
export interface ComparedRow {
  code: string
  name: string
  district: string
  subdistrict: string
  from: string | null
  to: string | null
  baseFen: number | null
  withFen: number | null
  changeFen: number | null
}

/** Two plans of the same communities; rows in the order of the plans. */
export interface ComparisonInput {
  base: ComparedSide
  other: ComparedSide
  rows: readonly ComparedRow[]
  language: Language
  /** What classes decide beside money; left out where a plan is kept without it, or nothing is decided by lists. */
  work?: EffectSums | undefined
  /** Stands in the title of every sheet; left out: nothing does. */
  mark?: string | undefined
}
