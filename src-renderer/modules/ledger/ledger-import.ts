import { shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import { saveFile } from '../../api/files.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useWords } from '../../locales/words.ts'
import { useFileWork } from '../../stores/file-work.ts'
import { useKeptFiles, type HandedOver } from '../../stores/kept-files.ts'
import { useSession } from '../../stores/session.ts'
import type { ImportMapping } from '../../../src-main/model/import.ts'
import type { LedgerPreview } from '../../../src-main/model/ledger.ts'
import type { InputOf } from '../../../src-main/contract/operations.ts'

type ChosenFile = HandedOver & Pick<InputOf<'ledger.preview'>, 'mappings'>

/** A file of amounts on its way into the ledger: chosen, previewed, corrected, applied as one step. */
export function useLedgerImport() {
  const session = useSession()
  const { t } = useWords()
  const { problems, doing, progress, running, cancel, step } = useFileWork()
  const { handOver, keepOnly } = useKeptFiles()
  const chosen = shallowRef<ChosenFile | null>(null)
  const preview = shallowRef<LedgerPreview | null>(null)

  /** What was there before stays when the file can't be read, so that its problem is seen beside it. */
  async function read(file: ChosenFile): Promise<void> {
    const answer = await step('query', t('ledger.reading', { file: file.fileName }), (task) => call('ledger.preview', { ...file, task }))
    if (answer !== null) {
      chosen.value = file
      preview.value = answer
    }
    keepOnly(chosen.value === null ? [] : [chosen.value])
  }

  async function choose(file: File): Promise<void> {
    session.dismiss()
    try {
      const { kept, problems: refused } = await handOver([file])
      if (kept.length > 0) await read(kept[0]!)
      else problems.value = refused
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }

  /** Corrects how a sheet is read; what was corrected in its columns before stays, unless the header rows are others. */
  function correct(change: ImportMapping & { sheet: string }): Promise<void> {
    const file = chosen.value!
    const mappings = file.mappings ?? []
    const before = mappings.find((each) => each.sheet === change.sheet)
    const fields = { ...(change.fields === undefined ? {} : before?.fields), ...change.fields }
    return read({ ...file, mappings: [...mappings.filter((each) => each !== before), { ...change, fields }] })
  }

  function giveUp(): void {
    chosen.value = null
    keepOnly([])
    preview.value = null
    problems.value = []
  }

  async function apply(): Promise<void> {
    const { id } = preview.value!
    const applied = await step('command', t('ledger.importing'), (task) => call('ledger.apply', { id, task }))
    await session.load()
    if (applied === null) return
    giveUp()
    session.say(t('ledger.applied', { count: applied.changed }))
  }

  async function exportSheet(): Promise<void> {
    problems.value = []
    try {
      const made = await call('ledger.export', {})
      if (await saveFile(made)) session.say(t('ledger.exported', { file: made.fileName }))
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }

  return { preview, problems, doing, progress, running, cancel, choose, correct, giveUp, apply, exportSheet }
}
