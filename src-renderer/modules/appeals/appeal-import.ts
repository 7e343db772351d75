import { ref, shallowRef } from 'vue'
import type { AppealSource } from '../../../src-main/model/appeal.ts'
import type { OutputOf } from '../../../src-main/contract/operations.ts'
import { call } from '../../api/client.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useWords } from '../../locales/words.ts'
import { useFileWork } from '../../stores/file-work.ts'
import { useKeptFiles, type HandedOver } from '../../stores/kept-files.ts'
import { useSession } from '../../stores/session.ts'

/** New subjects are ticked by themselves as long as they are so few; a column with more is hardly one of subjects. */
const FEW_SUBJECTS = 12

/** A sheet of appeals on its way in: chosen, previewed, its questions answered, applied as one step. */
export function useAppealImport() {
  const session = useSession()
  const { t } = useWords()
  const { problems, doing, progress, running, cancel, step } = useFileWork()
  const { handOver, keepOnly } = useKeptFiles()
  const preview = shallowRef<OutputOf<'appeals.preview'> | null>(null)
  const held = shallowRef<HandedOver | null>(null)
  /** What counts where a row does not say it. */
  const source = ref<AppealSource>('hotline')
  const month = ref<number | null>(null)
  /** By the place in the sheet: the key of the community, '' while nobody has said, '-' where it is not counted. */
  const communities = ref<Record<number, string>>({})
  const subjects = ref<string[]>([])
  const zeros = ref(false)

  async function read(): Promise<void> {
    const file = held.value
    if (file === null) return
    preview.value = await step('query', t('appeals.reading', { file: file.fileName }), (task) =>
      call('appeals.preview', { ...file, source: source.value, ...(month.value !== null && { month: month.value }), task }),
    )
    communities.value = Object.fromEntries((preview.value?.unknown ?? []).map((each) => [each.place, '']))
    const added = preview.value?.subjects ?? []
    subjects.value = added.length > FEW_SUBJECTS ? [] : added.map((each) => each.name)
    zeros.value = false
  }
  async function choose(file: File): Promise<void> {
    session.dismiss()
    try {
      const { kept, problems: unfit } = await handOver([file])
      held.value = kept[0] ?? null
      if (held.value === null) return void (problems.value = unfit)
      await read()
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }
  function giveUp(): void {
    preview.value = null
    held.value = null
    keepOnly([])
  }
  async function apply(): Promise<void> {
    const { id, file } = preview.value!
    const answered = Object.entries(communities.value)
      .filter(([, key]) => key !== '')
      .map(([place, key]) => ({ place: Number(place), key: key === '-' ? null : key }))
    const done = await step('command', t('appeals.reading', { file }), (task) =>
      call('appeals.apply', { id, communities: answered, subjects: subjects.value, zeros: zeros.value, task }),
    )
    await session.load()
    if (done === null) return
    giveUp()
    session.say(t('appeals.imported', { received: done.received, rows: done.rows + done.zeros }))
  }
  return { preview, problems, doing, progress, running, cancel, choose, read, giveUp, apply, source, month, communities, subjects, zeros }
}
