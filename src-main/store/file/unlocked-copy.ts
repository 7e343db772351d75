import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs'
import { AppError, appError } from '../../shared/app-error.ts'
import { planSchema } from '../migrations/index.ts'
import { withOurWords } from '../sqlite-problems.ts'
import { inspect } from './inspect.ts'
import { PIECES } from './pieces.ts'

/** How often a plan that is being written to is copied anew before we give up. */
const ATTEMPTS = 5
/** The -shm is made anew from the -wal by whoever opens the copy. */
const PARTS = PIECES.filter((ending) => ending !== '-shm')

/**
 * Copies a plan file that may be open elsewhere, without its lock and without leaving anything beside it. A plan and what holds its last
 * changes belong together: all are copied again when one of them changed meanwhile.
 * @param copy path of the copy; what holds its last changes lies beside it
 * @throws AppError plan.missing, plan.notOurs, plan.empty, plan.busy where it never stood still, plan.diskFull, file.unreadable
 */
export const copyUnchanged = (file: string, copy: string): void =>
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

/** Looks through such a copy. @throws as inspect, with the name of the file itself */
export const inspectCopy = (file: string, copy: string): void => {
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
