import { problem, type Problem, warning } from '../model/problem.ts'
import { AppError } from '../shared/app-error.ts'
import { atOnce, inTurns, type Portions } from '../shared/turns.ts'
import { backUp, backupFolder, backupsOf, isBackedUp, type Head } from './file/backup.ts'
import { type HistoryFinding, verifying } from './history/verify.ts'
import { connect, type Connection } from './sqlite.ts'

interface Backed {
  file: string
  /** Nobody else writes while a backup is made. */
  writer: Connection
  tracked: readonly string[]
  now: () => Date
}

/** @returns plan.contentAltered with the table and key of the row, plan.logAltered with the step; null where the plan is what its log says */
export function problemOfFinding(file: string, finding: HistoryFinding): Problem | null {
  if (finding.whole) return null
  if (finding.kind === 'content') return problem('plan.contentAltered', { file, table: finding.table, row: finding.row }, { file })
  return problem('plan.logAltered', { file, step: finding.step }, { file })
}

const headOf = (connection: Connection): Head | undefined =>
  connection.prepare<[], Head>('SELECT id AS step, hash FROM step ORDER BY id DESC LIMIT 1').get()

/** @returns whether a backup has that step as well: one of another plan that had the same name before has not */
function goesOnFrom(backup: string, { step, hash }: Head): boolean {
  const connection = connect(backup, 'read')
  try {
    return connection.prepare<[number], string>('SELECT hash FROM step WHERE id = ?').pluck().get(step) === hash
  } finally {
    connection.close()
  }
}

/**
 * Backups of an open plan: when it is opened, before the first change of a day, before what changes much, and when it is closed. There
 * is none of a state that has one already, none of a plan in which nothing was done since it was created, and none of one that is not
 * what its change log says: damage does not take the place of good copies.
 */
export class PlanBackups {
  readonly #backed: Backed
  /** The day until whose beginning everything is backed up, or is known not to be. */
  #day: string
  #trouble: readonly Problem[] = []
  #shorter: readonly Problem[] = []

  constructor(backed: Backed) {
    this.#backed = backed
    this.#day = this.#today()
  }

  /** That the file has lost its last steps, and why the last backup that was due could not be made. */
  get troubles(): readonly Problem[] {
    return [...this.#shorter, ...this.#trouble]
  }

  /** At the opening: the newest backup has no more steps than the plan, unless what held its last ones was lost. */
  makeAtOnce(): void {
    try {
      this.#lookForShorter()
      atOnce(this.#making())
      this.#trouble = []
    } catch (error) {
      this.#fail(error)
    }
  }

  /** The same with turns for others; commands wait meanwhile. Never fails: what went wrong is `trouble`. */
  async make(): Promise<void> {
    try {
      await inTurns(this.#making(), () => undefined)
      this.#trouble = []
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
    const head = headOf(writer)
    const newest = backupsOf(file).findLast(({ kind }) => kind === 'step')
    if (head === undefined || newest === undefined || newest.number <= head.step || !goesOnFrom(newest.path, head)) return
    this.#shorter = [warning('plan.shorter', { file, steps: head.step, before: newest.number, day: newest.day }, { file })]
  }

  *#making(): Portions<void> {
    const { file, writer, tracked, now } = this.#backed
    const head = headOf(writer)
    if (head === undefined || head.step <= 1 || isBackedUp(file, head)) return
    const found = problemOfFinding(file, yield* verifying(writer, tracked))
    if (found !== null) throw new AppError([found])
    backUp(writer, file, head, now())
  }

  /** A backup that can't be made is told, but keeps nobody from working. */
  #fail(error: unknown): void {
    const { file } = this.#backed
    // What the system says is not of the plan, but of its copy: it stands as the reason.
    const [reason, found] =
      error instanceof AppError ? [{}, error.problems] : [{ value: error instanceof Error ? error.message : String(error) }, []]
    this.#trouble = [warning('plan.backupNotMade', { file, folder: backupFolder(file), ...reason }, { file }), ...found]
  }

  #today(): string {
    return this.#backed.now().toISOString().slice(0, 10)
  }
}
