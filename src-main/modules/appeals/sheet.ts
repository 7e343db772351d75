import { randomUUID } from 'node:crypto'
import type { HandedFile } from '../../contract/operation.ts'
import type { OutputOf } from '../../contract/operations.ts'
import { communityKey, readAppealsInWorker } from '../../documents/import/index.ts'
import type { AppealsRead, SaidPlace, TalliedCell } from '../../documents/appeals/index.ts'
import { MOST_SUBJECTS, NO_APPEAL_COUNTS, NO_SUBJECT, type AppealCount, type AppealSource, type AppealSubject } from '../../model/appeal.ts'
import { addedUp } from '../../model/places.ts'
import { warning, type Problem } from '../../model/problem.ts'
import { comparable } from '../../model/text.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OperationContext } from '../../desk/service.ts'
import { appError } from '../../shared/app-error.ts'
import type { PlanStore } from '../../store/index.ts'
import { communityFinder } from '../imports/index.ts'
import { countedRows } from './rows-with-counts.ts'

/** A sheet of appeals that was read, waiting to be applied; it holds for one plan and one revision. */
export interface PreparedAppeals {
  id: string
  file: string
  handed: HandedFile
  store: PlanStore
  revision: number
  year: number
  read: AppealsRead
  /** Of each place that the sheet names the community of the plan; null: not known, or several fit. */
  keys: (string | null)[]
  cells: readonly TalliedCell[]
  problems: Problem[]
}

type Preview = OutputOf<'appeals.preview'>
const sum = (cells: readonly TalliedCell[]): number => addedUp(cells.map((each) => each.counts.received))

/** The community of each place, where there is exactly one. */
function keysOf(desk: Desk, places: readonly SaidPlace[]): (string | null)[] {
  const finder = communityFinder(desk.facts)
  return places.map((place) => {
    const key = place.code !== '' ? place.code : communityKey(place)
    const { keys } = finder.find({ ...place, key, values: {} } as Parameters<typeof finder.find>[0])
    return keys.length === 1 ? keys[0]! : null
  })
}

/** Months between the first and the last of which the sheet says nothing. */
function missingMonths(cells: readonly TalliedCell[]): number[] {
  const months = new Set(cells.map((each) => each.month))
  const [first, last] = [Math.min(...months), Math.max(...months)]
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at).filter((month) => !months.has(month))
}

/**
 * Reads a delivered sheet of appeals in a thread and finds the communities that it names.
 * @param given what counts where a row does not say it: the source, and the month of a sheet with counts
 * @throws AppError file.* where it can't be read, appeals.sheetUnknown; everything else is told of the sheet
 */
export async function prepareAppeals(
  desk: Desk,
  file: HandedFile,
  given: { source: AppealSource; month: number | null },
  { signal, progress }: OperationContext,
): Promise<PreparedAppeals> {
  const { store } = desk
  const [{ revision }, { year }] = [store, desk.year]
  const { fileName } = file
  progress(0, 1, fileName)
  const content = desk.files.contentOf(file)
  const read = await desk.inThread(signal, (until) => readAppealsInWorker({ fileName, content }, { year, source: given.source }, until))
  const keys = keysOf(desk, read.places)
  const counted = countedRows(read, keys, { file: fileName, ...given })
  const cells = read.kind === 'tickets' ? read.cells : counted.cells
  const missing = missingMonths(cells)
  const problems = [...read.problems, ...counted.problems]
  if (missing.length > 0) problems.push(warning('appeals.monthsMissing', { value: missing.join('、') }, { file: fileName }))
  return { id: randomUUID(), file: fileName, handed: file, store, revision, year, read, keys, cells, problems }
}

/** The subject of the list that a text names; null: there is none that takes counts. */
function subjectFinder(subjects: readonly AppealSubject[]): (text: string) => AppealSubject | undefined {
  const known = new Map(
    subjects.flatMap((each) =>
      [each.label.zh, each.label.en, each.id].filter((name) => name !== '').map((name) => [comparable(name), each] as const),
    ),
  )
  return (text) => known.get(comparable(text))
}

