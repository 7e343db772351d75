import type { Dictionary } from '../../model/indicator.ts'
import type { Community, CommunityFacts, Override, PlanResult } from '../../model/plan.ts'
import type { Policy } from '../../model/policy.ts'
import type { Language, Text } from '../../model/text.ts'

/** A community with the figures of its work; null: unknown. */
export interface CommunityWork extends Community {
  class: string | null
  figures: readonly (number | null)[]
}

/** Everything the workbook tells: a result with the policy, the indicators and the overrides that it was computed from. */
export interface WorkbookInput {
  result: PlanResult
  policy: Policy
  dictionary: Dictionary
  facts: readonly CommunityFacts[]
  overrides: readonly Override[]
  language: Language
  appVersion: string
  /** When this very plan was adopted (ISO); null: nobody has, it is a draft. Left out: nothing is said of it. */
  adopted?: string | null
  /** Stands in the title of every sheet; left out: nothing does. */
  mark?: string | undefined
  /** What classes decide by lists; left out where the year has no catalogue. */
  work?: { figures: readonly Text[]; communities: readonly CommunityWork[] } | undefined
  /** How the department wants the allocation table; left out: as delivered. */
  paper?: AllocationPaper
}

/** What stands above and below the allocation table, in the workbook's language. */
export interface AllocationPaper {
  title: string
  attachment: string
  signatures: readonly string[]
}
