import { z } from 'zod'
import { Fen } from './money.ts'
import { TraceLine } from './plan.ts'
import { ClassKey, Policy } from './policy.ts'
import { Problem } from './problem.ts'
import { PolicyDifference } from './scenario.ts'

export const PolicyVersion = z.strictObject({ id: z.string(), version: z.string() })
export type PolicyVersion = z.infer<typeof PolicyVersion>

/** Where a version comes from: delivered with the app, adopted from a draft of this plan, or read from a file. */
export const PolicyStatus = z.enum(['preset', 'adopted', 'imported'])
export type PolicyStatus = z.infer<typeof PolicyStatus>

/** A policy that is being written. Its document can be read, but may be wrong in itself. */
export const PolicyDraft = z.object({
  draft: z.number().int(),
  document: Policy,
  /** The version it began with; null: it began empty or with a file. */
  base: PolicyVersion.nullable(),
  created: z.string(),
  changed: z.string(),
})
export type PolicyDraft = z.infer<typeof PolicyDraft>

/** A policy that can be compared or handed out. */
export const PolicyReference = z.union([PolicyVersion, z.strictObject({ draft: z.number().int() })])
export type PolicyReference = z.infer<typeof PolicyReference>

/** What the engine makes of one of the policy's own tests. */
export const ExampleResult = z.object({
  key: z.string(),
  passed: z.boolean(),
  /** null: undecided. */
  class: ClassKey.nullable(),
  rule: z.string().nullable(),
  /** null: unknown, or not to be known of one community alone: then `problems` says why. */
  amountFen: Fen.nullable(),
  trace: z.array(TraceLine),
  needs: z.array(z.string()),
  /** Why it fails, or what in it can't be tried. */
  problems: z.array(Problem),
})
export type ExampleResult = z.infer<typeof ExampleResult>

/** A sentence in both languages; empty: there is nothing to say. */
export const Said = z.object({ zh: z.string(), en: z.string() })

/** One difference in words: where it is, what it was, what it is. An empty text: it was not there, or is gone. */
export const PolicyDifferenceInWords = z.object({
  difference: PolicyDifference,
  /** Others that the same words tell: operator and value of one condition. */
  also: z.array(PolicyDifference),
  part: z.enum(['about', 'classes', 'rules', 'steps', 'split', 'indicators', 'examples', 'other']),
  label: Said,
  old: Said,
  new: Said,
})
export type PolicyDifferenceInWords = z.infer<typeof PolicyDifferenceInWords>
