import { z } from 'zod'
import { SUBJECT_WORDS } from '../modules/words.ts'
import { Text } from './text.ts'
import { IndicatorValue } from './indicator.ts'
import { Said } from './policy-draft.ts'

/** Which steps of the change log are asked for; whatever is left out is not looked at. `before`: only steps with a lower number. */
export const HistoryFilter = z.strictObject({
  limit: z.number().int().min(1).max(1000).default(200),
  before: z.number().int().optional(),
  /** Key of a community; steps under a key that it had earlier are found too. */
  community: z.string().optional(),
  /** An indicator's key, or another field as `history.changes` names it. */
  field: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*$/)
    .optional(),
  /** Both ends included. */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  operator: z.string().optional(),
  operation: z.string().optional(),
})
export type HistoryFilter = z.output<typeof HistoryFilter>

/** What a change can be about; each subject belongs to a module. */
export type HistorySubject = keyof typeof SUBJECT_WORDS
const HISTORY_SUBJECTS = Object.keys(SUBJECT_WORDS) as [HistorySubject, ...HistorySubject[]]

/**
 * One change in words. For a community: an indicator's key, or present (0, 1), code, name, district, subdistrict, previousAmount (fen),
 * previousClass; override, overrideReason, overrideDocument, overrideExpires; ledgerAllocated, ledgerSpent, ledgerCarried (fen).
 * Other subjects: fields of their own.
 */
export const HistoryChange = z.object({
  subject: z.enum(HISTORY_SUBJECTS),
  key: z.string(),
  /** What people call it: the community's name, the indicator's label. */
  name: z.string(),
  year: z.number().int().nullable(),
  field: z.string(),
  before: IndicatorValue,
  after: IndicatorValue,
  /** A change of a policy's draft or of how a paper looks, in both languages of the app; the fields above are then keys, or in Chinese. */
  told: z.object({ name: Said.optional(), field: Said, before: Said, after: Said }).optional(),
})
export type HistoryChange = z.infer<typeof HistoryChange>

/**
 * Whether the log is as it was written and leads to the plan as it is, or the first place where it does not. 'altered': a step or
 * one of its
 * changes; 'missing': a step is gone; 'content': a row of the plan is not what the steps lead to.
 */
export const HistoryCheck = z.object({
  ok: z.boolean(),
  steps: z.number().int(),
  /** Steps that are as written but for a sign that an earlier version had cut in two; none where the log is not whole. */
  halved: z.array(z.number().int()).optional(),
  kind: z.enum(['altered', 'missing', 'content']).nullable(),
  /** The first step that is altered or missing. */
  firstAltered: z.number().int().nullable(),
  /** kind 'content': the table and the key of the row. */
  table: z.string().nullable(),
  row: z.string().nullable(),
})
export type HistoryCheck = z.infer<typeof HistoryCheck>

/** A step of the change log. */
export const HistoryStep = z.object({
  id: z.number().int(),
  at: z.string(),
  operator: z.string(),
  operation: z.string(),
  summary: z.string(),
  undone: z.boolean(),
  changes: z.number().int(),
  /** The summary in both languages; English is empty where the step was written before there was any, or is a mere name. */
  said: Text,
})
export type HistoryStep = z.infer<typeof HistoryStep>
