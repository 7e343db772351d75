import type { Day } from './calendar.ts'
import type { ProjectEvent, ProjectState, ProjectStep, Standing } from './project.ts'

/** @returns the steps in the order of their days; of one day in the order in which they were entered */
export const inDateOrder = (events: readonly ProjectEvent[]): ProjectEvent[] =>
  events.toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)))

export const nothingDone = (): Standing => ({
  state: 'planned',
  approvedFen: null,
  contractFen: null,
  paidFen: 0,
  settledFen: null,
  committedFen: 0,
  changes: 0,
  refile: false,
  dates: {},
})

const STATE_AFTER: Partial<Record<ProjectStep, ProjectState>> = {
  proposed: 'proposed',
  decided: 'decided',
  filed: 'filed',
  started: 'inWork',
  paid: 'paidInParts',
  accepted: 'accepted',
  settled: 'settled',
  published: 'published',
  closed: 'closed',
  changed: 'changed',
  stopped: 'stopped',
}
/** How far a project is; a step that belongs to an earlier part, as a payment after the acceptance, does not take it back. */
const REACHED: readonly ProjectState[] = [
  'planned',
  'proposed',
  'decided',
  'filed',
  'inWork',
  'paidInParts',
  'accepted',
  'settled',
  'published',
  'closed',
]

/** A filing after a change leads back to where the project was. */
function stateAfter({ state, dates }: Standing, kind: ProjectStep): ProjectState {
  const next = STATE_AFTER[kind]
  if (next === undefined) return state
  if (kind === 'changed' || kind === 'stopped') return next
  if (state === 'changed') {
    if (kind !== 'filed') return next
    return dates.accepted !== undefined
      ? 'accepted'
      : dates.paid !== undefined
        ? 'paidInParts'
        : dates.started !== undefined
          ? 'inWork'
          : 'filed'
  }
  return REACHED.indexOf(next) > REACHED.indexOf(state) ? next : state
}

function committed({ state, approvedFen, settledFen, paidFen }: Standing): number {
  if (state === 'stopped' || state === 'closed' || approvedFen === null) return 0
  return Math.max(0, (settledFen ?? approvedFen) - paidFen)
}

/** @returns how a project stands after one more step */
export function afterStep(before: Standing, { kind, date, amountFen }: ProjectEvent): Standing {
  const fen = amountFen ?? 0
  const after: Standing = { ...before, state: stateAfter(before, kind), dates: { ...before.dates, [kind]: date } }
  if (kind === 'decided' || kind === 'changed') after.approvedFen = fen
  if (kind === 'changed') Object.assign(after, { changes: before.changes + 1, refile: before.dates.filed !== undefined || before.refile })
  if (kind === 'filed') after.refile = false
  if (kind === 'contracted') after.contractFen = (before.contractFen ?? 0) + fen
  if (kind === 'paid') after.paidFen = before.paidFen + fen
  if (kind === 'settled') after.settledFen = fen
  after.committedFen = committed(after)
  return after
}

/** @returns how a project stands after its steps, up to and with a day where one is given */
export const standingOf = (events: readonly ProjectEvent[], until?: Day): Standing =>
  inDateOrder(events)
    .filter(({ date }) => until === undefined || date <= until)
    .reduce(afterStep, nothingDone())
