import type { OutputOf } from '../../contract/operations.ts'
import { fieldValue } from '../../model/field.ts'
import { MOST_LISTED, type ImportDecision, type ImportLayout } from '../../model/import-desk.ts'
import type { ImportRow } from '../../model/import.ts'
import type { Summary } from '../../words/summaries.ts'
import { layoutId } from '../../documents/import/index.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OperationContext } from '../../desk/service.ts'
import type { PlanWriter } from '../../store/index.ts'
import { decider } from './decisions.ts'
import type { Delivery } from './deliveries.ts'
import { leftFor, restOf, type LeftEntry } from './rest.ts'
import { inPortions, type Watch } from '../../shared/turns.ts'
import { preparedIn, errorsOf, type PreparedFile, type PreparedImport } from './prepare.ts'
import { nothingSettled, settle, type Settled } from './settle.ts'

/** How an import is applied: what was decided, and whether what can't be taken is left for later. */
export interface Applying {
  decisions: readonly ImportDecision[]
  later: boolean
}

/** What is applied of a preparation, and what is left. */
interface Taken {
  settled: Settled
  deliveries: readonly Delivery[]
  left: LeftEntry[]
}

/**
 * Applies what was prepared, as one step: all of it or, if it is refused, cancelled or the power goes, nothing. What was chosen by hand for
 * the columns is remembered in the same step, and so is what is left for later.
 * @throws AppError import.stale, import.refused, import.undecided, import.decisionWrong, task.cancelled; import.aboveOther where a
 *   decision breaks a relation
 */
export async function applyImport(
  desk: Desk,
  id: string,
  { decisions, later }: Applying,
  { signal, progress }: OperationContext,
): Promise<OutputOf<'import.applyDesk'>> {
  const prepared = preparedIn(desk).get(id)
  if (prepared?.store !== desk.store || prepared.revision !== desk.store.revision || prepared.year !== desk.year.year)
    throw appError('import.stale')
  const label = prepared.files[0]!.name
  const total = 2 * prepared.deliveries.length
  const watch: Watch = { signal, progress: (done) => progress(done, total, label) }
  const { settled, deliveries, left } = later ? await takenNow(prepared, decisions, watch) : await takenWholly(prepared, decisions, watch)
  const now = desk.options.now().toISOString()
  const layouts = chosenLayouts(prepared, now)
  const delivered = deliveredBy(deliveries)
  const communities = new Set([...delivered.values()].flat()).size
  const added = settled.added.length
  const changed = settled.changed.length
  await desk.store.longCommand(
    'import.apply',
    summaryOf(prepared.files, { added, changed, delivered: communities, left: left.length > 0 ? left.length : '' }),
    async (plan) => {
      // Another command may have been waiting before this one.
      if (plan.history.revision() !== prepared.revision) throw appError('import.stale')
      const saved = (done: number): void => progress(prepared.deliveries.length + done, total, label)
      await inPortions(settled.facts, (portion) => plan.communities.save(prepared.year, portion), { signal, progress: saved })
      for (const [file, keys] of delivered) plan.deliveries.add({ year: prepared.year, file, at: now, communities: keys })
      for (const layout of layouts) plan.importLayouts.save(layout)
      keepLeft(plan, prepared, deliveries, left)
      if (prepared.synthetic && !desk.year.synthetic) plan.years.save({ ...desk.year, synthetic: true })
    },
    signal,
  )
  preparedIn(desk).delete(id)
  const waiting = new Set(left.map(({ file }) => file))
  desk.files.free(prepared.files.filter(({ name }) => !waiting.has(name)).map(({ onDesk }) => onDesk))
  return {
    files: prepared.files.length,
    added,
    changed,
    delivered: communities,
    layouts: layouts.length,
    byFile: byFile(prepared.files, settled, left),
    left: left.slice(0, MOST_LISTED),
    leftCount: left.length,
  }
}

