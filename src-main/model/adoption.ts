import { z } from 'zod'
import { Fen } from './money.ts'
import { Adopted } from './plan.ts'
import { Problem } from './problem.ts'
import { Year } from './year.ts'

/**
 * What is looked at before a year is adopted. 'required': values that the dictionary requires; 'undecided': classes and amounts;
 * 'conservation': communities and money of last year; 'policy': the policy itself, the year from which it holds, and its own tests.
 */
export const ADOPTION_CHECKS = ['required', 'undecided', 'conservation', 'policy'] as const

export const AdoptionCheck = z.object({
  key: z.enum(ADOPTION_CHECKS),
  /** How much is in the way: values, communities, gaps, problems; 0 where it holds. */
  count: z.number().int(),
  /** What is in the way, the first of it by name. */
  problems: z.array(Problem),
})
export type AdoptionCheck = z.infer<typeof AdoptionCheck>

/** How far the current year is from its end. */
export const YearAdoption = z.object({
  year: Year,
  /** The adoption that stands; while it does the year can't be edited. */
  adopted: Adopted.nullable(),
  communities: z.number().int(),
  /** Sum of the known amounts; null where the result can't be computed. */
  amountFen: Fen.nullable(),
  checks: z.array(AdoptionCheck),
})
export type YearAdoption = z.infer<typeof YearAdoption>
