import { onScopeDispose, ref, shallowRef } from 'vue'
import { problem } from '../../src-main/model/problem.ts'
import { call } from './client.ts'
import { ProblemError } from './problem-error.ts'

const POLL_EVERY_MS = 250

/** A long piece of work with progress and a way to stop it. `progress` is null until the core reports some. */
export function useTask() {
  const progress = shallowRef<{ done: number; total: number; label: string } | null>(null)
  const running = ref(false)
  let id = ''
  let timer: number | undefined

  const stopPolling = (): void => {
    window.clearInterval(timer)
    running.value = false
    progress.value = null
  }

  let giveUp: (() => void) | null = null
  const givenUp = (): Promise<never> =>
    new Promise((_, reject) => {
      giveUp = () => reject(new ProblemError([problem('task.cancelled')]))
    })

  /**
   * Runs the work under a fresh task id, and asks for its progress until it ends. Errors pass through.
   * @param kind a query that is stopped ends at once, its answer is dropped; a command ends when the core says what became of it
   */
  async function run<T>(work: (task: string) => Promise<T>, kind: 'query' | 'command' = 'command'): Promise<T> {
    id = crypto.randomUUID()
    const mine = id
    running.value = true
    timer = window.setInterval(() => {
      call('task.progress', { task: mine }).then(
        (now) => {
          if (running.value && mine === id) progress.value = now
        },
        () => {
          /* the work itself reports what is wrong; a missed progress report does not matter */
        },
      )
    }, POLL_EVERY_MS)
    try {
      return await (kind === 'query' ? Promise.race([work(mine), givenUp()]) : work(mine))
    } finally {
      giveUp = null
      stopPolling()
    }
  }

  /** Asks the core to stop. A task that has ended meanwhile is not an error. */
  async function cancel(): Promise<void> {
    giveUp?.()
    await call('task.cancel', { task: id })
  }

  onScopeDispose(() => window.clearInterval(timer))
  return { progress, running, run, cancel }
}
