import { call } from '../../api/client.ts'
import { saveFile } from '../../api/files.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useWords } from '../../locales/words.ts'
import { useFileWork } from '../../stores/file-work.ts'
import { useKeptFiles } from '../../stores/kept-files.ts'
import { useSession } from '../../stores/session.ts'
import type { OutputOf } from '../../../src-main/contract/operations.ts'

type HandedOver = Parameters<typeof call<'targets.import'>>[1]

/** Sheets of counts, handed out and taken back; what is wrong with one stays on the page. */
export function useCountFiles() {
  const session = useSession()
  const { t } = useWords()
  const { problems, doing, running, step } = useFileWork()
  const { handOver, keepOnly } = useKeptFiles()

  async function save(ask: () => Promise<OutputOf<'targets.template'>>): Promise<void> {
    try {
      await saveFile(await ask())
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }
  /** @param take the file as it was handed over */
  async function choose(event: Event, take: (file: HandedOver) => Promise<{ entered: number; unchanged: number }>): Promise<void> {
    const input = event.target as HTMLInputElement
    const [file] = input.files ?? []
    input.value = ''
    if (file === undefined) return
    problems.value = []
    try {
      const { kept, problems: unfit } = await handOver([file])
      if (kept.length === 0) return void (problems.value = unfit)
      const done = await step('command', t('targets.importing', { file: file.name }), () => take(kept[0]!))
      if (done === null) return
      await session.load()
      session.say(t('targets.imported', { entered: done.entered, unchanged: done.unchanged }))
    } catch (error) {
      problems.value = problemsOf(error)
    } finally {
      keepOnly([])
    }
  }
  return { problems, doing, running, save, choose }
}
