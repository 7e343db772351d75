import { randomUUID } from 'node:crypto'
import type { HandedFile } from '../../contract/operation.ts'
import {
  planOf,
  PROJECT_STEPS,
  projectOf,
  type Project,
  type ProjectEvent,
  type ProjectPlan,
  type ProjectStep,
} from '../../model/project.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { comparable } from '../../model/text.ts'
import { readAmountText } from '../../model/value.ts'
import { isBlankMark } from '../../model/written-number.ts'
import { dayIn } from '../../model/written-day.ts'
import { isRefusal } from '../../words/project-fields.ts'
import { EVENT_PARTS, PROJECT_PARTS, STEP_WORDS } from '../../words/projects.ts'
import { readRegister, type RegisterCell, type RegisterRow } from '../../documents/projects/index.ts'
import { communityKey } from '../../documents/import/index.ts'
import type { Desk } from '../../desk/desk.ts'
import type { OperationContext } from '../../desk/service.ts'
import { appError } from '../../shared/app-error.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { bytesOf } from '../../shared/file-content.ts'
import { inPortions } from '../../shared/turns.ts'
import type { PlanStore } from '../../store/index.ts'
import { communityFinder } from '../imports/index.ts'
import { answerFor, communityProblems, freeNumber, problemsOf, type Draft } from './entry.ts'

/** A sheet of projects that was read and compared with the register, waiting to be applied; it holds for one plan and one revision. */
export interface PreparedProjects {
  id: string
  file: string
  handed: HandedFile
  store: PlanStore
  revision: number
  drafts: Draft[]
  added: number
  changed: number
  unchanged: number
  problems: Problem[]
  errors: number
}

interface Read extends Draft {
  place: Place
  /** What a sheet with a row for each step tells of it. */
  told: ProjectEvent[]
  before: readonly ProjectEvent[]
  isNew: boolean
}

const NOTHING = { amountFen: null, body: '', document: '', code: '', reason: '' }

/** What a cell says of a step; a blank says nothing. */
function stepPart(part: keyof ProjectEvent, { text, around }: RegisterCell, place: Place): Partial<ProjectEvent> | Problem {
  if (part === 'date') {
    const date = dayIn(text)
    const { zh: what, en: whatEn } = EVENT_PARTS.date
    return date === null ? problem('project.dayExpected', { what, whatEn, value: text }, place) : { date }
  }
  if (part === 'amountFen') {
    const reading = readAmountText(text, around)
    return 'value' in reading ? { amountFen: reading.value } : problem(reading.code, { value: text, ...reading.params }, place)
  }
  if (part === 'kind') {
    const kind = PROJECT_STEPS.find((each) =>
      [each, STEP_WORDS[each].zh, STEP_WORDS[each].en].some((word) => comparable(word) === comparable(text)),
    )
    const options = PROJECT_STEPS.map((each) => STEP_WORDS[each].zh).join('、')
    return kind === undefined
      ? problem('import.optionUnknown', { value: text, options, optionsEn: PROJECT_STEPS.join(', ') }, place)
      : { kind }
  }
  return { [part]: text }
}

const isProblem = (read: object): read is Problem => 'code' in read && 'level' in read

/** The steps that a row tells: its own, or those of the columns of a project's row. What is said without a step or a day is told. */
function stepsOf(row: RegisterRow, file: string): { events: ProjectEvent[]; problems: Problem[] } {
  const problems: Problem[] = []
  const place = { file, sheet: row.sheet, row: row.row, community: row.name }
  const parts = new Map<ProjectStep | 'own', Partial<ProjectEvent>>()
  const unread = new Set<ProjectStep | 'own'>()
  for (const cell of row.cells) {
    const { means } = cell
    if ((means.of !== 'step' && means.of !== 'event') || isBlankMark(cell.text)) continue
    const read = stepPart(means.part, cell, { ...place, column: cell.column })
    const of = means.of === 'step' ? means.kind : 'own'
    if (isProblem(read)) {
      problems.push(read)
      unread.add(of)
    } else parts.set(of, { ...parts.get(of), ...read, ...(means.of === 'step' && { kind: means.kind }) })
  }
  const events = [...parts].flatMap(([of, { kind, date, ...rest }]): ProjectEvent[] => {
    if (kind !== undefined && date !== undefined) return [{ ...NOTHING, ...rest, kind, date }]
    // An amount of nothing in a column of a step says that there was none.
    const isSaid = of === 'own' || Object.values(rest).some((each) => each !== null && each !== 0)
    if (isSaid && !unread.has(of))
      problems.push(problem('project.fieldMissing', kind === undefined ? STEP_MISSING : dayMissing(kind), place))
    return []
  })
  return { events: events.sort((one, other) => PROJECT_STEPS.indexOf(one.kind) - PROJECT_STEPS.indexOf(other.kind)), problems }
}
const STEP_MISSING = { what: EVENT_PARTS.kind.zh, whatEn: EVENT_PARTS.kind.en }
const dayMissing = (kind: ProjectStep): Problem['params'] => ({
  what: `${STEP_WORDS[kind].zh}${EVENT_PARTS.date.zh}`,
  whatEn: `The day of the step "${STEP_WORDS[kind].en}"`,
})

