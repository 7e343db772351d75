import { counted, shared } from '../../engine/self-evaluation/index.ts'
import { addedUp, sumOfAll } from '../../model/places.ts'
import type { Community } from '../../model/plan.ts'
import type { DutyState, FindingKind, ProjectLine } from '../../model/project.ts'
import type { Figure, FigureState } from '../../model/self-evaluation.ts'
import { resolvedYear } from '../../desk/catalogue.ts'
import type { Desk } from '../../desk/desk.ts'
import { AppError } from '../../shared/app-error.ts'
import { dayOf, duesAt, findingsAt, isKept, linesAt, placeOf } from '../projects/index.ts'
import { linesOf, targetsIn } from '../targets/index.ts'

/** A year and a part of the plan; '' is all of it. */
export interface Scope {
  year: number
  district: string
}
export const isIn = ({ district }: Scope, place: Pick<Community, 'district'>): boolean => district === '' || place.district === district

const NOT_KNOWN: FigureState = { planned: null, done: null, value: null }

/** Money that was used against the rules. */
const VIOLATIONS: readonly FindingKind[] = ['forbidden', 'aboveCap', 'caseAboveCap', 'overcommitted']

const projectsIn = (desk: Desk, scope: Scope): ProjectLine[] =>
  linesAt(desk, scope.year, dayOf(desk, scope.year)).filter((each) => isIn(scope, each))

/** Projects that were decided and are still meant to be done. */
const meant = (projects: readonly ProjectLine[]): ProjectLine[] =>
  projects.filter((each) => each.approvedFen !== null && each.state !== 'stopped')

/** Of what is done or was due by now, what was done in time. */
function inTime(projects: readonly ProjectLine[], isMeant: (duty: DutyState) => boolean): FigureState {
  const due = projects.flatMap(({ duties }) => duties).filter((each) => isMeant(each) && (each.done !== null || each.daysLate > 0))
  return shared(due.length, due.filter((each) => each.daysLate === 0).length)
}

/** What a receipt reached; where none is kept nobody knows. */
function communities(desk: Desk, scope: Scope): FigureState {
  const all = duesAt(desk, scope.year).filter((each) => isIn(scope, each))
  if (!isKept(desk, scope.year)) return counted(all.length, null)
  return counted(all.length, all.filter(({ payers }) => payers.some((each) => each.receivedFen > 0)).length)
}

/** What came in of what is due by now; too much from one payer makes up for nobody else. */
function received(desk: Desk, scope: Scope): FigureState {
  const dues = duesAt(desk, scope.year)
    .filter((each) => isIn(scope, each))
    .flatMap(({ payers }) => payers)
  const [due, short] = [sumOfAll(dues.map((each) => each.dueNowFen)), sumOfAll(dues.map((each) => each.shortFen))]
  return !isKept(desk, scope.year) || due === null || short === null ? NOT_KNOWN : shared(due, due - short)
}

/** Final accounts against what was approved for the same projects. */
function settled(projects: readonly ProjectLine[]): FigureState {
  const over = projects.filter((each) => each.settledFen !== null && each.approvedFen !== null)
  return shared(addedUp(over.map((each) => each.approvedFen!)), addedUp(over.map((each) => each.settledFen!)))
}

/** Measures that are planned with a number, by community and period, and those of which as much was done. */
function measures(desk: Desk, scope: Scope): FigureState {
  const present = new Map(desk.factsOf(scope.year).map((each) => [each.key, each]))
  const planned = desk.store.read.measureCounts.list(scope.year).filter((each) => {
    const community = present.get(each.key)
    return community !== undefined && isIn(scope, community) && (each.planned ?? 0) > 0
  })
  // What nobody has reported is not known to be undone.
  if (planned.some((each) => each.done === null)) return { ...NOT_KNOWN, planned: planned.length }
  return shared(planned.length, planned.filter((each) => each.done! >= each.planned!).length)
}

/** Communities of which a target asks something, and those that reach it; target by target. */
function targets(desk: Desk, scope: Scope): FigureState {
  const year = resolvedYear(desk, scope.year)
  const standings = targetsIn(year.compiled)
    .flatMap(({ position }) => linesOf(year, position))
    .filter((each) => isIn(scope, each))
    .map((each) => each.state.standing)
  const asked = standings.filter((each) => each !== 'nothing')
  if (asked.some((each) => each === 'needUnknown' || each === 'presentUnknown' || each === 'open'))
    return { ...NOT_KNOWN, planned: asked.length }
  return shared(asked.length, asked.filter((each) => each !== 'short').length)
}

/** Of what was counted in any month, from any source, how much of the whole is the part; not known where one of them is not, of any row. */
function appeals(desk: Desk, scope: Scope, part: 'solved' | 'inTime', whole: 'received' | 'solved'): FigureState {
  const present = new Map(desk.factsOf(scope.year).map((each) => [each.key, each]))
  const rows = desk.store.read.appeals.list(scope.year).filter(({ key }) => present.has(key) && isIn(scope, present.get(key)!))
  return rows.length === 0 ? NOT_KNOWN : shared(sumOfAll(rows.map((each) => each[whole])), sumOfAll(rows.map((each) => each[part])))
}

function violations(desk: Desk, scope: Scope): FigureState {
  if (!isKept(desk, scope.year)) return counted(0, null)
  const place = placeOf(desk, scope.year)
  const found = findingsAt(desk, scope.year, dayOf(desk, scope.year))
  return counted(0, found.filter((each) => VIOLATIONS.includes(each.kind) && isIn(scope, place(each.key))).length)
}

const OF: Record<Figure, (desk: Desk, scope: Scope) => FigureState> = {
  communities,
  projects: (desk, scope) => {
    const all = projectsIn(desk, scope)
    if (all.length === 0) return NOT_KNOWN
    const own = meant(all)
    return counted(own.length, own.filter((each) => each.dates.accepted !== undefined).length)
  },
  violations,
  received,
  published: (desk, scope) => inTime(projectsIn(desk, scope), ({ duty }) => duty !== 'filing'),
  filed: (desk, scope) => inTime(projectsIn(desk, scope), ({ duty }) => duty === 'filing'),
  settled: (desk, scope) => settled(projectsIn(desk, scope)),
  measures,
  targets,
  appealsSolved: (desk, scope) => appeals(desk, scope, 'solved', 'received'),
  appealsInTime: (desk, scope) => appeals(desk, scope, 'inTime', 'solved'),
}

/**
 * @returns what the plan knows of a figure in a part of it as of today, or of the end of a year that is over; nothing where the plan
 * can't be computed, of which its own pages tell the reason
 */
export function figureState(desk: Desk, scope: Scope, figure: Figure): FigureState {
  try {
    return OF[figure](desk, scope)
  } catch (error) {
    if (error instanceof AppError) return NOT_KNOWN
    throw error
  }
}
