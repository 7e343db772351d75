import { z } from 'zod'
import { Day } from './calendar.ts'
import { Condition } from './condition.ts'
import { LARGEST_COUNT } from './count.ts'
import { Key } from './indicator.ts'
import { FenNotNegative } from './money.ts'
import { ClassKey } from './policy.ts'
import { Rate, type RegisterRow, type SpotCheck } from './registration.ts'
import { Text } from './text.ts'

/**
 * What a class decides by lists: measures a community takes, tasks that may be sent to it, services that are done for its residents, and
 * targets, of which it needs so many.
 */
export const ITEM_KINDS = ['measure', 'task', 'service', 'target'] as const
export const ItemKind = z.enum(ITEM_KINDS)
export type ItemKind = z.infer<typeof ItemKind>

/** What an item says of a class. 'consent': only where the community (or who decides for it) agrees each time. */
export const ANSWERS = ['yes', 'consent', 'no'] as const
export const Answer = z.enum(ANSWERS)
export type Answer = z.infer<typeof Answer>

export const ItemId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'item-id')

/** A number for each community, or `rate` for each `per` units of an indicator, rounded up to a whole one. */
export const Quantity = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), number: z.number().int().min(1).max(100_000) }),
  z.strictObject({ kind: z.literal('rate'), indicator: Key, rate: z.number().positive().max(1e6), per: z.number().positive().max(1e9) }),
])
export type Quantity = z.infer<typeof Quantity>

const common = {
  /** Never changes: decisions, counts and packages name an item by it. */
  id: ItemId,
  title: Text,
  department: Text,
  /** By class; the classes that are not named get `others`. */
  answers: z.record(ClassKey, Answer).default({}),
  others: Answer,
  /** Asked of the community's indicators, where its class does not say no; where it does not hold, the answer is no. */
  when: Condition.optional(),
  quantity: Quantity.optional(),
  /** Why the item is in the catalogue, and why it differs by class. */
  reason: Text.optional(),
  /** Whether it is told by a published source, or an assumption of ours or the department's own. */
  source: z.enum(['source', 'ours']).default('ours'),
  /** Stays in the catalogue and never resolves again. */
  withdrawn: z.boolean().optional(),
}

/** A setting of a measure, such as visits a month: a number for each class. */
const Parameter = z.strictObject({ name: Text, values: z.record(ClassKey, z.number().min(0).max(1e9)) })

/** How often done and planned counts are kept: so many periods a year. */
export const PERIODS = { year: 1, quarter: 4, month: 12 } as const
export type Period = keyof typeof PERIODS

export const Measure = z.strictObject({
  kind: z.literal('measure'),
  ...common,
  purpose: Text,
  period: z.enum(Object.keys(PERIODS) as [Period, ...Period[]]),
  /** The indicator that it should move. */
  moves: Key.optional(),
  parameters: z.array(Parameter).max(12).default([]),
})
export type Measure = z.infer<typeof Measure>

/** More minutes than a year has are a slip. */
const MinutesAYear = z.number().int().min(0).max(525_600)

export const Task = z.strictObject({
  kind: z.literal('task'),
  ...common,
  duration: z.enum(['permanent', 'staged', 'occasional']),
  /** Minutes a year for a community; where it has a quantity, for each unit of it. */
  minutes: MinutesAYear,
  timesAYear: z.number().int().min(0).max(366),
  /** The money that travels with it, a year and community. */
  moneyFen: FenNotNegative,
})
export type Task = z.infer<typeof Task>
export type TaskDuration = Task['duration']

/** Where a service is offered by proxy if its answer is yes: answers and condition are the rule that suggests it. */
export const Service = z.strictObject({
  kind: z.literal('service'),
  ...common,
  channel: z.enum(['counter', 'proxy', 'mobile']),
  documents: Text.optional(),
  minutesACase: z.number().int().min(0).max(10_000),
})
export type Service = z.infer<typeof Service>

/** A formula over indicators and the counts of the housing register, as indicators have it: residentHouseholds / 15. */
export const FormulaText = z.string().trim().min(1).max(200)

/** How much is needed: at least so many, rounded up, and at most so many, rounded down; a side that is left out is open. */
const bounds = { least: FormulaText.optional(), most: FormulaText.optional() }
export const Bounds = z.strictObject(bounds)
export type Bounds = z.infer<typeof Bounds>
const Band = z.strictObject({ when: Condition, ...bounds })
export type Band = z.infer<typeof Band>

/** What is there: counted for each community, an indicator or a count of the register, or a rate that spot checks found. */
export const Present = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entered') }),
  z.strictObject({ kind: z.literal('indicator'), indicator: Key }),
  z.strictObject({ kind: z.literal('rate'), rate: Rate }),
])
export type Present = z.infer<typeof Present>

/**
 * What a community needs, between bounds, against what it has: contact households, grid members, lodgings in the hotel system, a rate of
 * the register. Of a rate the bounds are shares, and are not rounded.
 */
