import { type Problem, warning } from '../model/problem.ts'
import { AppError, appError } from '../shared/app-error.ts'
import { atOnce, inTurns, type Portions } from '../shared/turns.ts'
import { backUp, backupFolder, backupsOf, isBackedUp, type Head } from './file/backup.ts'
import { type HistoryFinding, verifying } from './history/verify.ts'
import type { Connection } from './sqlite.ts'
import { inOurWords } from './sqlite-problems.ts'

interface Backed {
  file: string
  /** Nobody else writes while a backup is made. */
  writer: Connection
  tracked: readonly string[]
  now: () => Date
}

/** @throws AppError plan.contentAltered with the table and key of the row, plan.logAltered with the step */
export function requireAsWritten(file: string, finding: HistoryFinding): void {
  if (finding.whole) return
  if (finding.kind === 'content') throw appError('plan.contentAltered', { file, table: finding.table, row: finding.row }, { file })
  throw appError('plan.logAltered', { file, step: finding.step }, { file })
}

const headOf = (connection: Connection): Head | undefined =>
  connection.prepare<[], Head>('SELECT id AS step, hash FROM step ORDER BY id DESC LIMIT 1').get()

/**
 * Backups of an open plan: when it is opened, before the first change of a day, before what changes much, and when it is closed. There
 * is none of a state that has one already, none of a plan in which nothing was done since it was created, and none of one that is not
 * what its change log says: damage does not take the place of good copies.
 */
export class PlanBackups {
  readonly #backed: Backed
  /** The day until whose beginning everything is backed up, or is known not to be. */
  #day: string
  #trouble: Problem | null = null
  #shorter: Problem | null = null

  constructor(backed: Backed) {
    this.#backed = backed
    this.#day = this.#today()
  }

  /** That the file has lost its last steps, and why the last backup that was due could not be made. */
  get troubles(): readonly Problem[] {
    return [this.#shorter, this.#trouble].filter((each) => each !== null)
  }

  /** At the opening: the newest backup has no more steps than the plan, unless what held its last ones was lost. */
  makeAtOnce(): void {
    try {
      this.#lookForShorter()
      atOnce(this.#making())
      this.#trouble = null
    } catch (error) {
      this.#fail(error)
    }
  }

  /** The same with turns for others; commands wait meanwhile. Never fails: what went wrong is `trouble`. */
  async make(): Promise<void> {
    try {
      await inTurns(this.#making(), () => undefined)
      this.#trouble = null
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Before a change: the first of a day is made on a plan that is backed up as the day before has left it. */
  async beginDay(): Promise<void> {
    const today = this.#today()
    if (today === this.#day) return
    this.#day = today
    await this.make()
  }

  #lookForShorter(): void {
    const { file, writer } = this.#backed
    const steps = headOf(writer)?.step ?? 0
    const newest = backupsOf(file).findLast(({ kind }) => kind === 'step')
    if (newest === undefined || newest.number <= steps) return
    this.#shorter = warning('plan.shorter', { file, steps, before: newest.number, day: newest.day }, { file })
  }

  *#making(): Portions<void> {
    const { file, writer, tracked, now } = this.#backed
    const head = headOf(writer)
    if (head === undefined || head.step <= 1 || isBackedUp(file, head)) return
    requireAsWritten(file, yield* verifying(writer, tracked))
    backUp(writer, file, head, now())
  }

  /** A backup that can't be made is told, but keeps nobody from working. */
  #fail(error: unknown): void {
    const { file } = this.#backed
    const cause = inOurWords(error, file)
    const value = cause instanceof AppError ? cause.problems.map((each) => each.code).join(', ') : String(error)
    this.#trouble = warning('plan.backupNotMade', { file, folder: backupFolder(file), value }, { file })
  }

  #today(): string {
    return this.#backed.now().toISOString().slice(0, 10)
  }
}
