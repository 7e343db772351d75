import type { ImportDecision, ImportLayout } from '../../model/import-desk.ts'
import type { ImportRow } from '../../model/import.ts'
import type { Problem } from '../../model/problem.ts'
import type { Summary } from '../../words/summaries.ts'
import { layoutId } from '../../documents/import/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OperationContext } from '../../desk/service.ts'
import { decider } from './decisions.ts'
import { inPortions, type Watch } from '../../shared/turns.ts'
import { preparedIn, errorsOf, type PreparedFile, type PreparedImport } from './prepare.ts'
import { nothingSettled, settle, type Settled } from './settle.ts'

/** `delivered`: communities of which the files say anything, also where it is what the plan has. */
export interface Applied {
  files: number
  added: number
  changed: number
  delivered: number
  layouts: number
}

/**
 * Applies what was prepared, as one step: all of it or, if it is refused, cancelled or the power goes, nothing. What was chosen by hand for
 * the columns is remembered in the same step.
 * @throws AppError import.stale, import.refused, import.undecided, import.decisionWrong, task.cancelled; import.aboveOther where a
 *   decision breaks a relation
 */
export async function applyImport(
  desk: Desk,
  id: string,
  decisions: readonly ImportDecision[],
  { signal, progress }: OperationContext,
): Promise<Applied> {
  const prepared = preparedIn(desk).get(id)
  if (prepared?.store !== desk.store || prepared.revision !== desk.store.revision || prepared.year !== desk.year.year)
    throw appError('import.stale')
  refuseErrors(prepared)
  const label = prepared.files[0]!.name
  const total = 2 * prepared.deliveries.length
  const settled = await decided(prepared, decisions, { signal, progress: (done) => progress(done, total, label) })
  const now = desk.options.now().toISOString()
  const layouts = chosenLayouts(prepared, now)
  const delivered = deliveredBy(prepared)
  const communities = new Set([...delivered.values()].flat()).size
  const added = settled.added.length
  const changed = settled.changed.length
  await desk.store.longCommand(
    'import.apply',
    summaryOf(prepared.files, added, changed, communities),
    async (plan) => {
      // Another command may have been waiting before this one.
      if (plan.history.revision() !== prepared.revision) throw appError('import.stale')
      const saved = (done: number): void => progress(prepared.deliveries.length + done, total, label)
      await inPortions(settled.facts, (portion) => plan.communities.save(prepared.year, portion), { signal, progress: saved })
      for (const [file, keys] of delivered) plan.deliveries.add({ year: prepared.year, file, at: now, communities: keys })
      for (const layout of layouts) plan.importLayouts.save(layout)
      if (prepared.synthetic && !desk.year.synthetic) plan.years.save({ ...desk.year, synthetic: true })
    },
    signal,
  )
  preparedIn(desk).delete(id)
  desk.files.free(prepared.files.map(({ onDesk }) => onDesk))
  return { files: prepared.files.length, added, changed, delivered: communities, layouts: layouts.length }
}

function refuseErrors({ files, errors }: PreparedImport): void {
  const wrong = files.filter((file) => errorsOf(file) > 0)
  if (wrong.length > 0) throw appError('import.refused', { count: errors, file: wrong.map(({ name }) => name).join('、') })
}

/** The preparation with the decisions in place. */
async function decided(prepared: PreparedImport, decisions: readonly ImportDecision[], watch: Watch): Promise<Settled> {
  const { decide, refuseUnused } = decider(
    decisions,
    prepared.files.map(({ name }) => name),
  )
  let { settled } = prepared
  if (settled.conflicts.length > 0) {
    settled = nothingSettled()
    const { indicators } = prepared.dictionary
    await inPortions(
      prepared.deliveries,
      (portion) => {
        for (const each of portion) settle(each, indicators, decide, settled)
      },
      watch,
    )
  }
  refuseUnused()
  if (settled.conflicts.length > 0) throw appError('import.undecided', { count: settled.conflicts.length })
  const broken: Problem[] = settled.problems
  if (broken.length > 0) throw new AppError(broken)
  return settled
}

/** A row that holds nothing but the community's name, as in a template that was not filled in, delivers nothing. */
const saysAnything = ({ values, previousFen, previousClass }: ImportRow): boolean =>
  Object.values(values).some((value) => value !== null) || (previousFen ?? null) !== null || (previousClass ?? null) !== null

/** The communities that each file delivered, by key. */
function deliveredBy({ deliveries }: PreparedImport): Map<string, string[]> {
  const byFile = new Map<string, string[]>()
  for (const { key, rows } of deliveries) {
    for (const file of new Set(rows.filter(({ row }) => saysAnything(row)).map(({ part }) => part.file))) {
      const known = byFile.get(file)
      if (known === undefined) byFile.set(file, [key])
      else known.push(key)
    }
  }
  return byFile
}

const MOST_NAMED = 3

function summaryOf(files: readonly PreparedFile[], added: number, changed: number, delivered: number): Summary {
  const names = files.slice(0, MOST_NAMED).map(({ name }) => name)
  const number = files.length > MOST_NAMED ? files.length : ''
  return { key: 'importApply', params: { files: names.join('、'), filesEn: names.join(', '), number, added, changed, delivered } }
}

/**
 * Layouts of sheets for which something was chosen by hand. Header rows are remembered where others were chosen than those that
 * were found.
 */
function chosenLayouts({ files }: PreparedImport, saved: string): ImportLayout[] {
  const byId = new Map<string, ImportLayout>()
  for (const { name, parts } of files) {
    for (const {
      read: {
        recognition: { headings, headerRows, foundRows, columns, layout },
      },
    } of parts) {
      const hasOwnRows = headerRows.some((row, place) => row !== foundRows[place])
      if (columns.every(({ how }) => how !== 'chosen') && (!hasOwnRows || layout !== null)) continue
      const id = layoutId(headings)
      byId.set(id, {
        id,
        file: name,
        saved,
        headings,
        headerRows: hasOwnRows ? headerRows : null,
        fields: Object.fromEntries(columns.map(({ column, field }) => [column, field])),
        chosen: columns.filter(({ how }) => how === 'chosen' || how === 'remembered').map(({ column }) => column),
      })
    }
  }
  return [...byId.values()]
}
