import type { Problem } from '../contract/problem.ts'
import { appError } from '../shared/app-error.ts'
import type { Lock } from './file/lock.ts'
import { recordStep, recordStepInTurns, type StepText } from './history/record.ts'
import { redoStep, redoTarget, undoStep, undoTarget, type Target } from './history/undo.ts'
import { type HistoryFinding, verifyHistory } from './history/verify.ts'
import { planReader, planWriter, type PlanReader, type PlanWriter } from './repositories/index.ts'
import { rollBack, type Connection } from './sqlite.ts'
import { inOurWords } from './sqlite-problems.ts'

export interface StoreOptions {
  /** Name of whoever works on the plan, for the history; asked anew for each step. */
  operator: () => string
  now: () => Date
}

/** `inTurns`: work that may take long lets others do theirs in between. */
interface Length { inTurns?: boolean; signal?: AbortSignal | undefined }

interface StoreParts {
  file: string
  writer: Connection
  reader: Connection
  lock: Lock
  options: StoreOptions
  tracked: readonly string[]
  warnings: readonly Problem[]
}

/**
 * An open plan file. Everything is read through `read`, everything is changed by a command; commands run one after the other, each in
 * one transaction with one step of the history. Reading has a connection of its own, so that during a long command it shows the plan as
 * it was before: never half an import, and never made to wait for one.
 */
export class PlanStore {
  readonly file: string
  readonly read: PlanReader
  /** What did not go quite well on opening, such as a backup for which there was no room. */
  readonly warnings: readonly Problem[]
  readonly #parts: StoreParts
  readonly #plan: PlanWriter
  #queue: Promise<unknown> = Promise.resolve()
  #closing: Promise<void> | null = null

  /** Use openPlanFile or createPlanFile. */
  constructor(parts: StoreParts) {
    this.file = parts.file
    this.warnings = parts.warnings
    this.read = planReader(parts.reader)
    this.#plan = planWriter(parts.writer)
    this.#parts = parts
  }

  /** Number of the last step; goes up with every committed change. */
  get revision(): number {
    return this.read.history.revision()
  }

  /**
   * Changes the plan: all of the work or, if it throws, nothing.
   * @param operation name of the operation, for the history
   * @param summary what it does, in words for the history and for undo
   * @param work reads and changes the plan through what it is given, at once: it may not wait for anything
   * @returns what the work returns, once it is safely on the disk; work that changed nothing leaves no step
   * @throws what the work throws; AppError plan.diskFull, plan.damaged, plan.readOnly, plan.busy, file.notWritable
   */
  command<T>(operation: string, summary: string, work: (plan: PlanWriter) => T): Promise<T> {
    return this.#enqueue(async () => this.#transaction({ operation, summary }, work))
  }

  /**
   * A command whose work may wait between portions, so that progress can be shown and it can be cancelled; other commands wait until
   * it is over.
   * @param signal cancels it, also while it is still waiting for its turn; until the last moment nothing of it stays
   * @throws as command, and AppError task.cancelled
   */
  longCommand<T>(operation: string, summary: string, work: (plan: PlanWriter) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#enqueue(() => this.#transaction({ operation, summary }, work, { inTurns: true, signal }))
  }

  /** Takes back the last step that stands, as a step of its own. @throws AppError plan.nothingToUndo */
  undo(): Promise<{ summary: string }> {
    return this.#enqueue(async () => {
      const target = undoTarget(this.#parts.writer)
      if (target === null) throw appError('plan.nothingToUndo')
      return this.#step('history.undo', target, { undoes: target.id }, () => undoStep(this.#parts.writer, target))
    })
  }

  /** Does the step again that was taken back last, unless something new was done since. @throws AppError plan.nothingToRedo */
  redo(): Promise<{ summary: string }> {
    return this.#enqueue(async () => {
      const target = redoTarget(this.#parts.writer)
      if (target === null) throw appError('plan.nothingToRedo')
      return this.#step('history.redo', target, { redoes: target.id }, () => redoStep(this.#parts.writer, target))
    })
  }

  /** @returns whether the history is as it was written and leads to the plan as it is, or the first place where it does not */
  verifyHistory(): HistoryFinding {
    return verifyHistory(this.#parts.reader, this.#parts.tracked)
  }

  /** Waits for the commands under way, then closes the file and gives the lock back. May be called more than once. */
  close(): Promise<void> {
    this.#closing ??= this.#queue.then(() => {
      // The writer last: the last connection to go puts everything into the one file and removes -wal and -shm.
      this.#parts.reader.close()
      this.#parts.writer.close()
      this.#parts.lock.release()
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

  async #step(operation: string, { summary }: Target, of: Pick<StepText, 'undoes' | 'redoes'>, work: () => void): Promise<{ summary: string }> {
    await this.#transaction({ operation, summary, ...of }, work)
    return { summary }
  }

  async #transaction<T>(text: Omit<StepText, 'at' | 'operator'>, work: (plan: PlanWriter) => T | Promise<T>, { inTurns = false, signal }: Length = {}): Promise<T> {
    const { writer, options, file } = this.#parts
    refuseCancelled(signal)
    try {
      writer.exec('BEGIN IMMEDIATE')
      const value = await work(this.#plan)
      refuseCancelled(signal)
      const step = { ...text, at: options.now().toISOString(), operator: options.operator() }
      if (inTurns) await recordStepInTurns(writer, step)
      else recordStep(writer, step)
      refuseCancelled(signal)
      writer.exec('COMMIT')
      return value
    } catch (error) {
      rollBack(writer)
      refuseCancelled(signal)
      throw inOurWords(error, file)
    }
  }
}

const refuseCancelled = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw appError('task.cancelled')
}