/** The community, month and source of each group of rows that the sheet replaces. */
const groupOf = ({ key, month, source }: Pick<AppealCount, 'key' | 'month' | 'source'>): string => `${key}\n${month}\n${source}`

/** Communities of the year without a ticket in a month and source of the sheet, of which nothing is entered either. */
function withoutTickets({ read, keys, cells, year }: PreparedAppeals, desk: Desk): AppealCount[] {
  if (read.kind !== 'tickets') return []
  const there = new Set(desk.store.read.appeals.list(year).map(groupOf))
  for (const { place, month, source } of cells) if (keys[place] !== null) there.add(groupOf({ key: keys[place]!, month, source }))
  const said = new Map(cells.map(({ month, source }) => [`${month}\n${source}`, { month, source }]))
  return [...said.values()].flatMap(({ month, source }) =>
    desk.facts
      .filter(({ key }) => !there.has(groupOf({ key, month, source })))
      .map(({ key }) => ({ ...NO_APPEAL_COUNTS, key, month, source, subject: NO_SUBJECT, received: 0, solved: 0 })),
  )
}

/** What a prepared sheet would bring in, and what has to be answered before. */
export function previewOf(desk: Desk, prepared: PreparedAppeals): Preview {
  const { id, file, read, keys, cells, problems, year } = prepared
  const own = cells.filter((each) => keys[each.place] !== null)
  const there = new Set(desk.store.read.appeals.list(year).map(groupOf))
  const replaced = (of: readonly TalliedCell[]): number =>
    new Set(of.map(({ place, month, source }) => groupOf({ key: keys[place]!, month, source })).filter((each) => there.has(each))).size
  const subjectOf = subjectFinder(desk.store.read.appealSubjects.list())
  const bySubject = Map.groupBy(cells, (each) => each.subject)
  const unknown = [...bySubject].filter(([text]) => text !== NO_SUBJECT && subjectOf(text) === undefined)
  const closed = [...bySubject.keys()].flatMap((text) => (subjectOf(text)?.closed === true ? [text] : []))
  return {
    id,
    file,
    kind: read.kind,
    rows: read.rows,
    received: sum(cells),
    repeats: addedUp(cells.map((each) => each.counts.repeats)),
    outOfScope: addedUp(cells.map((each) => each.counts.outOfScope)),
    months: [...Map.groupBy(own, (each) => each.month)]
      .map(([month, inside]) => ({
        month,
        received: sum(inside),
        communities: new Set(inside.map((each) => keys[each.place])).size,
        replaces: replaced(inside),
      }))
      .sort((a, b) => a.month - b.month),
    sources: [...Map.groupBy(cells, (each) => each.source)].map(([source, inside]) => ({ source, received: sum(inside) })),
    unknown: read.places.flatMap(({ name, code, district, subdistrict, sheet, row, column, rows }, place) =>
      keys[place] === null ? [{ place, name: name || code, district, subdistrict, rows, at: { file, sheet, row, column } }] : [],
    ),
    subjects: unknown.map(([name, inside]) => ({ name, received: sum(inside) })),
    leftOut: read.leftOut,
    personal: read.personal,
    without: withoutTickets(prepared, desk).length,
    problems: [...problems, ...closed.map((value) => warning('appeals.subjectClosedInSheet', { value }, { file }))],
    errors: problems.filter((each) => each.level === 'error').length,
  }
}

/** What was answered: communities by their place in the sheet (null: not counted), subjects that are added, and whether the others had none. */
export interface Answers {
  communities: readonly { place: number; key: string | null }[]
  subjects: readonly string[]
  zeros: boolean
}

