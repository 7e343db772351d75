import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { atOnce } from '../shared/turns.ts'
import { realFile } from './file/real-file.ts'
import { copyUnchanged, inspectCopy } from './file/unlocked-copy.ts'
import { type HistoryFinding, verifying } from './history/verify.ts'
import { planSchema } from './migrations/index.ts'
import { connect } from './sqlite.ts'

/**
 * Checks the history of a plan file without taking its lock and without opening it, so that it works for a file that somebody has
 * open, on a read-only disk or another computer too, and never changes a byte or leaves anything beside it: what is checked is a copy.
 * @throws AppError plan.missing, plan.empty, plan.notOurs, plan.newer, plan.damaged, plan.busy, plan.diskFull, file.unreadable
 */
export const verifyPlanFile = (given: string): { finding: HistoryFinding; steps: number } => {
  const file = realFile(given)
  const folder = mkdtempSync(join(tmpdir(), 'quanheng-verify-'))
  try {
    const copy = join(folder, basename(file))
    copyUnchanged(file, copy)
    inspectCopy(file, copy)
    const connection = connect(copy, 'read')
    try {
      const tables = connection.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
      const finding = atOnce(
        verifying(
          connection,
          planSchema.tracked.filter((table) => tables.includes(table)),
        ),
      )
      return { finding, steps: connection.prepare<[], number>('SELECT count(*) FROM step').pluck().get() ?? 0 }
    } finally {
      connection.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
