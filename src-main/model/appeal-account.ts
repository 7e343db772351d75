import { z } from 'zod'
import { AppealCounts, AppealSource, BAND_NAMES, Month } from './appeal.ts'
import { Community } from './plan.ts'
import { FoundRate } from './target.ts'

/** What is looked at: one source, or all that are counted. */
export const AppealScope = z.strictObject({ from: Month, to: Month, source: z.union([AppealSource, z.literal('all')]) })
export type AppealScope = z.infer<typeof AppealScope>

/** The band in which half, or nine tenths, of what was closed was closed; of: of how many the days are known. */
const Closing = z.object({ of: z.int(), median: z.enum(BAND_NAMES).nullable(), ninety: z.enum(BAND_NAMES).nullable() })
/** Received in the same months of this year and of last year, where both are known in all of them. */
const WithLastYear = z.object({ before: z.int(), after: z.int() })
/** Fewer points than this show no trend to anybody. */
export const TREND_POINTS = 6
/** trend null: there are fewer points than it takes. */
const SeenTrend = z.object({ points: z.int(), trend: z.enum(['rising', 'falling', 'none']).nullable() })
export type SeenTrend = z.infer<typeof SeenTrend>

/** more and fewer: than chance explains at 95 %; muchMore and muchFewer: at 99.8 %. */
export const FUNNEL_STANDINGS = ['muchMore', 'more', 'within', 'fewer', 'muchFewer'] as const
export const FunnelStanding = z.enum(FUNNEL_STANDINGS)
export type FunnelStanding = z.infer<typeof FunnelStanding>

export const AppealLine = Community.extend({
  class: z.string().nullable(),
  /** null: not known. 0 is known, and nobody to count by. */
  residents: z.number().nullable(),
  /** Sums of what is known in the months that are looked at. */
  counts: AppealCounts,
  /** In how many of these months what was received is known, of every source that is looked at. */
  months: z.int(),
  /** null: a month is missing, or there are no residents to count by. */
  perThousand: z.number().nullable(),
  /** Of those solved the share in time, with its exact interval. */
  inTime: FoundRate.nullable(),
  /** Of all that was received from any source the share that the community found itself; null where a source is not known. */
  found: z.number().nullable(),
  closing: Closing,
  lastYear: WithLastYear.nullable(),
  trend: SeenTrend,
  standing: FunnelStanding.nullable(),
})
export type AppealLine = z.infer<typeof AppealLine>

/** Of several communities. without: those that lack a month, and are not in perThousand; lastYear: of those that both years know. */
export const AppealSum = z.object({
  communities: z.int(),
  counts: AppealCounts,
  perThousand: z.number().nullable(),
  without: z.int(),
  inTime: FoundRate.nullable(),
  found: z.number().nullable(),
  closing: Closing,
  lastYear: WithLastYear.extend({ communities: z.int() }).nullable(),
})
export type AppealSum = z.infer<typeof AppealSum>

/** The curve of a limit: per 1,000 residents at so many residents; low null: none would be too few. */
export const FunnelLimit = z.object({ residents: z.number(), low: z.number().nullable(), high: z.number() })
export type FunnelLimit = z.infer<typeof FunnelLimit>
export const Funnel = z.object({
  /** Per 1,000 residents over all communities in it; null: there is none, or nothing was received. */
  average: z.number().nullable(),
  counted: z.int(),
  /** Why the others are not in it. */
  withoutResidents: z.array(Community),
  withoutMonths: z.array(Community),
  limits: z.object({ usual: z.array(FunnelLimit), wide: z.array(FunnelLimit) }),
})
export type Funnel = z.infer<typeof Funnel>

/** A month: received of those communities of which it is known, and the same of last year. */
export const AppealMonth = z.object({
  month: Month,
  communities: z.int(),
  received: z.int().nullable(),
  perThousand: z.number().nullable(),
  before: z.int().nullable(),
})
export type AppealMonth = z.infer<typeof AppealMonth>

/** Communities that went from one class to another, or stayed; what they received in the same months before and after. */
export const ClassMove = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  communities: z.int(),
  before: z.int(),
  after: z.int(),
  beforePerThousand: z.number().nullable(),
  afterPerThousand: z.number().nullable(),
})
export type ClassMove = z.infer<typeof ClassMove>

/** Theil's T of appeals over residents: total = within + between the classes. */
export const AppealInequality = z.object({
  communities: z.int(),
  total: z.number(),
  within: z.number(),
  between: z.number(),
  groups: z.array(z.object({ class: z.string(), communities: z.int(), perThousand: z.number(), within: z.number(), between: z.number() })),
})
export type AppealInequality = z.infer<typeof AppealInequality>
