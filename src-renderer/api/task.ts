import { onScopeDispose, ref, shallowRef } from 'vue'
import { call } from './client.ts'

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

  /** Runs the work under a fresh task id, and asks for its progress until it ends. Errors pass through. */
  async function run<T>(work: (task: string) => Promise<T>): Promise<T> {
    id = crypto.randomUUID()
    const mine = id
    running.value = true
    timer = window.setInterval(() => {
      call('task.progress', { task: mine }).then(
        (now) => { if (running.value && mine === id) progress.value = now },
        () => { /* the work itself reports what is wrong; a missed progress report does not matter */ },
      )
    }, POLL_EVERY_MS)
    try {
      return await work(mine)
    } finally {
      stopPolling()
    }
  }

  onScopeDispose(() => window.clearInterval(timer))
  return { progress, running, run, cancel: () => call('task.cancel', { task: id }) }
}