/** What a project's row says of its plan, over what is known already. */
function planIn(row: RegisterRow, before: ProjectPlan | undefined, desk: Desk, place: Place): { plan: ProjectPlan; problems: Problem[] } {
  const { categories } = desk.store.read.spendingSettings.rules()
  const problems: Problem[] = []
  const plan: Partial<ProjectPlan> = { cases: null, urgent: '', note: '', ...before }
  for (const { means, text, column, around } of row.cells) {
    if (means.of !== 'plan') continue
    const read = means.field.read(text, categories, around)
    if (isRefusal(read)) problems.push(problem(read.code, read.params, { ...place, column }))
    else Object.assign(plan, read)
  }
  for (const part of ['purpose', 'category', 'plannedFen'] as const)
    if (plan[part] === undefined && problems.length === 0) {
      const { zh: what, en: whatEn } = PROJECT_PARTS[part]
      problems.push(problem('project.fieldMissing', { what, whatEn }, place))
    }
  return { plan: plan as ProjectPlan, problems }
}

const isSame = (one: ProjectEvent, other: ProjectEvent): boolean =>
  one.kind === other.kind && one.date === other.date && one.amountFen === other.amountFen

const TEXTS = ['body', 'document', 'code', 'reason'] as const
const saidOf = (event: ProjectEvent): Partial<ProjectEvent> =>
  Object.fromEntries(TEXTS.flatMap((part) => (event[part] === '' ? [] : [[part, event[part]]])))
const hasTexts = (kept: ProjectEvent, told: ProjectEvent): boolean => TEXTS.every((part) => told[part] === '' || told[part] === kept[part])

/**
 * The steps that are kept, and those of the sheet that are not among them: a sheet adds steps and takes none away. A step that is there
 * gets the texts that the sheet has for it. Of steps of one day and amount each stands for one of the sheet.
 */
function withSteps(before: readonly ProjectEvent[], told: readonly ProjectEvent[]): ProjectEvent[] {
  const events = [...before]
  const open = new Set(before.keys())
  const isTaken = (each: ProjectEvent, fits: (kept: ProjectEvent) => boolean): boolean => {
    const at = [...open].find((position) => isSame(before[position]!, each) && fits(before[position]!))
    if (at === undefined) return false
    open.delete(at)
    events[at] = { ...before[at]!, ...saidOf(each) }
    return true
  }
  const others = told.filter((each) => !isTaken(each, (kept) => hasTexts(kept, each)))
  const added = others.filter((each) => !isTaken(each, () => true))
  return [...events, ...added]
}

/**
 * Reads a sheet of projects and compares it with the register of a year.
 * @throws AppError file.* where it can't be read, project.sheetUnknown; everything else is a problem at its row
 */
