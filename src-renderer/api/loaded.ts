import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Problem } from '../../src-main/model/problem.ts'
import { problemsOf } from './problem-error.ts'

/** Something read from the core: the value, or why there is none. */
export interface Loaded<T> {
  value: ShallowRef<T | null>
  problems: ShallowRef<Problem[]>
  loading: Ref<boolean>
  load(): Promise<void>
  /** Forgets the value, its problems and every answer that is still under way. */
  clear(): void
}

/**
 * Keeps the newest answer only: one that arrives after a later request has been sent is dropped. A failure clears the value,
 * so that no outdated number stays on the screen beside an error.
 */
export function loaded<T>(read: () => Promise<T>): Loaded<T> {
  const value = shallowRef<T | null>(null)
  const problems = shallowRef<Problem[]>([])
  const loading = ref(false)
  let newest = 0
  async function load(): Promise<void> {
    const mine = ++newest
    loading.value = true
    try {
      const answer = await read()
      if (mine !== newest) return
      value.value = answer
      problems.value = []
    } catch (error) {
      if (mine !== newest) return
      value.value = null
      problems.value = problemsOf(error)
    } finally {
      if (mine === newest) loading.value = false
    }
  }
  function clear(): void {
    newest++
    value.value = null
    problems.value = []
    loading.value = false
  }
  return { value, problems, loading, load, clear }
}
