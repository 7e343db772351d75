import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useTask } from '../api/task.ts'

/** A step that may take long and that the whole window waits for: undo, redo, checking the log. Its progress is shown above the page. */
export const useLongStep = defineStore('longStep', () => {
  const { progress, running, run: runTask, cancel } = useTask()
  const saying = ref('')

  /** Runs the work; a second one at the same time is not watched. @param said what is being done, in words */
  function run<T>(said: string, kind: 'query' | 'command', work: (task?: string) => Promise<T>): Promise<T> {
    if (running.value) return work()
    saying.value = said
    return runTask(work, kind)
  }

  return { progress, running, saying, run, cancel }
})
