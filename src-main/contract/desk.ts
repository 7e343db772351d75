import { z } from 'zod'
import { Done, File, KeptFile, None, operation } from './operation.ts'
import { Problem } from '../model/problem.ts'
import { Incident } from '../model/incident.ts'
import { Text } from '../model/text.ts'
import { Year } from '../model/year.ts'

/** With the endings of backups no name on disk is then longer than 255 bytes, in Chinese too: what Linux allows. */
export const PlanName = z.string().min(1).max(60)

export const PlanInfo = z.object({
  file: z.string(),
  name: z.string(),
  years: z.array(Year),
  year: Year,
  synthetic: z.boolean(),
  policy: z.object({ id: z.string(), version: z.string() }),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  /** The same in both languages. */
  undoSaid: Text.nullable(),
  redoSaid: Text.nullable(),
  /** Number and operation of those steps, by which a window knows where they were done. */
  undoStep: z.object({ id: z.number().int(), operation: z.string() }).nullable(),
  redoStep: z.object({ id: z.number().int(), operation: z.string() }).nullable(),
  /** Goes up with every committed change, so that a window knows when to read again. */
  revision: z.number().int(),
  /** What is wrong with the plan file itself: it is not what its change log says, a backup could not be made. */
  warnings: z.array(Problem),
})
export type PlanInfo = z.infer<typeof PlanInfo>

export const AppStatus = z.object({
  version: z.string(),
  plan: PlanInfo.nullable(),
  startProblems: z.array(Problem),
  operator: z.string(),
  dataFolder: z.string(),
})
export type AppStatus = z.infer<typeof AppStatus>

/** What the desk itself answers: what is open, who works at it, and how far long work is. */
export const deskOperations = {
  'app.status': operation('query', 'What is open and whether the start went well', None, AppStatus),
  'app.rename': operation('command', "Sets the operator's name for the history", z.strictObject({ operator: z.string().max(40) }), Done),
  'app.fault': operation(
    'query',
    'Writes a fault of a page into the log, under the number that the page has shown',
    z.strictObject({ incident: Incident, text: z.string().max(10_000) }),
    Done,
  ),
  'app.bundle': operation(
    'query',
    'What whoever maintains the program needs: versions, the state of the plan file and the log, without anything of a plan; with it only if wanted',
    z.strictObject({ withPlan: z.boolean().default(false) }),
    File,
  ),
  /** A file is kept for as long as its page needs it; ids that are not kept (any more) are no mistake. */
  'file.free': operation(
    'query',
    'Says that files that were handed over are needed no longer',
    z.strictObject({ files: z.array(KeptFile.shape.kept).max(1000) }),
    Done,
  ),
  'task.progress': operation(
    'query',
    'How far a long task is; null when it is not running',
    z.strictObject({ task: z.string() }),
    z.object({ done: z.number(), total: z.number(), label: z.string() }).nullable(),
  ),
  'task.cancel': operation('query', 'Asks a long task to stop; it leaves nothing behind', z.strictObject({ task: z.string() }), Done),
} as const
