import { shallowRef } from 'vue'
import type { OutputOf } from '../../../src-main/contract/operations.ts'
import { call } from '../../api/client.ts'
import { saveFile } from '../../api/files.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useWords } from '../../locales/words.ts'
import { useFileWork } from '../../stores/file-work.ts'
import { useKeptFiles } from '../../stores/kept-files.ts'
import { useSession } from '../../stores/session.ts'

/** A sheet of projects on its way into the register: chosen, previewed, applied as one step; and the register as a sheet. */
export function useProjectImport() {
  const session = useSession()
  const { t, language } = useWords()
  const { problems, doing, progress, running, cancel, step } = useFileWork()
  const { handOver, keepOnly } = useKeptFiles()
  const preview = shallowRef<OutputOf<'projects.preview'> | null>(null)

  async function choose(file: File): Promise<void> {
    session.dismiss()
    try {
      const { kept, problems: unfit } = await handOver([file])
      const [held] = kept
      if (held === undefined) return void (problems.value = unfit)
      preview.value = await step('query', t('projects.reading', { file: file.name }), (task) => call('projects.preview', { ...held, task }))
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }
  function giveUp(): void {
    preview.value = null
    keepOnly([])
  }
  async function apply(): Promise<void> {
    const { id, file } = preview.value!
    const done = await step('command', t('projects.reading', { file }), (task) => call('projects.apply', { id, task }))
    await session.load()
    if (done === null) return
    giveUp()
    session.say(t('projects.imported', done))
  }
  async function exportSheet(): Promise<void> {
    problems.value = []
    try {
      await saveFile(await call('projects.export', { language: language.value }))
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }
  return { preview, problems, doing, progress, running, cancel, choose, giveUp, apply, exportSheet }
}
