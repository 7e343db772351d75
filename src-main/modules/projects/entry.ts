import { accountOf, roundTooMany, stepProblems } from '../../engine/projects/index.ts'
import type { Day } from '../../model/calendar.ts'
import { standingOf } from '../../model/project-standing.ts'
import type { Project, ProjectEvent, ProjectKey, ProjectRules, Standing } from '../../model/project.ts'
import { problem, type Place, type Problem } from '../../model/problem.ts'
import { projectTexts, STEP_WORDS } from '../../words/projects.ts'
import type { Desk } from '../../desk/desk.ts'
import { refusePersonal } from '../../desk/personal.ts'
import { AppError } from '../../shared/app-error.ts'
import { today } from '../calendar/index.ts'
import { carriedInto, dayOf, heirOf, heirs, periodOf, placeOf, yearAt, yearsOf } from './book.ts'

/** A project with its steps, as it is to be. */
export interface Draft {
  project: Project
  events: readonly ProjectEvent[]
}

/** What an account was made of, with what is to become of some projects in place of what is kept of them. */
function freeOf(desk: Desk, key: string, day: Day, drafts: readonly Draft[]): number {
  const year = yearAt(desk, day)!
  const { from } = periodOf(desk, year)
  const { projects, receipts } = desk.store.read
  let [paidFen, committedFen, receivedFen] = [0, 0, 0]
  const count = (events: readonly ProjectEvent[]): void => {
    for (const { kind, date, amountFen } of events) if (kind === 'paid' && date >= from && date <= day) paidFen += amountFen ?? 0
    committedFen += standingOf(events, day).committedFen
  }
  const isDrafted = (each: ProjectKey): boolean =>
    drafts.some(({ project }) => project.year === each.year && project.key === each.key && project.number === each.number)
  for (const each of yearsOf(desk)) {
    if (each > year) break
    const keys = accountOwners(desk, key, each, year)
    for (const own of keys) {
      for (const kept of projects.ofCommunity(each, own)) if (!isDrafted(kept)) count(projects.events(each, own, kept.number))
      receivedFen += receipts.sumOf(each, own, from, day)
    }
    for (const { project, events } of drafts) if (project.year === each && keys.has(project.key)) count(events)
  }
  return accountOf({ carryFen: carriedInto(desk, year).get(key)?.fen ?? 0, receivedFen, paidFen, committedFen }).freeFen
}

/** The communities of a year whose money is in this one's account in a later one, or in the same: itself, and those merged into it. */
function accountOwners(desk: Desk, key: string, from: number, to: number): ReadonlySet<string> {
  const since = from === to ? to : from + 1
  const heirIn = heirs(desk, since, to)
  const merged = desk.store.read.unitChanges.list().filter(({ kind, year }) => kind === 'merge' && year >= since && year <= to)
  return new Set([key, ...merged.flatMap((each) => each.from.map((side) => side.key)).filter((other) => heirIn(other) === key)])
}

/** What a project takes of the account by a day: paid, or held back. */
const takenBy = (events: readonly ProjectEvent[], day: Day): number => {
  const { paidFen, committedFen } = standingOf(events, day)
  return paidFen + committedFen
}

/**
 * Nothing above what is free may be taken: neither on the day of a step that is entered or taken out, nor by the end of that year so far.
 * What goes over into the next year is told there: what it had to begin with may be known from the ledger only.
 */
function overcommitted(
  desk: Desk,
  draft: Draft,
  changed: readonly ProjectEvent[],
  before: readonly ProjectEvent[],
  others: readonly Draft[],
  place: Place,
): Problem[] {
  const { project, events } = draft
  const days = changed.flatMap(({ date }) => [date, dayOf(desk, yearAt(desk, date) ?? project.year)])
  for (const day of new Set(days)) {
    const year = yearAt(desk, day)
    const neededFen = takenBy(events, day) - takenBy(before, day)
    if (neededFen <= 0 || year === undefined || year < project.year) continue
    const key = heirOf(desk, project.key, project.year === year ? year : project.year + 1, year)
    const freeFen = freeOf(desk, key, day, [{ project, events: before }, ...others])
    if (neededFen <= freeFen) continue
    const { name } = placeOf(desk, year)(key)
    return [problem('project.overcommitted', { date: day, community: name, freeFen, neededFen, byFen: neededFen - freeFen }, place)]
  }
  return []
}

/** @returns steps of days before the project's year, still to come, or of a closed year */
export function dayProblems(desk: Desk, { year }: ProjectKey, changed: readonly ProjectEvent[], place: Place): Problem[] {
  const now = today(desk)
  const closed = new Set(desk.store.read.closedRegisters.list().map((each) => each.year))
  return changed.flatMap(({ date }) => {
    if (date < `${year}-01-01`) return [problem('project.dayBeforeYear', { value: date, year }, place)]
    if (date > now) return [problem('project.dayAhead', { value: date, limit: now }, place)]
    const at = yearAt(desk, date)
    return at !== undefined && closed.has(at) ? [problem('project.yearClosed', { value: date, year: at }, place)] : []
  })
}

