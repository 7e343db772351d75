import { call } from '../../api/client.ts'
import type { HistoryChange } from '../../../src-main/model/history.ts'
import type { LogFilter } from './log-filter.ts'

const READ_AT_ONCE = 1000

/** A community that was renamed had another key then, so one without a match by key may match by name. */
const matches = (change: HistoryChange, { community, field }: Pick<LogFilter, 'community' | 'field'>, name: string): boolean =>
  (community === '' || change.key === community || change.name === name) && (field === '' || change.field === field || change.key === field)

export interface StepChanges {
  rows: HistoryChange[]
  next: number | null
  narrowed: boolean
}

/**
 * Changes of a step that match the filter by community and field. Where none does (the community had another name), all of them.
 * @param name of the community in the filter
 * @param offset where the last reading ended (`next`); null there means that nothing is left
 */
export async function readChanges(step: number, filter: LogFilter, name: string, atMost: number, offset = 0): Promise<StepChanges> {
  const narrowed = filter.community !== '' || filter.field !== ''
  if (!narrowed) {
    const { rows, more } = await call('history.changes', { step, offset, limit: atMost })
    return { rows, next: more ? offset + rows.length : null, narrowed }
  }
  const found: HistoryChange[] = []
  let at: number | null = offset
  while (at !== null && found.length < atMost) {
    const { rows, more }: { rows: HistoryChange[]; more: boolean } = await call('history.changes', {
      step,
      offset: at,
      limit: READ_AT_ONCE,
      detailed: true,
    })
    found.push(...rows.filter((each) => matches(each, filter, name)))
    at = more ? at + rows.length : null
  }
  if (found.length > 0 || offset > 0) return { rows: found, next: at, narrowed }
  return readChanges(step, { ...filter, community: '', field: '' }, '', atMost)
}
