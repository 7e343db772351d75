import { z } from 'zod'
import { Day } from './calendar.ts'
import { Task } from './catalogue.ts'
import { ClassKey } from './policy.ts'

const Name = z.string().trim().min(1).max(100)

/** Which communities a task would be sent to. */
export const Scope = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('all') }),
  z.strictObject({ by: z.literal('classes'), classes: z.array(ClassKey).min(1) }),
  z.strictObject({
    by: z.literal('subdistricts'),
    subdistricts: z.array(z.strictObject({ district: z.string(), subdistrict: z.string() })).min(1),
  }),
  z.strictObject({ by: z.literal('communities'), keys: z.array(z.string()).min(1) }),
])
export type Scope = z.infer<typeof Scope>

/** What a department asks to send: everything that a task of the catalogue needs, were it admitted. Minutes and money: a community and year. */
export const RequestedTask = z.strictObject({
  title: Name,
  department: Name,
  duration: Task.shape.duration,
  minutes: Task.shape.minutes,
  timesAYear: Task.shape.timesAYear,
  moneyFen: Task.shape.moneyFen,
  scope: Scope,
  basis: z.string().trim().max(200).default(''),
  note: z.string().trim().max(1000).default(''),
  asked: Day,
  wantedFrom: Day,
})
export type RequestedTask = z.infer<typeof RequestedTask>

export const OUTCOMES = ['admitted', 'consent', 'refused', 'returned'] as const
export const Outcome = z.enum(OUTCOMES)
export type Outcome = z.infer<typeof Outcome>

/** What was decided. 'consent': admitted where the community agrees each time; 'returned': to be asked anew. */
export const Decision = z.strictObject({
  outcome: Outcome,
  reason: z.string().trim().min(1).max(500),
  date: Day,
  document: z.string().trim().max(200).default(''),
})
export type Decision = z.infer<typeof Decision>

export const AdmissionRequest = RequestedTask.extend({ id: z.number().int(), decision: Decision.nullable() })
export type AdmissionRequest = z.infer<typeof AdmissionRequest>

const WorkingDays = z.number().int().min(1).max(250)
/** Working days: so many ahead a task is asked for, and within so many a request is decided. */
export const Periods = z.strictObject({ ahead: WorkingDays, within: WorkingDays })
export type Periods = z.infer<typeof Periods>
export const DELIVERED_PERIODS: Periods = { ahead: 30, within: 15 }

/** A period of working days. left: until it ends, below zero after it. uncertain: the calendar does not reach that far. */
export const Clock = z.object({ due: Day, left: z.number().int(), overdue: z.boolean(), uncertain: z.boolean() })
export type Clock = z.infer<typeof Clock>

/** What a request would bring to whom. without: communities that the plan does not have any more. undecided: their class is not known. */
export const Affected = z.object({
  communities: z.number().int(),
  minutes: z.number().int(),
  moneyFen: z.number().int(),
  without: z.number().int(),
  undecided: z.number().int(),
})
export type Affected = z.infer<typeof Affected>

/** ahead: from the day it was asked to the last day on which it had to be; decision: to the day on which it has to be answered. */
export const RequestLine = AdmissionRequest.extend({ ahead: Clock, deciding: Clock, affected: Affected })
export type RequestLine = z.infer<typeof RequestLine>