const proposalOf = ({ project: { urgent }, events }: Draft): Pick<Standing, 'dates'> & Pick<Project, 'urgent'> => ({
  urgent,
  dates: standingOf(events).dates,
})

/** A usual proposal waits for the next quarter once the quarter has had its rounds. */
function roundProblems(desk: Desk, draft: Draft, rules: ProjectRules, others: readonly Draft[]): Problem[] {
  const { year, key, number, purpose } = draft.project
  const own = desk.store.read.projects.ofCommunity(year, key)
  const drafted = new Set([number, ...others.map((each) => each.project.number)])
  const before = own.find((each) => each.number === number) ?? null
  const beside = [...own.filter((each) => !drafted.has(each.number)), ...others.map(proposalOf)]
  const days = roundTooMany(proposalOf(draft), before, beside, rules)
  if (days === null) return []
  const community = placeOf(desk, year)(key).name
  return [problem('project.rounds', { community, other: days.join('、'), limit: rules.rounds! }, { community, key, path: purpose })]
}

/** @throws project.communityMerged, project.communityGone */
export function communityProblems(desk: Desk, year: number, key: string): Problem[] {
  if (desk.factsOf(desk.yearOf(year).year).some((each) => each.key === key)) return []
  const heir = heirOf(desk, key, year, year)
  const nameOf = placeOf(desk, year)
  const params = { community: nameOf(key).name, year }
  const place = { community: nameOf(key).name, key }
  return heir === key
    ? [problem('project.communityGone', params, place)]
    : [problem('project.communityMerged', { ...params, other: nameOf(heir).name }, place)]
}

/** @returns identity and mobile numbers in the texts of a project, as problems at its place */
function personalProblems(draft: Draft, place: Place): Problem[] {
  try {
    refusePersonal(projectTexts(draft.project, draft.events))
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.problems.map((each) => ({ ...each, place: { ...place, ...each.place } }))
  }
}

/**
 * Everything that speaks against a project as it is to be.
 * @param before its steps as they are kept; none for a new one
 * @param others that would be entered together with it, and count for what is free
 * @param placeOf where each step, and the project itself, stands
 */
export function problemsOf(
  desk: Desk,
  draft: Draft,
  before: readonly ProjectEvent[],
  others: readonly Draft[] = [],
  place: Place = { path: draft.project.purpose },
): Problem[] {
  const rules = desk.store.read.spendingSettings.rules()
  const { project, events } = draft
  const kept = new Set(before.map((each) => JSON.stringify(each)))
  const now = new Set(events.map((each) => JSON.stringify(each)))
  const changed = [...events.filter((each) => !kept.has(JSON.stringify(each))), ...before.filter((each) => !now.has(JSON.stringify(each)))]
  const found = [
    ...personalProblems(draft, place),
    ...(rules.categories.some((each) => each.key === project.category) ? [] : [categoryProblem(project.category, rules, place)]),
    ...dayProblems(desk, project, changed, place),
    ...stepProblems(events, rules, () => place),
    ...roundProblems(desk, draft, rules, others),
    ...useProblems(draft, changed, place),
  ]
  return found.length > 0 ? found : overcommitted(desk, draft, changed, before, others, place)
}

/** @returns what was answered for a project's use, once its plan is this one: another purpose or remark is another question */
export const answerFor = ({ purpose, note, use }: Project, plan: Pick<Project, 'purpose' | 'note'>): Project['use'] =>
  plan.purpose === purpose && plan.note === note ? use : null

/** What is confirmed as forbidden goes no further. */
function useProblems({ project }: Draft, changed: readonly ProjectEvent[], place: Place): Problem[] {
  const further = changed.find((each) => ['decided', 'changed', 'contracted', 'started', 'paid'].includes(each.kind))
  if (project.use?.answer !== 'forbidden' || further === undefined) return []
  const { zh, en } = STEP_WORDS[further.kind]
  return [problem('project.useForbidden', { purpose: project.purpose, step: zh, stepEn: en }, place)]
}

export const categoryProblem = (value: string, { categories }: ProjectRules, place: Place): Problem =>
  problem(
    'project.categoryUnknown',
    {
      value,
      options: categories.map(({ name }) => name.zh).join('、'),
      optionsEn: categories.map(({ name }) => name.en || name.zh).join(', '),
    },
    place,
  )

/** @returns a number that no project of the community has in the year: 1, 2, 3 ... with two digits at least */
export function freeNumber(taken: ReadonlySet<string>): string {
  let number = 1
  const written = (): string => String(number).padStart(2, '0')
  while (taken.has(written())) number++
  return written()
}
