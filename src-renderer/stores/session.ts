import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { call } from '../api/client.ts'
import { loaded } from '../api/loaded.ts'
import { problemsOf } from '../api/problem-error.ts'
import type { InputOf, OperationName, OutputOf } from '../../src-main/contract/operations.ts'
import type { Problem } from '../../src-main/model/problem.ts'

/** What is open, what was said last, and the one way in which pages change something. */
export const useSession = defineStore('session', () => {
  const reading = loaded(() => call('app.status', {}))
  /** The last known status: it stays when a later reading fails, so that nothing typed is lost. */
  const status = shallowRef<OutputOf<'app.status'> | null>(null)
  async function load(): Promise<void> {
    await reading.load()
    if (reading.value.value !== null) status.value = reading.value.value
  }
  const plan = computed(() => status.value?.plan ?? null)
  /** Changes whenever anything that pages show may have changed. */
  const moment = computed(() => (plan.value === null ? null : `${plan.value.file}/${plan.value.year}/${plan.value.revision}`))

  const problems = shallowRef<Problem[]>([])
  const said = ref('')
  const busy = ref(0)

  const say = (message: string): void => {
    said.value = message
  }
  const dismiss = (): void => {
    problems.value = []
  }

  /**
   * Runs a command and reads the status again. A refusal is shown at the top of the page.
   * @returns the value, or null when it was refused
   */
  async function perform<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N> | null> {
    busy.value++
    dismiss()
    say('')
    try {
      const value = await call(name, input)
      await load()
      return value
    } catch (error) {
      problems.value = problemsOf(error)
      await load()
      return null
    } finally {
      busy.value--
    }
  }

  /** Ends when nothing is under way any more. */
  const idle = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = watch(
        busy,
        (now) => {
          if (now > 0) return
          resolve()
          queueMicrotask(() => stop())
        },
        { immediate: true, flush: 'sync' },
      )
    })

  const show = (error: unknown): void => {
    problems.value = problemsOf(error)
  }

  return { status, statusProblems: reading.problems, load, plan, moment, problems, said, busy, say, dismiss, perform, idle, show }
})
