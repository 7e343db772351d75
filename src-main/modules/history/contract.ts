import { z } from 'zod'
import { None, operation, Task } from '../../contract/operation.ts'
import { HistoryChange, HistoryCheck, HistoryFilter, HistoryStep } from '../../model/history.ts'
import { Text } from '../../model/text.ts'

/** The change log. */
export const historyOperations = {
  'history.list': operation('query', 'The change log, newest first', HistoryFilter, z.array(HistoryStep)),
  'history.undo': operation(
    'command',
    'Takes back the last step',
    z.strictObject({ task: z.string().optional() }),
    z.object({ summary: z.string(), said: Text }),
  ),
  'history.redo': operation(
    'command',
    'Does the step again that was taken back last',
    z.strictObject({ task: z.string().optional() }),
    z.object({ summary: z.string(), said: Text }),
  ),
  /** The step that made the plan is told by what the plan began with; detailed: by its rows, as any other step. */
  'history.changes': operation(
    'query',
    'What a step changed, in words',
    z.strictObject({
      step: z.number().int(),
      detailed: z.boolean().default(false),
      limit: z.number().int().min(1).max(1000).default(200),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ rows: z.array(HistoryChange), more: z.boolean() }),
  ),
  'history.facets': operation(
    'query',
    'The operators and operations that the change log knows',
    None,
    z.object({ operators: z.array(z.string()), operations: z.array(z.string()) }),
  ),
  'history.verify': operation('query', 'Whether the change log is as it was written', z.strictObject({ ...Task }), HistoryCheck),
} as const