export const Target = z.strictObject({
  kind: z.literal('target'),
  ...common,
  quantity: z.undefined().optional(),
  ...bounds,
  /** The first one whose condition holds takes the place of the bounds above. */
  bands: z.array(Band).max(12).default([]),
  present: Present.default({ kind: 'entered' }),
  /** The share of the least that is wanted by the day due. */
  level: z.number().min(0).max(1).default(1),
  due: Day.optional(),
  /** Visits a year that a community asks for; where it is left out, nothing is said of hours. */
  visits: FormulaText.optional(),
  visitMinutes: z.number().int().min(0).max(10_000).default(0),
  travelMinutes: z.number().int().min(0).max(10_000).default(0),
  /** Minutes a year that each one who is there has for visits. */
  personMinutes: MinutesAYear.default(0),
})
export type Target = z.infer<typeof Target>

export const CatalogueItem = z.discriminatedUnion('kind', [Measure, Task, Service, Target])
export type CatalogueItem = z.infer<typeof CatalogueItem>
export type ItemOf<K extends ItemKind> = Extract<CatalogueItem, { kind: K }>

/** What was decided for one community against the catalogue, with the reason. */
export const CatalogueException = z.strictObject({
  key: z.string().min(1),
  item: ItemId,
  answer: Answer,
  reason: z.string().trim().min(1).max(500),
})
export type CatalogueException = z.infer<typeof CatalogueException>

/** A year's version of everything that classes decide by lists. */
export interface Catalogue {
  items: readonly CatalogueItem[]
  exceptions: readonly CatalogueException[]
  /** What targets are held against; left out: nothing was counted. */
  presents?: readonly TargetCount[]
  register?: readonly RegisterRow[]
  checks?: readonly SpotCheck[]
}
export const EMPTY_CATALOGUE: Catalogue = { items: [], exceptions: [] }

const Count = z.number().int().min(0).max(LARGEST_COUNT)
/** What a community planned and did of a measure in one period of the year. */
export const MeasureCount = z.strictObject({
  key: z.string().min(1),
  item: ItemId,
  period: z.number().int().min(1).max(12),
  planned: Count.nullable(),
  done: Count.nullable(),
})
export type MeasureCount = z.infer<typeof MeasureCount>

/** A service that a community offers: people served and cases in the year, and the metres that each case spares. */
export const ServiceOffer = z.strictObject({
  key: z.string().min(1),
  item: ItemId,
  people: Count.nullable(),
  cases: Count.nullable(),
  metres: Count.nullable(),
})
export type ServiceOffer = z.infer<typeof ServiceOffer>

/** What a community has of a target that is counted by hand. */
export const TargetCount = z.strictObject({ key: z.string().min(1), item: ItemId, present: Count })
export type TargetCount = z.infer<typeof TargetCount>

/** A catalogue as a file. */
export const CatalogueFile = z.strictObject({
  format: z.literal('quanheng-catalogue'),
  formatVersion: z.literal(1),
  items: z.array(CatalogueItem),
})
export type CatalogueFile = z.infer<typeof CatalogueFile>

/** Why a pair of item and community has its answer. */
export const WHYS = ['hand', 'class', 'condition', 'conditionUnknown', 'classUndecided'] as const
export const Why = z.enum(WHYS)
export type Why = z.infer<typeof Why>

export const Verdict = z.enum([...ANSWERS, 'unknown'])
export type Verdict = z.infer<typeof Verdict>

/** The one answer of a pair. needs: indicators without which it can't be told. quantity: null where it has none or it is unknown. */
export const Resolved = z.object({
  item: ItemId,
  answer: Verdict,
  why: Why,
  needs: z.array(z.string()),
  quantity: z.number().nullable(),
  /** The reason of a decision by hand, else empty. */
  reason: z.string(),
})
export type Resolved = z.infer<typeof Resolved>

/** @returns whether an item says the same of every class of the policy, other than no */
export const isCommon = ({ answers, others }: Pick<CatalogueItem, 'answers' | 'others'>, classes: readonly string[]): boolean => {
  const [first = others, ...rest] = classes.map((each) => answers[each] ?? others)
  return first !== 'no' && rest.every((each) => each === first)
}

/** @returns the indicators that an item looks at, each once; those of formulas are told by who reads formulas */
export const namesOfIndicators = (item: CatalogueItem, inConditions: (conditions: readonly Condition[]) => string[]): string[] => [
  ...new Set([
    ...(item.when === undefined ? [] : inConditions([item.when])),
    ...(item.quantity?.kind === 'rate' ? [item.quantity.indicator] : []),
    ...(item.kind === 'measure' && item.moves !== undefined ? [item.moves] : []),
    ...(item.kind === 'target' ? inConditions(item.bands.map((each) => each.when)) : []),
    ...(item.kind === 'target' && item.present.kind === 'indicator' ? [item.present.indicator] : []),
  ]),
]

/** @returns the formulas of a target, each once */
export const formulasOf = ({ least, most, bands, visits }: Pick<Target, 'least' | 'most' | 'bands' | 'visits'>): string[] => [
  ...new Set([least, most, visits, ...bands.flatMap((each) => [each.least, each.most])].filter((each) => each !== undefined)),
]

/** Of which communities and departments a work plan is; nothing: of all. The department by its Chinese name. */
export const WorkPlanScope = z.strictObject({
  class: z.string().optional(),
  district: z.string().optional(),
  subdistrict: z.string().optional(),
  department: z.string().optional(),
})
export type WorkPlanScope = z.infer<typeof WorkPlanScope>
