import { returnInWorker } from '../../documents/import/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { districtChoices, subdistrictChoices } from './place-question.ts'
import { deskAnswer, previewAnswer } from './answers.ts'
import { applyImport } from './apply.ts'
import { notesOf } from './notes.ts'
import { preparedIn, prepareImport, type PreparedImport } from './prepare.ts'
import type { Service } from '../../desk/service.ts'
import { fileAnswer } from '../../desk/file-answer.ts'

/** @throws import.stale where something else was prepared since, or the plan was closed */
function preparedOf(desk: Desk, id: string): PreparedImport {
  const prepared = preparedIn(desk).get(id)
  if (prepared === undefined) throw appError('import.stale')
  return prepared
}

export const imports = (desk: Desk) =>
  ({
    'import.preview': async ({ mapping, task: _, ...file }, context) => {
      const onDesk = { ...file, mappings: mapping === undefined ? [] : [mapping], onlyOne: true }
      const prepared = await prepareImport(desk, [onDesk], context)
      const only = prepared.files[0]!
      if (only.parts.length === 0) throw new AppError(only.problems)
      return previewAnswer(prepared, only)
    },
    'import.desk': async ({ files }, context) =>
      deskAnswer(await prepareImport(desk, files, context), { districts: districtChoices(desk), subdistricts: subdistrictChoices(desk) }),
    'import.deskRows': ({ id, offset, limit }) => {
      const { added, changed, conflicts } = preparedOf(desk, id).settled
      const page = <T>(list: readonly T[]): T[] => list.slice(offset, offset + limit)
      return { added: page(added), changed: page(changed), conflicts: page(conflicts) }
    },
    'import.apply': async ({ id }, context) => {
      const { added, changed } = await desk.whileImporting(preparedOf(desk, id).files[0]!.name, () =>
        applyImport(desk, id, { decisions: [], later: false }, context),
      )
      return { added, changed }
    },
    'import.applyDesk': ({ id, decisions, later = false }, context) =>
      desk.whileImporting(preparedOf(desk, id).files[0]!.name, () => applyImport(desk, id, { decisions, later }, context)),
    'import.returnSheet': async ({ id, file }, { signal }) => {
      const prepared = preparedOf(desk, id)
      const found = prepared.files.find(({ name }) => name === file)
      if (found === undefined) throw appError('file.missing', { file }, { file })
      const notes = notesOf(prepared, found)
      const content = desk.files.contentOf(found.onDesk)
      const bytes = await desk.inThread(signal, (until) => returnInWorker(found.name, content, notes, until))
      return fileAnswer(`${file.replace(/\.[^.]*$/, '')}（退回核对）`, 'xlsx', bytes)
    },
    'import.layouts': () => desk.store.read.importLayouts.list(),
    'import.forgetLayout': async ({ id }) => {
      const file = desk.store.read.importLayouts.list().find((each) => each.id === id)?.file ?? id
      await desk.store.command('import.forgetLayout', file, (plan) => plan.importLayouts.remove(id))
      return {}
    },
  }) satisfies Partial<Service>
