import type { Problem } from '../model/problem.ts'
import { saidOf, summaryText, type Summary } from '../words/summaries.ts'
import type { Area, Areas } from '../model/areas.ts'
import type { Text } from '../model/text.ts'
import { type AppError, appError } from '../shared/app-error.ts'
import { inTurns, refuseCancelled, type Watch } from '../shared/turns.ts'
import { copyPlan, nameBeside } from './file/backup.ts'
import { emptyLastChanges, removeLastChanges } from './file/bin.ts'
import type { Lock } from './file/lock.ts'
import type { PlanBackups } from './plan-backups.ts'
import { SameFile } from './file/same-file.ts'
import { recordStep, recordStepInTurns, type StepText } from './history/record.ts'
import { takingBack } from './history/take-back.ts'
import { rewinding, type Moment } from './history/rewind.ts'
import { refuseFrozen } from './history/frozen.ts'
import { changedAreas } from './history/changed-areas.ts'
import { isUndoBarred, redoTarget, undoTarget, type Target } from './history/undo.ts'
import { type HistoryFinding, piecesOf, verifying } from './history/verify.ts'
import { planReader, planWriter, type PlanReader, type PlanWriter } from './tables/index.ts'
import { toldReader } from './tables/rests-on.ts'
import { connect, rollBack, type Connection } from './sqlite.ts'
import { inOurWords, withOurWords } from './sqlite-problems.ts'

export interface StoreOptions {
  /** Name of whoever works on the plan, for the history; asked anew for each step. */
  operator: () => string
  now: () => Date
}

/** `hashed`: work that may take long lets others do theirs in between, and is told how many of its changes are hashed at the end. */
interface Length {
  hashed?: (done: number) => void
  signal?: AbortSignal | undefined
}

/** A step that was taken back or done again, in words: as it was written, and in both languages. */
export interface TakenBack {
  summary: string
  said: Text
}

interface StoreParts {
  file: string
  writer: Connection
  reader: Connection
  lock: Lock
  options: StoreOptions
  tracked: readonly string[]
  backups: PlanBackups
}

/**
 * An open plan file. Everything is read through `read`, everything is changed by a command; commands run one after the other, each in
 * one transaction with one step of the history. Reading has a connection of its own, so that during a long command it shows the plan as
 * it was before: never half an import, and never made to wait for one.
 */
export class PlanStore {
  readonly file: string
  readonly read: PlanReader
  readonly #parts: StoreParts
  readonly #plan: PlanWriter
  readonly #revision: () => number
  readonly #changedAreas: (since: number) => Areas | null
  #told: (areas: readonly Area[]) => void = () => undefined
  #queue: Promise<unknown> = Promise.resolve()
  readonly #readings = new Set<Promise<unknown>>()
  #closing: Promise<void> | null = null
  readonly #sameFile: SameFile
  /** Why nothing can be changed any more: the file was taken away under us. */
  #lost: AppError | null = null

