import { z } from 'zod'
import { Done, File, None, operation, upload } from '../../contract/operation.ts'
import { CountPreview } from '../../model/count-preview.ts'
import { Fen } from '../../model/money.ts'
import { Community } from '../../model/plan.ts'
import {
  LotPart,
  MoneyPart,
  OrderProof,
  RenovationGap,
  RenovationLot,
  RenovationMoney,
  RenovationOrder,
  RenovationOutcome,
  RenovationScenario,
  RenovationSettings,
  RenovationYear,
  Schedule,
} from '../../model/renovation.ts'
import { Year } from '../../model/year.ts'

const Outcome = RenovationOutcome.nullable()

/** A community with what it has to do, and when that is done with this year's amount and with last year's. */
const Line = Community.extend({
  class: z.string().nullable(),
  /** Of the kinds of which it is known. */
  courtyards: z.int(),
  /** What they cost the community itself at this year's prices, of the kinds of which it is known. */
  ownFen: Fen,
  startFen: Fen,
  amountFen: Fen.nullable(),
  gaps: z.array(RenovationGap),
  byPolicy: Outcome,
  asBefore: Outcome,
})
export type RenovationLine = z.infer<typeof Line>

const Together = {
  communities: z.int(),
  courtyards: z.int(),
  ownFen: Fen,
  /** Money a year of those of which it is known. */
  yearlyFen: Fen,
  /** Of how many nothing can be said. */
  unknown: z.int(),
  /** How many are not done within the horizon. */
  unfinished: z.int(),
  /** The nth year in which the last of the others is done. */
  finished: z.int(),
  /** Over those of whom both are known: years that courtyards wait with this year's amounts and with last year's. */
  courtyardYears: z.object({ byPolicy: z.int(), asBefore: z.int(), communities: z.int() }),
}

const ByYear = z.strictObject({ by: Year })

/** Courtyards to be done, the money for them, and the year in which each is done. */
export const renovationOperations = {
  'renovation.get': operation(
    'query',
    'What is entered of the renovation of courtyards: kinds and rules, lots and money of each community',
    None,
    z.object({
      year: Year,
      settings: RenovationSettings,
      /** The settings are those that are delivered, which are assumptions: nobody has put the department's own in their place. */
      delivered: z.boolean(),
      communities: z.array(
        Community.extend({ class: z.string().nullable(), lots: z.array(RenovationLot), money: RenovationMoney.nullable() }),
      ),
    }),
  ),
  'renovation.account': operation(
    'query',
    "When the courtyards of each community are done with this year's amount and with last year's; sums by place, and year by year",
    None,
    z.object({
      year: Year,
      delivered: z.boolean(),
      order: RenovationOrder,
      communities: z.array(Line),
      places: z.array(z.object({ district: z.string(), subdistrict: z.string().nullable(), ...Together })),
      total: z.object(Together),
      /** Of the communities of which it is known with both amounts, added up; money comes in as long as a community has something to do. */
      years: z.array(RenovationYear.extend({ waitingAsBefore: z.int() })),
    }),
  ),
  'renovation.of': operation(
    'query',
    'The renovation plan of a community: years, four scenarios side by side, orders, classes, and the least money a year to be done by a year',
    ByYear.partial().extend({ key: z.string() }),
    z.object({
      year: Year,
      line: Line,
      lots: z.array(RenovationLot.extend({ ownFen: Fen.nullable() })),
      money: RenovationMoney.nullable(),
      order: RenovationOrder,
      plan: Schedule.nullable(),
      scenarios: z.array(z.object({ scenario: RenovationScenario, plan: Schedule.nullable() })),
      orders: z.array(RenovationOutcome.extend({ order: RenovationOrder, proof: OrderProof.nullable() })),
      classes: z.array(z.object({ class: z.string(), amountFen: Fen.nullable(), outcome: Outcome })),
      /** null: something is missing. below: with one fen less. */
      need: z.object({ by: Year, yearlyFen: Fen, below: RenovationOutcome.nullable() }).nullable(),
    }),
  ),
  'renovation.goal': operation(
    'query',
    'The least money a year with which each community is done by a year, and what is lacking',
    ByYear,
    z.object({
      by: Year,
      communities: z.array(Community.extend({ needFen: Fen.nullable(), yearlyFen: Fen.nullable(), lackFen: Fen.nullable() })),
      /** Over those of whom both are known. */
      total: z.object({ needFen: Fen, lackFen: Fen, unknown: z.int() }),
    }),
  ),
  'renovation.settings': operation(
    'command',
    'Sets kinds of courtyards, their order, prices and the share of the amount',
    RenovationSettings,
    Done,
  ),
  'renovation.enter': operation(
    'command',
    'Enters courtyards and money as they are typed into cells; empty takes one away; all or none',
    z.strictObject({
      cells: z
        .array(
          z.union([
            z.strictObject({ key: z.string(), kind: z.string(), part: LotPart, text: z.string().max(200) }),
            z.strictObject({ key: z.string(), part: MoneyPart, text: z.string().max(200) }),
          ]),
        )
        .min(1)
        .max(20_000),
    }),
    z.object({ entered: z.int() }),
  ),
  'renovation.template': operation('query', 'A sheet to fill in, with what is entered already', None, File),
  'renovation.preview': operation(
    'query',
    'What a delivered sheet of courtyards and money would change, and everything that is wrong with it; nothing is changed',
    upload({}),
    CountPreview,
  ),
  'renovation.import': operation(
    'command',
    'Enters courtyards and money of a delivered sheet as one step, all or none; an empty cell changes nothing',
    upload({}),
    z.object({ entered: z.int(), unchanged: z.int() }),
  ),
  'renovation.export': operation(
    'query',
    'The renovation plans as a workbook: communities, sums by place, year by year',
    z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
    File,
  ),
} as const
