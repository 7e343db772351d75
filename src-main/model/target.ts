import { z } from 'zod'
import { ItemId, Resolved } from './catalogue.ts'
import { Community } from './plan.ts'

/**
 * How a community stands to a target. open: a sample too small to claim it; nothing: nothing is needed, as where nobody lives. An unknown
 * is never a zero: what is needed, or what is there, may not be known.
 */
export const STANDINGS = ['short', 'open', 'needUnknown', 'presentUnknown', 'above', 'enough', 'nothing'] as const
export const Standing = z.enum(STANDINGS)
export type Standing = z.infer<typeof Standing>

/** A share found by a sample, with the exact interval around it. cases: what tells against it (missed, gone, wrong) among `of`. */
export const FoundRate = z.object({ cases: z.int(), of: z.int(), rate: z.number(), low: z.number(), high: z.number() })
export type FoundRate = z.infer<typeof FoundRate>

/** Minutes a year of visits that are asked for and that the people have; people: how many it takes to make all of them. */
export const VisitWork = z.object({ asked: z.number(), there: z.number(), share: z.number().nullable(), people: z.number().nullable() })
export type VisitWork = z.infer<typeof VisitWork>

/** Why a need can't be told though every indicator is known: a formula divides by zero, or the bound of a rate is no share. */
export const NEED_FAULTS = ['dividedByZero', 'noShare'] as const
export const NeedFault = z.enum(NEED_FAULTS)
export type NeedFault = z.infer<typeof NeedFault>

/** Needed between bounds against present, for one community; null: unknown, or a side that has no bound. */
export const TargetState = z.object({
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** So much of the least is wanted by the day due. */
  wanted: z.number().nullable(),
  present: z.number().nullable(),
  shortage: z.number().nullable(),
  standing: Standing,
  /** Indicators without which the need is unknown. */
  needs: z.array(z.string()),
  fault: NeedFault.nullable(),
  visits: VisitWork.nullable(),
  rate: FoundRate.nullable(),
  /** So many more, all of them right, would prove the rate; null: none would, or it is not asked. */
  more: z.int().nullable(),
})
export type TargetState = z.infer<typeof TargetState>

/** A community for which a target holds, or may hold. */
export const TargetLine = z.object({ ...Community.shape, class: z.string().nullable(), resolved: Resolved, state: TargetState })
export type TargetLine = z.infer<typeof TargetLine>

/** What communities need together. One whose need is unknown is in no sum, and of a rate there is none: both are only counted. */
export const TargetSum = z.object({
  communities: z.int(),
  short: z.int(),
  open: z.int(),
  needUnknown: z.int(),
  presentUnknown: z.int(),
  above: z.int(),
  /** null: nobody has a bound on that side. */
  least: z.number().nullable(),
  most: z.number().nullable(),
  wanted: z.number().nullable(),
  /** null: of nobody it is known. */
  present: z.number().nullable(),
  shortage: z.number().nullable(),
  visits: VisitWork.nullable(),
})
export type TargetSum = z.infer<typeof TargetSum>
export const TargetPlace = z.object({ district: z.string(), subdistrict: z.string().nullable(), sum: TargetSum })
export type TargetPlace = z.infer<typeof TargetPlace>

/** Of which targets and places a list is; nothing: of all. register: targets of the housing register alone, or those that are not. */
export const GapScope = z.strictObject({
  item: ItemId.optional(),
  register: z.boolean().optional(),
  class: z.string().optional(),
  district: z.string().optional(),
  subdistrict: z.string().optional(),
  /** Those that were searched for, by their keys. */
  communities: z.array(z.string()).max(100_000).optional(),
  /** Also those of which nothing is missing. */
  all: z.boolean().optional(),
})
export type GapScope = z.infer<typeof GapScope>
