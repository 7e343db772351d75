import { z } from 'zod'
import { Fen } from './money.ts'
import { Year } from './year.ts'

/**
 * The yearly self-evaluation of the fund (项目支出绩效自评表). Points of the use of the budget and of the three levels, the three grades and
 * how points are given are those of 财预〔2020〕10号 (measures for the performance evaluation of project expenditure).
 */
export const BUDGET_POINTS = 10
/** Points are kept in tenths where they can be had, and in hundredths where they are given. */
export const TENTHS = 10
export const HUNDREDTHS = 100
export const LEVELS = { output: 50, benefit: 30, satisfaction: 10 } as const
export type Level = keyof typeof LEVELS
export const LEVEL_NAMES = Object.keys(LEVELS) as Level[]

/** What an item is about (二级指标), and the level (一级指标) that it belongs to. */
export const ASPECTS = {
  quantity: 'output',
  quality: 'output',
  timeliness: 'output',
  cost: 'output',
  economic: 'benefit',
  social: 'benefit',
  ecological: 'benefit',
  lasting: 'benefit',
  served: 'satisfaction',
} as const satisfies Record<string, Level>
export type Aspect = keyof typeof ASPECTS
export const ASPECT_NAMES = Object.keys(ASPECTS) as [Aspect, ...Aspect[]]

/** How an item is judged: a number that should be reached, or not be exceeded, or a grade given by people. */
export const WAYS = ['atLeast', 'atMost', 'grade'] as const
export const Way = z.enum(WAYS)
export type Way = z.infer<typeof Way>

/** Of a grade: which share of the points may be given, in percent; the lower end belongs to it. usual: what is offered first. */
export const GRADES = {
  reached: { from: 80, to: 100, usual: 100 },
  partly: { from: 60, to: 79, usual: 70 },
  missed: { from: 0, to: 59, usual: 30 },
} as const
export type GradeName = keyof typeof GRADES
export const GRADE_NAMES = Object.keys(GRADES) as [GradeName, ...GradeName[]]

/** What the plan itself knows of a year: from the plan, the register, measures, targets, appeals and supervision. */
export const FIGURES = [
  'communities',
  'projects',
  'violations',
  'received',
  'published',
  'filed',
  'settled',
  'measures',
  'targets',
  'appealsSolved',
  'appealsInTime',
] as const
export const Figure = z.enum(FIGURES)
export type Figure = z.infer<typeof Figure>
/** Figures that are shares, in percent; the others are counts. */
export const SHARES: readonly Figure[] = [
  'received',
  'published',
  'filed',
  'settled',
  'measures',
  'targets',
  'appealsSolved',
  'appealsInTime',
]

const Line = z.string().trim().max(60)
const Long = z.string().trim().max(1000)
const Measured = z.number().min(0).max(1e12).nullable()

/**
 * An item of the form. tenths: its points, in tenths of a point. target: what should be reached, in `unit`; null: what the plan's own
 * figure says was meant (all communities, all projects), or none of a grade. figure: from where the result comes; null: it is typed.
 */
export const EvaluationItem = z.strictObject({
  id: z.number().int().min(1).max(1_000_000),
  aspect: z.enum(ASPECT_NAMES),
  name: Line.min(1),
  way: Way,
  target: Measured,
  unit: z.string().trim().max(10),
  tenths: z.number().int().min(1).max(500),
  figure: Figure.nullable(),
})
export type EvaluationItem = z.infer<typeof EvaluationItem>
export const EvaluationItems = z
  .array(EvaluationItem)
  .min(1)
  .max(60)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, { message: 'id' })

/**
 * What is said of an item in one place. target: another one than everybody's. result: typed, and then it counts before the plan's own
 * figure. percent: of the points, of a grade. reason: why it differs, and what is done about it.
 */
export const EvaluationAnswer = z.strictObject({
  target: Measured,
  result: Measured,
  percent: z.number().int().min(0).max(100).nullable(),
  reason: Long,
})
export type EvaluationAnswer = z.infer<typeof EvaluationAnswer>
export const NO_ANSWER: EvaluationAnswer = { target: null, result: null, percent: null, reason: '' }

/** The head of the form. goal: what was meant at the beginning of the year; achieved: what came of it. */
export const EvaluationTexts = z.strictObject({ project: Line, department: Line, unit: Line, goal: Long, achieved: Long })
export type EvaluationTexts = z.infer<typeof EvaluationTexts>

/** Of a figure: what was meant and what came of it, `value` in the figure's unit; null: not known. */
export const FigureState = z.object({ planned: z.number().nullable(), done: z.number().nullable(), value: z.number().nullable() })
export type FigureState = z.infer<typeof FigureState>

/** Points in hundredths; null: what they follow from is not known. remark: what must be explained. */
export const Remark = z.enum(['below', 'wellAbove'])
export type Remark = z.infer<typeof Remark>
export const EvaluationLine = EvaluationItem.extend({
  state: FigureState.nullable(),
  ownTarget: z.boolean(),
  result: z.number().nullable(),
  typed: z.boolean(),
  percent: z.number().nullable(),
  hundredths: z.number().int().nullable(),
  remark: Remark.nullable(),
  reason: z.string(),
})
export type EvaluationLine = z.infer<typeof EvaluationLine>

/** Points that can be had and were, of those that are known; open: how many are not. */
export const PointSum = z.object({ tenths: z.number().int(), hundredths: z.number().int(), open: z.number().int() })
export type PointSum = z.infer<typeof PointSum>

/**
 * Money of the year in fen. plannedFen: this year's plan; carryFen: what was left of last year; wholeFen: both. paidFen: from the register,
 * or where there is none from the ledger. rate: paid of the whole, as a share. null: not known. planUnknown, carryUnknown, paidUnknown: of
 * so many communities it is not known; a carry-over that nobody has entered counts as none, as in the register.
 */
export const EvaluationBudget = z.object({
  plannedFen: Fen.nullable(),
  carryFen: Fen.nullable(),
  wholeFen: Fen.nullable(),
  paidFen: Fen.nullable(),
  paidFrom: z.enum(['register', 'ledger']).nullable(),
  planUnknown: z.number().int(),
  carryUnknown: z.number().int(),
  paidUnknown: z.number().int(),
  rate: z.number().nullable(),
  hundredths: z.number().int().nullable(),
})
export type EvaluationBudget = z.infer<typeof EvaluationBudget>

/** The form of a year and place ('' is the whole plan). from: the year whose items these are; null: as delivered. */
export const SelfEvaluation = z.object({
  year: Year,
  district: z.string(),
  districts: z.array(z.string()),
  from: Year.nullable(),
  texts: EvaluationTexts,
  budget: EvaluationBudget,
  lines: z.array(EvaluationLine),
  levels: z.array(PointSum.extend({ level: z.enum(LEVEL_NAMES as [Level, ...Level[]]) })),
  total: PointSum,
})
export type SelfEvaluation = z.infer<typeof SelfEvaluation>