/** Cells of the same community, month, source and subject, as two names of one community have them, added up. */
function rowsOf(
  cells: readonly TalliedCell[],
  keyOf: (place: number) => string | null,
  subjectOf: (text: string) => string,
): AppealCount[] {
  const rows = new Map<string, AppealCount>()
  for (const { place, month, source, subject, counts } of cells) {
    const key = keyOf(place)
    if (key === null) continue
    const id = `${groupOf({ key, month, source })}\n${subjectOf(subject)}`
    const before = rows.get(id)
    const together = before === undefined ? counts : bothCounts(before, counts)
    rows.set(id, { ...together, key, month, source, subject: subjectOf(subject) })
  }
  return [...rows.values()]
}

/** Two counts together; what one of them does not know, nobody knows of both, but for days of which there are none. */
function bothCounts(one: AppealCount, other: TalliedCell['counts']): TalliedCell['counts'] {
  const names = Object.keys(NO_APPEAL_COUNTS) as (keyof TalliedCell['counts'])[]
  const isDays = (name: string): boolean => name.startsWith('days')
  return Object.fromEntries(
    names.map((name) => {
      const [a, b] = [one[name], other[name]]
      if (isDays(name)) return [name, a === null && b === null ? null : (a ?? 0) + (b ?? 0)]
      return [name, a === null || b === null ? null : a + b]
    }),
  ) as TalliedCell['counts']
}

/**
 * Enters a prepared sheet as one step. Tickets replace what was entered of the same community, month and source; counts stand where the
 * sheet has them, and an empty cell changes nothing.
 * @throws AppError import.stale, import.refused, appeals.unanswered, appeals.tooManySubjects, plan.communityUnknown
 */
export async function applyAppeals(desk: Desk, prepared: PreparedAppeals, answers: Answers): Promise<OutputOf<'appeals.apply'>> {
  const { file, read, keys, cells, problems, year } = prepared
  if (prepared.store !== desk.store || prepared.revision !== desk.store.revision) throw appError('import.stale')
  const errors = problems.filter((each) => each.level === 'error').length
  if (errors > 0) throw appError('import.refused', { count: errors, file })
  const answered = new Map(answers.communities.map((each) => [each.place, each.key]))
  const open = read.places.findIndex((_, place) => keys[place] === null && !answered.has(place))
  if (open >= 0) throw appError('appeals.unanswered', { value: read.places[open]!.name }, { file })
  const names = new Set(desk.facts.map((each) => each.key))
  for (const key of answered.values())
    if (key !== null && !names.has(key)) throw appError('plan.communityUnknown', { value: key }, { community: key })
  const list = desk.store.read.appealSubjects.list()
  const added = answers.subjects.map((name): AppealSubject => ({ id: name, label: { zh: name, en: '' }, closed: false }))
  if (list.length + added.length > MOST_SUBJECTS)
    throw appError('appeals.tooManySubjects', { count: list.length + added.length, limit: MOST_SUBJECTS })
  const found = subjectFinder([...list, ...added])
  const subjectOf = (text: string): string => {
    const subject = found(text)
    return subject === undefined || subject.closed ? NO_SUBJECT : subject.id
  }
  const rows = rowsOf(cells, (place) => keys[place] ?? answered.get(place) ?? null, subjectOf)
  const zeros = answers.zeros ? withoutTickets(prepared, desk).filter((each) => !rows.some((row) => groupOf(row) === groupOf(each))) : []
  const received = addedUp(rows.map((each) => each.received))
  await desk.store.command('appeals.apply', { key: 'appealImport', params: { file, count: received } }, (plan) => {
    if (added.length > 0) plan.appealSubjects.save([...list, ...added])
    if (read.kind === 'tickets') {
      for (const { key, month, source } of rows) plan.appeals.clearMonth(year, key, month, source)
      plan.appeals.save(year, [...rows, ...zeros])
      return
    }
    const before = new Map(plan.appeals.list(year).map((each) => [`${groupOf(each)}\n${each.subject}`, each]))
    plan.appeals.save(
      year,
      rows.map((row) => {
        const known = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
        return { ...NO_APPEAL_COUNTS, ...before.get(`${groupOf(row)}\n${row.subject}`), ...known } as AppealCount
      }),
    )
  })
  return { received, rows: rows.length, zeros: zeros.length }
}
