import { ref, shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useTask } from '../../api/task.ts'
import { useWords } from '../../locales/words.ts'
import { useKeptFiles, type HandedOver } from '../../stores/kept-files.ts'
import { useSession } from '../../stores/session.ts'
import type { RollupPreview } from '../../../src-main/model/package.ts'
import type { Problem } from '../../../src-main/model/problem.ts'

/** The work of merging: packages chosen, opened together, and merged as one step. */
export function useRollupWork() {
  const session = useSession()
  const { t } = useWords()
  const { progress, running, run, cancel } = useTask()
  const { handOver, keepOnly } = useKeptFiles()
  const chosen = shallowRef<readonly HandedOver[]>([])
  const preview = shallowRef<RollupPreview | null>(null)
  const problems = shallowRef<readonly Problem[]>([])
  const confirmed = ref(false)
  /** Districts that keep their own policy and result. */
  const kept = shallowRef<readonly string[]>([])
  /** How many files are being opened; 0: none, they are being merged. */
  const opening = ref(0)

  function startOver(): void {
    chosen.value = []
    kept.value = []
    keepOnly([])
    preview.value = null
    problems.value = []
    confirmed.value = false
  }

  /** Opens the files together. What was there before stays when that fails or is stopped. */
  async function read(files: readonly HandedOver[], keeping = kept.value): Promise<void> {
    if (files.length === 0) return startOver()
    opening.value = files.length
    problems.value = []
    try {
      preview.value = await run((task) => call('rollup.preview', { files: [...files], kept: [...keeping], task }), 'query')
      chosen.value = files
      kept.value = keeping
      confirmed.value = false
    } catch (error) {
      problems.value = problemsOf(error)
    }
    keepOnly(chosen.value)
  }

  async function add(files: readonly File[]): Promise<void> {
    session.dismiss()
    try {
      const { kept, problems: refused } = await handOver(files)
      if (kept.length > 0) await read([...chosen.value, ...kept])
      if (refused.length > 0) problems.value = [...problems.value, ...refused]
    } catch (error) {
      keepOnly(chosen.value)
      problems.value = problemsOf(error)
    }
  }

  /** The districts of one of the packages. */
  const districtsOf = (position: number): readonly string[] => preview.value?.packages[position]?.content?.districts ?? []

  function remove(position: number): Promise<void> {
    const gone = districtsOf(position)
    return read(
      chosen.value.filter((_, at) => at !== position),
      kept.value.filter((each) => !gone.includes(each)),
    )
  }

  /** Whether the districts of a package keep their own policy; the others stay as they were decided. */
  function keep(position: number, isKept: boolean): Promise<void> {
    const own = districtsOf(position)
    return read(chosen.value, [...kept.value.filter((each) => !own.includes(each)), ...(isKept ? own : [])])
  }

  async function merge(): Promise<void> {
    const { id } = preview.value!
    opening.value = 0
    problems.value = []
    try {
      const done = await run((task) => call('rollup.apply', { id, confirmed: confirmed.value, task }))
      startOver()
      await session.load()
      session.say(t('rollup.merged', done))
    } catch (error) {
      problems.value = problemsOf(error)
      await session.load()
    }
  }

  /**
   * Makes one of the packages a plan of its own, which is open from then on.
   * @returns whether that was done; a refusal stands in the session
   */
  async function openAsPlan(position: number, name: string): Promise<boolean> {
    const opened = await session.perform('package.open', { ...chosen.value[position]!, name })
    if (opened === null) return false
    startOver()
    problems.value = opened.problems
    session.say(t('rollup.opened', { name: opened.name }))
    return true
  }

  return { preview, problems, confirmed, opening, progress, running, cancel, add, remove, keep, merge, openAsPlan, startOver }
}
