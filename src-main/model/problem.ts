import { z } from 'zod'
import { PROBLEM_WORDS } from '../modules/words.ts'

/** Everything that can be wrong, as a closed list: each code, with its words in both languages, stands in the module that it belongs to. */
export type ProblemCode = keyof typeof PROBLEM_WORDS
export const PROBLEM_CODES = Object.keys(PROBLEM_WORDS) as [ProblemCode, ...ProblemCode[]]
export const ProblemCode = z.enum(PROBLEM_CODES)

/** A plan is not worked on where it is, but a copy of it on this computer can be. */
export const COPIED_FIRST: readonly ProblemCode[] = ['plan.remoteFolder', 'plan.manyNames']

export const Place = z
  .object({
    file: z.string(),
    sheet: z.string(),
    row: z.number().int(),
    column: z.string(),
    path: z.string(),
    community: z.string(),
    indicator: z.string(),
    /** Key of the community, where `community` is its name. */
    key: z.string(),
  })
  .partial()
export type Place = z.infer<typeof Place>

/** What is wrong, where, which value, against which limit. Said in the reader's language by words/problems.ts. */
export const Problem = z.object({
  code: ProblemCode,
  level: z.enum(['error', 'warning']),
  /** Fills the gaps of the message: value, limit, names ... */
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  place: Place.default({}),
})
export type Problem = z.infer<typeof Problem>

export const problem = (code: ProblemCode, params: Problem['params'] = {}, place: Place = {}): Problem => ({
  code,
  level: 'error',
  params,
  place,
})
export const warning = (code: ProblemCode, params: Problem['params'] = {}, place: Place = {}): Problem => ({
  code,
  level: 'warning',
  params,
  place,
})
