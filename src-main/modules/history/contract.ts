import { z } from 'zod'
import { None, operation, Task } from '../../contract/operation.ts'
import { CellChange, MoneyHistory } from '../../model/cell-history.ts'
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
  /** Of a computed cell: the changes of what it is computed from. */
  'history.cell': operation(
    'query',
    'Every change of a cell of the year, newest first: who, when, from what, to what, from which file',
    z.strictObject({ key: z.string(), field: z.string() }),
    z.array(CellChange),
  ),
  'history.money': operation(
    'query',
    "Why a community's money is another one than at an earlier time: the steps in between, adding up to the fen",
    z.strictObject({ key: z.string(), since: z.iso.datetime({ offset: true }), ...Task }),
    MoneyHistory,
  ),
  'history.facets': operation(
    'query',
    'The operators and operations that the change log knows',
    None,
    z.object({ operators: z.array(z.string()), operations: z.array(z.string()) }),
  ),
  'history.verify': operation('query', 'Whether the change log is as it was written', z.strictObject({ ...Task }), HistoryCheck),
} as const
