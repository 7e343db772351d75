import { z } from 'zod'
import { FenNotNegative, Fen } from './money.ts'
import { Text } from './text.ts'
import { Year } from './year.ts'

/** Shares and rises are whole hundredths of a percent; the whole has so many. */
export const PERCENT_PARTS = 10_000
/** One percent in these. */
export const ONE_PERCENT = 100
/** Rises of prices, and of what waiting adds, a year: from 0 to 20 %. */
export const MOST_RISE = 20 * ONE_PERCENT
/** The dearest courtyard in fen: one 亿元. */
export const MOST_UNIT_FEN = 10_000_000_000
export const MOST_COURTYARDS = 10_000
/** The most money a year, and at the beginning, of one source: a hundred 亿元, far beyond any. */
export const MOST_YEARLY_FEN = 1_000_000_000_000

const Share = z.int().min(0).max(PERCENT_PARTS)
const Rise = z.int().min(0).max(MOST_RISE)

/** Which courtyard comes next: as the kinds stand, the cheapest, the dearest, or in the order in which they wait least together. */
export const RenovationOrder = z.enum(['kinds', 'cheapest', 'dearest', 'best'])
export type RenovationOrder = z.infer<typeof RenovationOrder>
/** Why an order is the best: costs stay the same; every order was tried; or, of too many, it is only the best of the rules. */
export const OrderProof = z.enum(['cheapestFirst', 'allOrders', 'rulesOnly'])
export type OrderProof = z.infer<typeof OrderProof>

/** A kind of courtyard. `unitFen`: what one costs where a community says nothing else; `worsens`: what a year of waiting adds. */
export const RenovationKind = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'key'),
  name: Text,
  unitFen: FenNotNegative.min(1).max(MOST_UNIT_FEN).nullable(),
  worsens: Rise,
})
export type RenovationKind = z.infer<typeof RenovationKind>

/** As many kinds as a plan may have. */
export const MOST_KINDS = 12

/** What holds for all communities of a year. `share`: of a community's amount that goes into renovation. */
export const RenovationSettings = z.strictObject({
  kinds: z.array(RenovationKind).min(1).max(MOST_KINDS),
  order: RenovationOrder,
  priceRise: Rise,
  share: Share,
})
export type RenovationSettings = z.infer<typeof RenovationSettings>

/** Own money for one courtyard: ours. In that city an old courtyard cost 44.1 万元 on average in a programme of 2016. */
const ASSUMED_UNIT_FEN = 30_000_000
export const DELIVERED_RENOVATION: RenovationSettings = {
  kinds: [
    { key: 'unmanaged', name: { zh: '三无楼院', en: 'Unmanaged courtyards' }, unitFen: ASSUMED_UNIT_FEN, worsens: 0 },
    { key: 'over35', name: { zh: '35年以上楼院', en: 'Courtyards over 35 years old' }, unitFen: ASSUMED_UNIT_FEN, worsens: 0 },
    { key: 'old', name: { zh: '其他老旧楼院', en: 'Other old courtyards' }, unitFen: ASSUMED_UNIT_FEN, worsens: 0 },
  ],
  order: 'kinds',
  priceRise: 0,
  share: PERCENT_PARTS,
}

/** Courtyards of a kind that a community has to do. Others pay a share of each or a fixed sum, never both; null: nothing is said. */
export const RenovationLot = z.strictObject({
  key: z.string(),
  kind: z.string(),
  count: z.int().min(0).max(MOST_COURTYARDS).nullable(),
  unitFen: FenNotNegative.min(1).max(MOST_UNIT_FEN).nullable(),
  aidShare: Share.nullable(),
  aidFen: FenNotNegative.max(MOST_UNIT_FEN).nullable(),
})
export type RenovationLot = z.infer<typeof RenovationLot>

/** What can be said of a lot, and of a community's money. */
export const LotPart = RenovationLot.omit({ key: true, kind: true }).keyof()
export type LotPart = z.infer<typeof LotPart>

/** Money of a community beside its amount: what is there already, the same sum every year, what others give every year; its own share. */
export const RenovationMoney = z.strictObject({
  key: z.string(),
  startFen: FenNotNegative.max(MOST_YEARLY_FEN).nullable(),
  fixedFen: FenNotNegative.max(MOST_YEARLY_FEN).nullable(),
  otherFen: FenNotNegative.max(MOST_YEARLY_FEN).nullable(),
  share: Share.nullable(),
})
export type RenovationMoney = z.infer<typeof RenovationMoney>
export const MoneyPart = RenovationMoney.omit({ key: true }).keyof()
export type MoneyPart = z.infer<typeof MoneyPart>

/** The nth year: money in and spent, left at its end, courtyards done in it and waiting after it. */
export const RenovationYear = z.object({ year: z.int().min(1), inFen: Fen, spentFen: Fen, leftFen: Fen, done: z.int(), waiting: z.int() })
export type RenovationYear = z.infer<typeof RenovationYear>

/**
 * Which courtyards are done when, up to the year in which the last one is. `finished`: that year, the first is 1, 0 where there is nothing
 * to do; null: not within the horizon. `courtyardYears`: the years that all wait together, one that is done in the nth year n.
 */
export const Schedule = z.object({
  startFen: Fen,
  yearlyFen: Fen,
  total: z.int(),
  years: z.array(RenovationYear),
  done: z.array(z.object({ kind: z.string(), year: z.int(), count: z.int() })),
  finished: z.int().nullable(),
  courtyardYears: z.int(),
})
export type Schedule = z.infer<typeof Schedule>

/** What is not known of a backlog, so that nothing can be said of it: how many courtyards, what one costs, the community's amount. */
export const RenovationGap = z.enum(['count', 'unit', 'amount'])
export type RenovationGap = z.infer<typeof RenovationGap>

/** What a schedule comes to; see Schedule. */
export const RenovationOutcome = Schedule.pick({ yearlyFen: true, finished: true, courtyardYears: true })
export type RenovationOutcome = z.infer<typeof RenovationOutcome>

/** Four ways that the money could go: none a year, last year's amount, this year's, and as much as is needed to be done by a year. */
export const RENOVATION_SCENARIOS = ['none', 'asBefore', 'byPolicy', 'byYear'] as const
export const RenovationScenario = z.enum(RENOVATION_SCENARIOS)
export type RenovationScenario = z.infer<typeof RenovationScenario>

/** Communities with their courtyards as a file of their own, for the command line: what a plan would know of them stands beside. */
export const RenovationCase = z.strictObject({
  format: z.literal('quanheng-renovation'),
  year: Year,
  settings: RenovationSettings.default(DELIVERED_RENOVATION),
  communities: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        district: z.string().default(''),
        subdistrict: z.string().default(''),
        /** The amounts of this year and of last year. */
        amountFen: FenNotNegative.max(MOST_YEARLY_FEN).nullable().default(null),
        previousFen: FenNotNegative.max(MOST_YEARLY_FEN).nullable().default(null),
        lots: z.array(
          z.strictObject({
            kind: z.string(),
            count: RenovationLot.shape.count,
            unitFen: RenovationLot.shape.unitFen.default(null),
            aidShare: RenovationLot.shape.aidShare.default(null),
            aidFen: RenovationLot.shape.aidFen.default(null),
          }),
        ),
        money: RenovationMoney.omit({ key: true }).partial().default({}),
      }),
    )
    .min(1)
    .max(20_000),
})
export type RenovationCase = z.infer<typeof RenovationCase>
