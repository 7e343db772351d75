import { shallowRef, watch } from 'vue'
import { saveFile } from '../../api/files.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useWords } from '../../locales/words.ts'
import { useFileWork } from '../../stores/file-work.ts'
import { useKeptFiles, type HandedOver } from '../../stores/kept-files.ts'
import { useSession } from '../../stores/session.ts'
import type { OutputOf } from '../../../src-main/contract/operations.ts'
import type { CountPreview } from '../../../src-main/model/count-preview.ts'

interface Asked {
  preview: (file: HandedOver) => Promise<CountPreview>
  take: (file: HandedOver) => Promise<{ entered: number; unchanged: number }>
}

/** Sheets of counts, handed out and taken back: chosen, previewed, taken as one step; what is wrong with one stays on the page. */
export function useCountFiles({ preview: previewOf, take }: Asked) {
  const session = useSession()
  const { t } = useWords()
  const { problems, doing, running, step } = useFileWork()
  const { handOver, keepOnly } = useKeptFiles()
  const chosen = shallowRef<HandedOver | null>(null)
  const preview = shallowRef<CountPreview | null>(null)

  async function save(ask: () => Promise<OutputOf<'targets.template'>>): Promise<void> {
    try {
      await saveFile(await ask())
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }
  function giveUp(): void {
    chosen.value = null
    preview.value = null
    problems.value = []
    keepOnly([])
  }
  async function choose(file: File): Promise<void> {
    giveUp()
    try {
      const { kept, problems: unfit } = await handOver([file])
      if (kept.length === 0) return void (problems.value = unfit)
      chosen.value = kept[0]!
      const read = await step('query', t('targets.importing', { file: file.name }), () => previewOf(kept[0]!))
      if (read === null) keepOnly([])
      else preview.value = read
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }
  // What changes while she looks is judged anew, so that what she sees is what would be entered.
  watch(
    () => session.moment,
    async () => {
      const file = chosen.value
      if (file === null || preview.value === null || running.value) return
      const again = await previewOf(file).catch((error: unknown) => void (problems.value = problemsOf(error)))
      if (again !== undefined && chosen.value === file) preview.value = again
    },
  )
  async function apply(): Promise<void> {
    const file = chosen.value!
    const seen = preview.value!.changed
    const done = await step('command', t('targets.importing', { file: file.fileName }), () => take(file))
    if (done === null) return
    giveUp()
    await session.load()
    const said = t('targets.imported', { entered: done.entered, unchanged: done.unchanged })
    session.say(done.entered === seen ? said : `${said}${t('targets.importedOther', { count: seen })}`)
  }
  return { preview, problems, doing, running, save, choose, apply, giveUp }
}
