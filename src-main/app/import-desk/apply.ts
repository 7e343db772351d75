import type { ImportDecision, ImportLayout } from '../../contract/import-desk.ts'
import type { Problem } from '../../contract/problem.ts'
import { layoutId } from '../../documents/import/layouts.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../desk.ts'
import type { OperationContext } from '../service.ts'
import { decider } from './decisions.ts'
import { inPortions, type Watch } from './portions.ts'
import { errorsOf, type PreparedFile, type PreparedImport } from './prepare.ts'
import { nothingSettled, settle, type Settled } from './settle.ts'

export interface Applied { files: number; added: number; changed: number; layouts: number }

/**
 * Applies what was prepared, as one step: all of it or, if it is refused, cancelled or the power goes, nothing. What was chosen by hand for
 * the columns is remembered in the same step.
 * @throws AppError import.stale, import.refused, import.undecided, import.decisionWrong, task.cancelled; import.aboveOther where a
 *   decision breaks a relation
 */
export async function applyImport(desk: Desk, id: string, decisions: readonly ImportDecision[], { signal, progress }: OperationContext): Promise<Applied> {
  const prepared = desk.prepared.get(id)
  if (prepared === undefined || prepared.revision !== desk.store.revision || prepared.year !== desk.year.year) throw appError('import.stale')
  refuseErrors(prepared)
  const label = prepared.files[0]!.name
  const total = 2 * prepared.deliveries.length
  const settled = await decided(prepared, decisions, { signal, progress: (done) => progress(done, total, label) })
  const layouts = chosenLayouts(prepared, desk.options.now().toISOString())
  const added = settled.added.length
  const changed = settled.changed.length
  await desk.store.longCommand('import.apply', summaryOf(prepared.files, added, changed), async (plan) => {
    // Another command may have been waiting before this one.
    if (plan.history.revision() !== prepared.revision) throw appError('import.stale')
    const saved = (done: number): void => progress(prepared.deliveries.length + done, total, label)
    await inPortions(settled.facts, (portion) => plan.communities.save(prepared.year, portion), { signal, progress: saved })
    for (const layout of layouts) plan.importLayouts.save(layout)
    if (prepared.synthetic && !desk.year.synthetic) plan.years.save({ ...desk.year, synthetic: true })
  }, signal)
  desk.prepared.delete(id)
  return { files: prepared.files.length, added, changed, layouts: layouts.length }
}

function refuseErrors({ files, errors }: PreparedImport): void {
  const wrong = files.filter((file) => errorsOf(file) > 0)
  if (wrong.length > 0) throw appError('import.refused', { count: errors, file: wrong.map(({ name }) => name).join('、') })
}

/** The preparation with the decisions in place. */
async function decided(prepared: PreparedImport, decisions: readonly ImportDecision[], watch: Watch): Promise<Settled> {
  const { decide, refuseUnused } = decider(decisions, prepared.files.map(({ name }) => name))
  let { settled } = prepared
  if (settled.conflicts.length > 0) {
    settled = nothingSettled()
    const { indicators } = prepared.dictionary
    await inPortions(prepared.deliveries, (portion) => { for (const each of portion) settle(each, indicators, decide, settled) }, watch)
  }
  refuseUnused()
  if (settled.conflicts.length > 0) throw appError('import.undecided', { count: settled.conflicts.length })
  const broken: Problem[] = settled.problems
  if (broken.length > 0) throw new AppError(broken)
  return settled
}

const MOST_NAMED = 3

function summaryOf(files: readonly PreparedFile[], added: number, changed: number): string {
  const names = files.slice(0, MOST_NAMED).map(({ name }) => name).join('、')
  return `${names}${files.length > MOST_NAMED ? `等${files.length}个文件` : ''}：新增${added}，更改${changed}`
}

/** Layouts of sheets for which something was chosen by hand. Header rows are remembered where others were chosen than those that were found. */
function chosenLayouts({ files }: PreparedImport, saved: string): ImportLayout[] {
  const byId = new Map<string, ImportLayout>()
  for (const { name, parts } of files) {
    for (const { read: { recognition: { headings, headerRows, foundRows, columns, layout } } } of parts) {
      const hasOwnRows = headerRows.some((row, place) => row !== foundRows[place])
      if (columns.every(({ how }) => how !== 'chosen') && (!hasOwnRows || layout !== null)) continue
      const id = layoutId(headings)
      byId.set(id, {
        id, file: name, saved, headings, headerRows: hasOwnRows ? headerRows : null,
        fields: Object.fromEntries(columns.map(({ column, field }) => [column, field])),
        chosen: columns.filter(({ how }) => how === 'chosen' || how === 'remembered').map(({ column }) => column),
      })
    }
  }
  return [...byId.values()]
}