  /** Use openPlanFile or createPlanFile. */
  constructor(parts: StoreParts) {
    this.file = parts.file
    const reader = planReader(parts.reader)
    this.read = toldReader(reader, (areas) => this.#told(areas))
    this.#revision = reader.history.revision
    this.#changedAreas = changedAreas(parts.reader)
    this.#plan = planWriter(parts.writer)
    this.#parts = parts
    this.#sameFile = new SameFile(parts.file)
  }

  /** What does not go quite well, such as a backup for which there is no room. */
  get warnings(): readonly Problem[] {
    return this.#parts.backups.troubles
  }

  /** Number of the last step; goes up with every committed change. */
  get revision(): number {
    return this.#revision()
  }

  /** @returns what was changed after the step of that number, as the change log has it; null: more than is named row by row */
  changedSince(step: number): Areas | null {
    return this.#changedAreas(step)
  }

  /**
   * Goes back through the history in a copy, and leaves the plan as it is.
   * @param since the number of the last step that is not taken back
   * @returns the plan before each step, the newest first; what is given holds until the next is asked for
   */
  rewinding(since: number): Generator<Moment, void> {
    return rewinding(this.#parts.reader, since)
  }

  /** @param told from now on told at each reading on what its answer rests */
  onRead(told: (areas: readonly Area[]) => void): void {
    this.#told = told
  }

  /**
   * Changes the plan: all of the work or, if it throws, nothing.
   * @param operation name of the operation, for the history
   * @param summary what it does, for the history and for undo: a sentence that every language can say, or a mere name
   * @param work reads and changes the plan through what it is given, at once: it may not wait for anything
   * @returns what the work returns, once it is safely on the disk; work that changed nothing leaves no step
   * @throws what the work throws; AppError plan.diskFull, plan.damaged, plan.readOnly, plan.busy, file.notWritable; plan.frozen
   *   where the work would change a year whose adoption stands
   */
  command<T>(operation: string, summary: string | Summary, work: (plan: PlanWriter) => T): Promise<T> {
    return this.#enqueue(async () => this.#transaction({ operation, ...writtenSummary(summary) }, work))
  }

  /**
   * A command whose work may wait between portions, so that progress can be shown and it can be cancelled; other commands wait until
   * it is over.
   * @param signal cancels it, also while it is still waiting for its turn; until the last moment nothing of it stays
   * @throws as command, and AppError task.cancelled
   */
  longCommand<T>(operation: string, summary: string | Summary, work: (plan: PlanWriter) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#enqueue(() => this.#transaction({ operation, ...writtenSummary(summary) }, work, { hashed: () => undefined, signal }))
  }

  /**
   * Takes back the last step that stands, as a step of its own; however large it is, in one transaction and with turns for others.
   * @throws AppError plan.nothingToUndo, plan.undoAdopted where an adoption is the last step, task.cancelled; what command throws
   */
  undo(watch: Watch = {}): Promise<TakenBack> {
    return this.#enqueue(async () => {
      const target = undoTarget(this.#parts.writer)
      if (target === null) throw appError(isUndoBarred(this.#parts.writer) ? 'plan.undoAdopted' : 'plan.nothingToUndo')
      return this.#takeBack('history.undo', target, { undoes: target.id }, watch)
    })
  }

  /**
   * Does the step again that was taken back last, unless something new was done since; as undo.
   * @throws AppError plan.nothingToRedo, task.cancelled; what command throws
   */
  redo(watch: Watch = {}): Promise<TakenBack> {
    return this.#enqueue(async () => {
      const target = redoTarget(this.#parts.writer)
      if (target === null) throw appError('plan.nothingToRedo')
      return this.#takeBack('history.redo', target, { redoes: target.id }, watch)
    })
  }

  /**
   * Looks at the plan as it is now, whatever is changed meanwhile: the check has a connection and a transaction of its own.
   * @returns whether the history is as it was written and leads to the plan as it is, or the first place where it does not
   * @throws AppError task.cancelled
   */
  verifyHistory({ signal, progress = () => undefined }: Watch = {}): Promise<HistoryFinding> {
    if (this.#closing !== null) return Promise.reject(appError('plan.none'))
    const reading = this.#verified(progress, signal).finally(() => this.#readings.delete(reading))
    this.#readings.add(reading)
    return reading
  }

  async #verified(progress: NonNullable<Watch['progress']>, signal: AbortSignal | undefined): Promise<HistoryFinding> {
    const { file, tracked } = this.#parts
    const connection = connect(file, 'read')
    try {
      connection.exec('BEGIN')
      const total = piecesOf(connection, tracked)
      return await inTurns(verifying(connection, tracked), (done) => progress(done, total), signal)
    } catch (error) {
      refuseCancelled(signal)
      throw inOurWords(error, file)
    } finally {
      connection.close()
    }
  }

  /**
   * A whole copy of the plan as it is now, in a file of its own that has its name only when it is complete.
   * @param target path; nothing is there yet
   * @throws AppError plan.diskFull, plan.folderReadOnly, file.notWritable
   */
  copyTo(target: string): Promise<void> {
    return this.#enqueue(async () => withOurWords(target, () => copyPlan(this.#parts.writer, target)))
  }

  /** A backup of the plan as it is now, before what changes much; where it can't be made, that is among the warnings. */
  backUp(): Promise<void> {
    return this.#enqueue(() => this.#parts.backups.make())
  }

  /** Waits for the commands under way, then backs up, closes the file and gives the lock back. May be called more than once. */
  close(): Promise<void> {
    this.#closing ??= Promise.allSettled([this.#queue, ...this.#readings]).then(async () => {
      const { file, reader, writer, lock, backups } = this.#parts
      if (this.#lost === null && !this.#sameFile.isSame()) this.#keepWhatWasLost()
      if (this.#lost === null) await backups.make()
      // The writer last: the last connection to go puts everything into the one file and removes -wal and -shm.
      reader.close()
      writer.close()
      this.#sameFile.close()
      if (this.#lost !== null) removeLastChanges(file)
      lock.release()
    })
    return this.#closing
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== null) return Promise.reject(appError('plan.none'))
    const result = this.#queue.then(work)
    // The failure belongs to whoever asked for the work; those behind it in the queue go on.
    this.#queue = result.catch(() => undefined)
    return result
  }

  async #takeBack(
    operation: string,
    { summary, message, from, changes }: Target,
    of: Pick<StepText, 'undoes' | 'redoes'>,
    watch: Watch,
  ): Promise<TakenBack> {
    const { signal, progress = () => undefined } = watch
    // Each change is first taken back and then hashed with the step that does so.
    const total = 2 * changes
    const work = (): Promise<void> => inTurns(takingBack(this.#parts.writer, from), (done) => progress(done, total), signal)
    await this.#transaction({ operation, summary, message, ...of }, work, { hashed: (done) => progress(changes + done, total), signal })
    return { summary, said: saidOf(summary, message) }
  }

  async #transaction<T>(
    text: Omit<StepText, 'at' | 'operator'>,
    work: (plan: PlanWriter) => T | Promise<T>,
    { hashed, signal }: Length = {},
  ): Promise<T> {
    const { writer, options, file } = this.#parts
    refuseCancelled(signal)
    this.#requireSameFile()
    await this.#parts.backups.beginDay()
    try {
      writer.exec('BEGIN IMMEDIATE')
      const value = await work(this.#plan)
      refuseCancelled(signal)
      refuseFrozen(writer)
      const step = { ...text, at: options.now().toISOString(), operator: options.operator() }
      if (hashed === undefined) recordStep(writer, step)
      else await recordStepInTurns(writer, step, hashed, signal)
      refuseCancelled(signal)
      writer.exec('COMMIT')
      return value
    } catch (error) {
      rollBack(writer)
      refuseCancelled(signal)
      throw inOurWords(error, file)
    } finally {
      this.#sameFile.takeOver()
    }
  }

  /** @throws AppError plan.fileReplaced, with the copy that was kept of the work */
  #requireSameFile(): void {
    if (this.#lost === null && !this.#sameFile.isSame()) this.#keepWhatWasLost()
    if (this.#lost !== null) throw this.#lost
  }

  /** What was done so far is still in our hands: it is kept beside, and what has the plan's name now is left alone. */
  #keepWhatWasLost(): void {
    const { file, writer, options } = this.#parts
    const copy = nameBeside(file, options.now())
    let kept: string | null = copy
    try {
      copyPlan(writer, copy)
    } catch {
      // Somebody wrote over the very file, and what was in it is gone with that.
      kept = null
    }
    emptyLastChanges(file, options.now())
    this.#lost = appError('plan.fileReplaced', { file, ...(kept !== null && { copy: kept }) }, { file })
  }
}

/** A sentence is kept twice: in Chinese, as it is read in the file itself, and in the form from which it is said in any language. */
const writtenSummary = (summary: string | Summary): Pick<StepText, 'summary' | 'message'> =>
  typeof summary === 'string' ? { summary, message: null } : { summary: summaryText(summary).zh, message: JSON.stringify(summary) }