export async function prepareProjects(
  desk: Desk,
  file: HandedFile,
  year: number,
  { signal, progress }: OperationContext,
): Promise<PreparedProjects> {
  const { store } = desk
  const { revision } = store
  const { rows, problems: notRead } = await readRegister(bytesOf(desk.files.contentOf(file), file.fileName), file.fileName)
  const everyone = desk.store.read.years
    .list()
    .filter((each) => each.year <= year)
    .flatMap((each) => desk.factsOf(each.year))
  // Those of the year first: who is gone is found too, so that the message can say what became of it.
  const finder = communityFinder([...new Map([...everyone, ...desk.factsOf(year)].map((each) => [each.key, each])).values()])
  const now = new Set(desk.factsOf(year).map((each) => each.key))
  const problems: Problem[] = [...notRead]
  const drafts = new Map<string, Read>()
  const rowOf = new Map<string, number>()
  const numbered = new Map<string, string[]>()
  const keyOf = (row: RegisterRow, place: Place): string | null => {
    const key = row.code !== '' ? row.code : communityKey(row)
    const found = finder.find({ ...row, key, values: {} }).keys
    const keys = found.length > 1 ? found.filter((each) => now.has(each)) : found
    if (keys.length === 1) return keys[0]!
    problems.push(
      keys.length === 0
        ? problem('import.communityUnknown', { name: row.name }, place)
        : problem('import.nameNotUnique', { value: row.name, count: keys.length, places: keys.join('、') }, place),
    )
    return null
  }
  const known = (key: string): ReadonlySet<string> =>
    new Set([...store.read.projects.ofCommunity(year, key).map((each) => each.number), ...(numbered.get(key) ?? [])])
  const take = (row: RegisterRow): void => {
    const place = { file: file.fileName, sheet: row.sheet, row: row.row, community: row.name }
    const key = keyOf(row, place)
    if (key === null) return
    const number = row.number !== '' || row.steps ? row.number : freeNumber(known(key))
    const id = JSON.stringify([key, number])
    const kept = store.read.projects.has(year, key, number) ? store.read.projects.get(year, key, number) : null
    const before = kept === null ? [] : store.read.projects.events(year, key, number)
    const { events, problems: unread } = stepsOf(row, file.fileName)
    problems.push(...unread)
    if (row.steps) {
      const draft =
        drafts.get(id) ?? (kept === null ? undefined : { project: projectOf(kept), events: before, before, isNew: false, place, told: [] })
      if (draft === undefined) return void problems.push(problem('project.unknown', { value: number }, place))
      drafts.set(id, { ...draft, told: [...draft.told, ...events] })
      return
    }
    if (rowOf.has(id)) return void problems.push(problem('project.rowTwice', { value: number, other: rowOf.get(id)! }, place))
    rowOf.set(id, row.row)
    numbered.set(key, [...(numbered.get(key) ?? []), number])
    const { plan, problems: unreadable } = planIn(row, kept ?? undefined, desk, place)
    problems.push(...unreadable, ...communityProblems(desk, year, key).map((each) => ({ ...each, place: { ...place, ...each.place } })))
    if (unreadable.length > 0) return
    const project: Project = { year, key, number, ...planOf(plan), use: kept === null ? null : answerFor(kept, plan) }
    drafts.set(id, { project, events: withSteps(before, events), before, isNew: kept === null, place, told: [] })
  }
  const ordered = [...rows.filter((each) => !each.steps), ...rows.filter((each) => each.steps)]
  await inPortions(ordered, (portion) => portion.forEach(take), { signal, progress: (done, total) => progress(done, total, file.fileName) })
  const all = [...drafts.values()].map((each) => ({ ...each, events: withSteps(each.events, each.told) }))
  return { ...compared(desk, all, problems), id: randomUUID(), file: file.fileName, handed: file, store, revision }
}

/** Which of the drafts change something, and what speaks against them: each after those above it, for all draw on the same money. */
function compared(
  desk: Desk,
  all: readonly Read[],
  told: readonly Problem[],
): Pick<PreparedProjects, 'drafts' | 'added' | 'changed' | 'unchanged' | 'problems' | 'errors'> {
  const isChanged = ({ project, events, before, isNew }: Read): boolean =>
    isNew ||
    canonicalJson(events) !== canonicalJson(before) ||
    canonicalJson(projectOf(desk.store.read.projects.get(project.year, project.key, project.number))) !== canonicalJson(project)
  const changed = all.filter(isChanged)
  const problems = [...told]
  const taken = new Map<string, Draft[]>()
  for (const draft of changed) {
    const others = taken.get(draft.project.key) ?? []
    problems.push(...problemsOf(desk, draft, draft.before, others, draft.place))
    taken.set(draft.project.key, [...others, draft])
  }
  const added = changed.filter((each) => each.isNew).length
  return {
    drafts: changed.map(({ project, events }) => ({ project, events })),
    added,
    changed: changed.length - added,
    unchanged: all.length - changed.length,
    problems,
    errors: problems.filter((each) => each.level === 'error').length,
  }
}

/**
 * Enters the projects of a prepared sheet as one step: all of them or none.
 * @throws AppError import.stale, import.refused, task.cancelled
 */
export async function applyProjects(
  desk: Desk,
  prepared: PreparedProjects,
  { signal, progress }: OperationContext,
): Promise<{ added: number; changed: number }> {
  const { file, drafts, added, changed, errors } = prepared
  if (prepared.store !== desk.store || prepared.revision !== desk.store.revision) throw appError('import.stale')
  if (errors > 0) throw appError('import.refused', { count: errors, file })
  await desk.store.longCommand(
    'projects.apply',
    { key: 'projectImport', params: { file, added, changed } },
    async (plan) => {
      if (plan.history.revision() !== prepared.revision) throw appError('import.stale')
      const save = (portion: readonly Draft[]): void => portion.forEach(({ project, events }) => plan.projects.save(project, events))
      await inPortions(drafts, save, { signal, progress: (done, total) => progress(done, total, file) })
    },
    signal,
  )
  return { added, changed }
}
