import { shallowRef } from 'vue'
import { call } from '../../api/client.ts'
import { saveFile } from '../../api/files.ts'
import { problemsOf } from '../../api/problem-error.ts'
import { useWords } from '../../locales/words.ts'
import { useFileWork } from '../../stores/file-work.ts'
import { useKeptFiles, type HandedOver } from '../../stores/kept-files.ts'
import { useSession } from '../../stores/session.ts'
import type { CellMend, ImportConflict, ImportDecision, ImportDesk } from '../../../src-main/model/import-desk.ts'
import type { ImportMapping } from '../../../src-main/model/import.ts'
import type { InputOf, OutputOf } from '../../../src-main/contract/operations.ts'
import { stillFitting } from './decisions.ts'

/** What is sent of a file each time: not the file, which the core has. */
type ChosenFile = HandedOver & Pick<InputOf<'import.desk'>['files'][number], 'sheets' | 'mappings' | 'cells' | 'district' | 'answers'>
const READ_AT_ONCE = 1000

/** The work at the import desk: files chosen, read together, corrected, decided and applied as one step. */
export function useImportWork() {
  const session = useSession()
  const { t } = useWords()
  const { problems, doing, progress, running, cancel, step } = useFileWork()
  const { handOver, keepOnly } = useKeptFiles()

  const chosen = shallowRef<readonly ChosenFile[]>([])
  const desk = shallowRef<ImportDesk | null>(null)
  /** All of them, however many: whether everything is decided has to be known. */
  const conflicts = shallowRef<readonly ImportConflict[]>([])
  const decisions = shallowRef<readonly ImportDecision[]>([])
  /** What the last import brought, until other files are chosen. */
  const done = shallowRef<OutputOf<'import.applyDesk'> | null>(null)
  /** Its files of which something was left for later, as they were chosen. */
  const unfinished = shallowRef<readonly ChosenFile[]>([])

  async function allConflicts({ id, counts, conflicts: first }: ImportDesk): Promise<ImportConflict[]> {
    const all = [...first]
    while (all.length < counts.conflicts) {
      const { conflicts: more } = await call('import.deskRows', { id, offset: all.length, limit: READ_AT_ONCE })
      if (more.length === 0) break
      all.push(...more)
    }
    return all
  }

  /** Reads the files together. What was there before stays when that fails or is stopped. */
  async function read(files: readonly ChosenFile[]): Promise<void> {
    if (files.length === 0) return startOver()
    const answer = await step('query', t('importDesk.reading', { count: files.length }), async (task) => {
      const found = await call('import.desk', { files: [...files], task })
      return { found, contradictions: await allConflicts(found) }
    })
    if (answer !== null) {
      chosen.value = files
      desk.value = answer.found
      conflicts.value = answer.contradictions
      decisions.value = stillFitting(decisions.value, answer.contradictions)
    }
    keepOnly([...chosen.value, ...unfinished.value])
  }

  async function add(files: readonly File[]): Promise<void> {
    session.dismiss()
    close()
    try {
      const { kept, problems: refused } = await handOver(files)
      if (kept.length > 0) await read([...chosen.value, ...kept])
      if (refused.length > 0) problems.value = [...problems.value, ...refused]
    } catch (error) {
      keepOnly(chosen.value)
      problems.value = problemsOf(error)
    }
  }

  const withFile = (position: number, change: Partial<ChosenFile>): ChosenFile[] =>
    chosen.value.map((each, at) => (at === position ? { ...each, ...change } : each))
  const remove = (position: number): Promise<void> => read(chosen.value.filter((_, at) => at !== position))
  const readSheets = (position: number, sheets: string[]): Promise<void> => read(withFile(position, { sheets }))

  /** Corrects how a sheet is read; what was corrected in its columns before stays, unless the header rows are others. */
  function correct(position: number, change: ImportMapping & { sheet: string }): Promise<void> {
    const mappings = chosen.value[position]!.mappings ?? []
    const before = mappings.find((each) => each.sheet === change.sheet)
    const fields = { ...(change.fields === undefined ? {} : before?.fields), ...change.fields }
    return read(withFile(position, { mappings: [...mappings.filter((each) => each !== before), { ...change, fields }] }))
  }

  /** The position of a file on the desk by the name that the desk calls it by. */
  const positionOf = (file: string): number => desk.value?.files.findIndex((each) => each.file === file) ?? -1

  /** Puts cells of files right, by the names of the files; what was put right before stays, unless it is the same cell. */
  function mend(mends: ReadonlyMap<string, readonly CellMend[]>): Promise<void> {
    const at = new Map([...mends].map(([file, cells]) => [positionOf(file), cells]))
    const isSame = (one: CellMend, other: CellMend): boolean =>
      one.sheet === other.sheet && one.row === other.row && one.column === other.column
    return read(
      chosen.value.map((each, position) => {
        const cells = at.get(position)
        if (cells === undefined) return each
        const before = (each.cells ?? []).filter((known) => !cells.some((cell) => isSame(cell, known)))
        return { ...each, cells: [...before, ...cells] }
      }),
    )
  }

  /** Says which community a row is about that looks like one of the plan. @param is its key; null: it is a new one */
  const answer = (file: string, row: string, is: string | null): Promise<void> => {
    const position = positionOf(file)
    return read(withFile(position, { answers: { ...chosen.value[position]!.answers, [row]: is } }))
  }

  /** Names the district or subdistrict of the communities of which these files don't say it. */
  const placeIn = (level: 'district' | 'subdistrict', place: string, files: readonly string[]): Promise<void> => {
    const positions = new Set(files.map(positionOf))
    return read(chosen.value.map((each, position) => (positions.has(position) ? { ...each, [level]: place } : each)))
  }

  function close(): void {
    done.value = null
    unfinished.value = []
  }
  /** Takes up the files again of which something was left. */
  function goOn(): Promise<void> {
    const files = unfinished.value
    close()
    return read(files)
  }

  function startOver(): void {
    chosen.value = []
    keepOnly(unfinished.value)
    desk.value = null
    conflicts.value = []
    decisions.value = []
    problems.value = []
  }

  /** @param later what can't be taken is left for later */
  async function apply(later: boolean): Promise<OutputOf<'import.applyDesk'> | null> {
    const { id } = desk.value!
    const applied = await step('command', t('imports.applying'), (task) =>
      call('import.applyDesk', { id, decisions: [...decisions.value], later, task }),
    )
    await session.load()
    if (applied !== null) {
      done.value = applied
      unfinished.value = chosen.value.filter((_, position) => (applied.byFile[position]?.left ?? 0) > 0)
      startOver()
    }
    return applied
  }

  /** Hands a file made by the core to the user, and says so unless the user thought better of it. */
  async function save(file: () => Promise<OutputOf<'template.export'>>, said: (name: string) => string): Promise<void> {
    try {
      const made = await file()
      if (await saveFile(made)) session.say(said(made.fileName))
    } catch (error) {
      problems.value = problemsOf(error)
    }
  }

  return {
    chosen,
    desk,
    conflicts,
    decisions,
    problems,
    doing,
    progress,
    running,
    cancel,
    add,
    remove,
    readSheets,
    correct,
    mend,
    answer,
    placeIn,
    done,
    unfinished,
    goOn,
    close,
    startOver,
    apply,
    save,
    readAgain: () => read(chosen.value),
  }
}