/** What waited for these cells, and the rows of these files that were left out before, give way to what is known now. */
function keepLeft(plan: PlanWriter, { year, files }: PreparedImport, deliveries: readonly Delivery[], left: readonly LeftEntry[]): void {
  plan.refusedEntries.clearRowsOf(
    year,
    files.map(({ name }) => name),
  )
  const waiting = plan.refusedEntries.list(year)
  if (waiting.length > 0) {
    const byKey = new Map(deliveries.map((each) => [each.key, each]))
    const isDelivered = (key: string, field: string): boolean =>
      byKey
        .get(key)
        ?.rows.some(
          ({ row }) =>
            (fieldValue({ ...row, previousFen: row.previousFen ?? null, previousClass: row.previousClass ?? null }, field) ?? '') !== '',
        ) === true
    const mended = waiting.flatMap(({ key, field }) => (key !== null && field !== null && isDelivered(key, field) ? [{ key, field }] : []))
    plan.refusedEntries.clear(year, mended)
  }
  plan.refusedEntries.add(year, left)
}

const byFile = (
  files: readonly PreparedFile[],
  { added, changed }: Settled,
  left: readonly LeftEntry[],
): OutputOf<'import.applyDesk'>['byFile'] => {
  const count = (list: ReadonlyArray<{ file: string }>, name: string): number => list.filter(({ file }) => file === name).length
  return files.map(({ name, parts }) => ({
    file: name,
    rows: parts.reduce((sum, { read }) => sum + read.rows.length, 0),
    added: count(added, name),
    changed: count(changed, name),
    left: count(left, name),
  }))
}

/** Everything, or a refusal. */
async function takenWholly(prepared: PreparedImport, decisions: readonly ImportDecision[], watch: Watch): Promise<Taken> {
  refuseErrors(prepared)
  const settled = await decided(prepared, prepared.deliveries, decisions, watch)
  if (settled.conflicts.length > 0) throw appError('import.undecided', { count: settled.conflicts.length })
  if (settled.problems.length > 0) throw new AppError(settled.problems)
  return { settled, deliveries: prepared.deliveries, left: [] }
}

/** What can be taken; whatever stands against it is left for later. */
async function takenNow(prepared: PreparedImport, decisions: readonly ImportDecision[], watch: Watch): Promise<Taken> {
  const errors = prepared.files.flatMap(({ problems }) => problems).filter(({ level }) => level === 'error')
  for (;;) {
    const deliveries = restOf(prepared, errors)
    const settled = await decided(prepared, deliveries, decisions, watch)
    const known = new Set(errors.map((each) => JSON.stringify(each.place)))
    // Without a cell, another may no longer fit what the plan has.
    const found = settled.problems.filter((each) => !known.has(JSON.stringify(each.place)))
    if (found.length === 0) return { settled, deliveries, left: leftFor(prepared, deliveries, errors, settled.conflicts) }
    errors.push(...found)
  }
}

function refuseErrors({ files, errors }: PreparedImport): void {
  const wrong = files.filter((file) => errorsOf(file) > 0)
  if (wrong.length > 0) throw appError('import.refused', { count: errors, file: wrong.map(({ name }) => name).join('、') })
}

/** The deliveries with the decisions in place. */
async function decided(
  prepared: PreparedImport,
  deliveries: readonly Delivery[],
  decisions: readonly ImportDecision[],
  watch: Watch,
): Promise<Settled> {
  const { decide, refuseUnused } = decider(
    decisions,
    prepared.files.map(({ name }) => name),
  )
  let { settled } = prepared
  if (settled.conflicts.length > 0 || deliveries !== prepared.deliveries) {
    settled = nothingSettled()
    const { indicators } = prepared.dictionary
    await inPortions(
      deliveries,
      (portion) => {
        for (const each of portion) settle(each, indicators, decide, settled)
      },
      watch,
    )
  }
  refuseUnused()
  return settled
}

/** A row that holds nothing but the community's name, as in a template that was not filled in, delivers nothing. */
const saysAnything = ({ values, previousFen, previousClass }: ImportRow): boolean =>
  Object.values(values).some((value) => value !== null) || (previousFen ?? null) !== null || (previousClass ?? null) !== null

/** The communities that each file delivered, by key. */
function deliveredBy(deliveries: readonly Delivery[]): Map<string, string[]> {
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

function summaryOf(
  files: readonly PreparedFile[],
  counts: Readonly<Record<'added' | 'changed' | 'delivered' | 'left', number | string>>,
): Summary {
  const names = files.slice(0, MOST_NAMED).map(({ name }) => name)
  const number = files.length > MOST_NAMED ? files.length : ''
  return { key: 'importApply', params: { files: names.join('、'), filesEn: names.join(', '), number, ...counts } }
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
