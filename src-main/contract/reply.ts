import { z } from 'zod'
import type { Problem } from '../model/problem.ts'
import { AppStatus } from './desk.ts'
import { Area, Areas } from '../model/areas.ts'

/** What a command has changed: told by the change log itself, so that no operation can forget it. */
export const Touched = z.object({
  /** What is open now: the answer that app.status would give. */
  status: AppStatus,
  /** The revision after which the changes began. */
  since: z.number().int(),
  /** Everything that was changed after that; null where it is another file or year, or so much that it is quicker to read everything again. */
  areas: Areas.nullable(),
})
export type Touched = z.infer<typeof Touched>

/** What is told beside an answer. */
export const Note = z.object({
  /** Of a command. */
  touched: Touched.optional(),
  /** Of a query: everything in the plan that its answer rests on. Left out where that is not known, and it may be anything. */
  restsOn: z.array(Area).optional(),
})
export type Note = z.infer<typeof Note>

/** The answer to every request. `problems` holds at least one of level error when ok is false. */
export type Reply<T> = ({ ok: true; value: T } & Note) | { ok: false; problems: Problem[] }
