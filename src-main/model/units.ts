import { z } from 'zod'
import { IndicatorValue } from './indicator.ts'
import { Fen } from './money.ts'
import { Community } from './plan.ts'

export const UNIT_CHANGES = ['found', 'merge', 'split', 'rename', 'move', 'dissolve'] as const
export const UnitChangeKind = z.enum(UNIT_CHANGES)
export type UnitChangeKind = z.infer<typeof UnitChangeKind>

/** A community as it was just before or just after a change of the map, with last year's amount in the year of the change. */
export const UnitSide = Community.extend({ previousFen: Fen.nullable() })
export type UnitSide = z.infer<typeof UnitSide>

/**
 * A recorded change of the map of units. Who is on both sides continues; who is only in `from` has ended, who is only in `to` is new.
 * `endedFen` is last year's money that went to nobody (a community dissolved without a successor).
 */
export const UnitChange = z.object({
  id: z.number().int(),
  year: z.number().int(),
  kind: UnitChangeKind,
  date: z.string(),
  document: z.string(),
  note: z.string(),
  from: z.array(UnitSide),
  to: z.array(UnitSide),
  endedFen: Fen,
})
export type UnitChange = z.infer<typeof UnitChange>

/** When it happened (ISO date), the document it rests on, and a remark. */
const why = { date: z.iso.date(), document: z.string().trim().max(200).default(''), note: z.string().trim().max(500).default('') }
const Name = z.string().trim().min(1).max(60)

/** Where a new community lies; its key is its code, or district/subdistrict/name where it has none. */
export const NewPlace = z.strictObject({
  code: z
    .string()
    .regex(/^(\d{12})?$/)
    .default(''),
  name: Name,
  district: Name,
  subdistrict: z.string().trim().max(60),
})
export type NewPlace = z.infer<typeof NewPlace>

/** key: explains a community that is in the year already (it came with a sheet); place: a new one. */
export const FoundInput = z
  .strictObject({ ...why, key: z.string().optional(), place: NewPlace.optional() })
  .refine((input) => (input.key === undefined) !== (input.place === undefined), { message: 'key | place' })
/** into: one of the merged communities, which absorbs the others and keeps its key, or a new place. */
export const MergeInput = z.strictObject({
  ...why,
  keys: z.array(z.string()).min(2).max(50),
  into: z.union([z.strictObject({ key: z.string() }), z.strictObject({ place: NewPlace })]),
})
/**
 * indicator: the one by which everything is divided; amount: each part's value of it, which add up to the community's own where that is
 * known. values: what is known better of a part. keep: this part is the old community, with its key and place.
 */
export const SplitPart = z
  .strictObject({
    keep: z.boolean().default(false),
    place: NewPlace.optional(),
    amount: z.number().min(0),
    values: z.record(z.string(), IndicatorValue).default({}),
  })
  .refine((part) => part.keep === (part.place === undefined), { message: 'keep | place' })
export type SplitPart = z.infer<typeof SplitPart>
export const SplitInput = z.strictObject({ ...why, key: z.string(), indicator: z.string(), parts: z.array(SplitPart).min(2).max(50) })
export const RenameInput = z.strictObject({ ...why, key: z.string(), name: Name })
export const MoveInput = z.strictObject({ ...why, key: z.string(), district: Name, subdistrict: z.string().trim().max(60) })
/**
 * moneyTo: the community that takes over last year's money; without one it has ended, and the note says why. A key that only last
 * year has is explained.
 */
export const DissolveInput = z.strictObject({
  ...why,
  note: z.string().trim().min(1).max(500),
  key: z.string(),
  moneyTo: z.string().optional(),
})

export const CONSERVATION_GAPS = ['lost', 'unexplained', 'money'] as const
/**
 * 'lost': last year's community is gone and nothing says where to; 'unexplained': a community is new and nothing says whence; 'money': last
 * year's fen of these communities, which changes of the map tie together, are not those that stand in this year as last year's amount.
 */
export const ConservationGap = z.object({
  kind: z.enum(CONSERVATION_GAPS),
  keys: z.array(z.string()),
  names: z.array(z.string()),
  expectedFen: Fen.nullable(),
  foundFen: Fen.nullable(),
})
export type ConservationGap = z.infer<typeof ConservationGap>

export const UnitOutcome = z.enum(['continues', 'renamed', 'moved', 'merged', 'split', 'dissolved', 'lost'])
export type UnitOutcome = z.infer<typeof UnitOutcome>

/** What became of last year's communities and money. lastFen = foundFen + endedFen where it holds; null: last year's money is not known. */
export const Conservation = z.object({
  year: z.number().int(),
  /** The year it is compared with; null: there is none, and nothing to check. */
  from: z.number().int().nullable(),
  basis: z.enum(['adopted', 'ledger', 'none']),
  holds: z.boolean(),
  counts: z.object({
    last: z.number().int(),
    now: z.number().int(),
    founded: z.number().int(),
    outcomes: z.record(UnitOutcome, z.number().int()),
  }),
  money: z.object({ lastFen: Fen.nullable(), foundFen: Fen, endedFen: Fen }),
  /** Every community of last year that does not simply continue. */
  accounts: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      fen: Fen.nullable(),
      outcome: UnitOutcome,
      into: z.array(z.object({ key: z.string(), name: z.string() })),
    }),
  ),
  gaps: z.array(ConservationGap),
})
export type Conservation = z.infer<typeof Conservation>
