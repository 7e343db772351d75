import type { HistoryCheck } from '../../model/history.ts'
import { verifyPlanFile } from '../../store/index.ts'
import { checkOf } from '../../desk/history-check.ts'

/**
 * Checks the change log of a plan file that need not be open, and may be open elsewhere. The file is not changed, and no lock is taken.
 * @returns as history.verify
 * @throws AppError plan.missing, plan.notOurs, plan.newer, plan.damaged, plan.empty, file.unreadable
 */
export function verifyLog(file: string): HistoryCheck {
  const { finding, steps } = verifyPlanFile(file)
  return checkOf(finding, steps)
}
