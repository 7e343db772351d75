import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { AppError, appError } from '../shared/app-error.ts'
import { inspect } from './file/inspect.ts'
import { atOnce } from '../shared/turns.ts'
import { type HistoryFinding, verifying } from './history/verify.ts'
import { planSchema } from './migrations/index.ts'
import { connect } from './sqlite.ts'
import { withOurWords } from './sqlite-problems.ts'

/** How often a plan that is being written to is copied anew before we give up. */
const ATTEMPTS = 5
const PARTS = ['', '-wal']

/**
 * Checks the history of a plan file without taking its lock and without opening it, so that it works for a file that somebody has
 * open, on a
 * read-only disk too, and never changes a byte or leaves anything beside it: what is checked is a copy.
 * @throws AppError plan.missing, plan.empty, plan.notOurs, plan.newer, plan.damaged, plan.busy, plan.diskFull, file.unreadable
 */
export const verifyPlanFile = (file: string): { finding: HistoryFinding; steps: number } => {
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

/** A plan and its -wal belong together: both are copied again when one of them changed meanwhile. */
const copyUnchanged = (file: string, copy: string): void =>
  withOurWords(file, () => {
    const found = statSync(file)
    if (!found.isFile()) throw appError('plan.notOurs', { file }, { file })
    if (found.size === 0) throw appError('plan.empty', { file }, { file })
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const before = stateOf(file)
      for (const part of PARTS) {
        rmSync(copy + part, { force: true })
        if (existsSync(file + part)) copyFileSync(file + part, copy + part)
      }
      if (stateOf(file) === before) return
    }
    throw appError('plan.busy', { file }, { file })
  })

const stateOf = (file: string): string =>
  JSON.stringify(
    PARTS.map((part) => {
      const found = statSync(file + part, { throwIfNoEntry: false })
      return found === undefined ? null : [found.size, found.mtimeMs]
    }),
  )

/** @throws as inspect, with the name of the file itself */
const inspectCopy = (file: string, copy: string): void => {
  try {
    inspect(copy, planSchema, 'look')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(
      error.problems.map((each) => ({ ...each, params: { ...each.params, file }, place: { ...each.place, file } })),
      { cause: error.cause },
    )
  }
}
