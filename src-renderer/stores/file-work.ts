import { ref, shallowRef } from 'vue'
import { problemsOf } from '../api/problem-error.ts'
import { useTask } from '../api/task.ts'
import { useWords } from '../locales/words.ts'
import { useSession } from './session.ts'
import type { Problem } from '../../src-main/model/problem.ts'

/** Long steps with files, one after the other: what is being done, how far it is, and what was wrong with the last one. */
export function useFileWork() {
  const session = useSession()
  const { t } = useWords()
  const { progress, running, run, cancel } = useTask()
  const problems = shallowRef<readonly Problem[]>([])
  const doing = ref('')

  /** Runs a step; stopping it is said as news, not as a fault. @returns null when it was stopped or refused */
  async function step<T>(kind: 'query' | 'command', saying: string, work: (task: string) => Promise<T>): Promise<T | null> {
    problems.value = []
    doing.value = saying
    try {
      return await run(work, kind)
    } catch (error) {
      const found = problemsOf(error)
      if (found.some((each) => each.code === 'task.cancelled')) session.say(t('imports.cancelled'))
      else problems.value = found
      return null
    }
  }
  return { problems, doing, progress, running, cancel, step }
}
