import type { OutputOf } from '../contract/operations.ts'

interface Task {
  controller: AbortController
  progress: OutputOf<'task.progress'>
}

/** The requests under way that were given a task name by their sender, so that they can be watched and cancelled. */
export class Tasks {
  readonly #running = new Map<string, Task>()

  /** Runs work under a name (none: it can't be watched). The name is free again when the work has ended, however it ended. */
  async run<T>(
    name: string | undefined,
    work: (signal: AbortSignal, progress: (done: number, total: number, label: string) => void) => T | Promise<T>,
  ): Promise<T> {
    const task: Task = { controller: new AbortController(), progress: { done: 0, total: 0, label: '' } }
    if (name !== undefined) this.#running.set(name, task)
    try {
      return await work(task.controller.signal, (done, total, label) => {
        task.progress = { done, total, label }
      })
    } finally {
      if (name !== undefined && this.#running.get(name) === task) this.#running.delete(name)
    }
  }

  /** @returns how far a task is; null when no task of that name is running */
  progressOf(name: string): OutputOf<'task.progress'> {
    return this.#running.get(name)?.progress ?? null
  }

  /** Asks a task to stop; does nothing when it has already ended. */
  cancel(name: string): void {
    this.#running.get(name)?.controller.abort()
  }

  /** Asks everything to stop: the host is closing. */
  cancelAll(): void {
    for (const task of this.#running.values()) task.controller.abort()
  }
}
