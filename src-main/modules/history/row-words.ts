import type { LogReader, RowInLog } from '../../desk/row-in-log.ts'
import type { HistoryChange } from '../../model/history.ts'
import type { Change, TrackedTable } from '../../store/index.ts'

/** A changed row in words: one line for each field that is another one than before. */
export function changesInWords(change: Change, rows: Readonly<Record<TrackedTable, RowInLog>>, reader: LogReader): HistoryChange[] {
  const { subject, tell } = rows[change.table]
  const { pairs, ...whom } = tell(change, reader)
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after, told]) => ({ subject, ...whom, field, before, after, ...(told && { told }) }))
}
