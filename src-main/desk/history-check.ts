import type { HistoryCheck } from '../model/history.ts'
import type { HistoryFinding } from '../store/index.ts'

/** @param steps of the log, also where it is not whole */
export const checkOf = (finding: HistoryFinding, steps: number): HistoryCheck => ({
  ok: finding.whole,
  steps,
  ...(finding.whole && finding.halved && { halved: finding.halved }),
  kind: finding.whole ? null : finding.kind,
  firstAltered: !finding.whole && finding.kind !== 'content' ? finding.step : null,
  table: !finding.whole && finding.kind === 'content' ? finding.table : null,
  row: !finding.whole && finding.kind === 'content' ? finding.row : null,
})
