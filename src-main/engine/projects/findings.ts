import {
  forbiddenWordIn,
  type Account,
  type DutyState,
  type Finding,
  type Project,
  type ProjectRules,
  type Standing,
} from '../../model/project.ts'

/** A project with what follows from its steps. */
export interface StandingProject extends Project, Standing {
  duties: readonly DutyState[]
}

type About = Pick<Finding, 'kind' | 'year' | 'key'> & Partial<Finding>
const finding = (about: About): Finding => ({
  number: null,
  duty: null,
  fen: null,
  days: null,
  uncertain: false,
  word: '',
  wordEn: '',
  ...about,
})

/** What is approved counts; before that, what is planned. */
const amountOf = ({ approvedFen, plannedFen }: StandingProject): number => approvedFen ?? plannedFen

function ofUse(project: StandingProject, { forbidden }: ProjectRules): Finding[] {
  const { year, key, number, use } = project
  const about = { year, key, number, fen: amountOf(project) }
  if (use?.answer === 'forbidden') return [finding({ ...about, kind: 'forbidden', word: forbiddenWordIn(project, forbidden) ?? '' })]
  const word = use === null ? forbiddenWordIn(project, forbidden) : null
  return word === null ? [] : [finding({ ...about, kind: 'suspected', word })]
}

function ofCaps(project: StandingProject, { categories }: ProjectRules): Finding[] {
  const { year, key, number, category, cases } = project
  const caps = categories.find((each) => each.key === category)
  const fen = amountOf(project)
  const above = (kind: 'aboveCap' | 'caseAboveCap', limit: number | null): Finding[] =>
    limit !== null && fen > limit ? [finding({ kind, year, key, number, fen: fen - limit })] : []
  const ofCase = caps?.caseCapFen ?? null
  const ofCases = ofCase === null || cases === null ? null : ofCase * cases
  return [...above('aboveCap', caps?.capFen ?? null), ...above('caseAboveCap', ofCases)]
}

function ofDuties({ year, key, number, duties, refile }: StandingProject): Finding[] {
  return duties.flatMap(({ duty, done, daysLate, uncertain }) => {
    const about = { year, key, number, duty, days: daysLate, uncertain }
    if (done !== null) return []
    if (duty === 'filing' && refile) return [finding({ ...about, kind: 'changedAfterFiling' })]
    if (daysLate === 0) return []
    return [finding({ ...about, kind: duty === 'filing' ? 'unfiled' : 'unpublished' })]
  })
}

/** @returns what is wrong with one project, whatever its community has; a stopped one only where it was forbidden */
export function findingsOfProject(project: StandingProject, rules: ProjectRules): Finding[] {
  if (project.state === 'stopped') return ofUse(project, rules).filter((each) => each.kind === 'forbidden')
  return [...ofUse(project, rules), ...ofCaps(project, rules), ...ofDuties(project)]
}

const quarterOf = (day: string): string => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`

/** When a project was proposed, and whether it could wait for its quarter. */
export type Proposal = Pick<StandingProject, 'dates' | 'urgent'>

/**
 * The one rule of rounds: projects that a community itself proposes on one day are one, urgent ones are none.
 * @returns the days of its rounds by quarter, in order
 */
function roundsOf(projects: readonly Proposal[]): Map<string, string[]> {
  const rounds = new Map<string, string[]>()
  for (const { dates, urgent } of projects) {
    const day = dates.proposed
    if (day === undefined || urgent !== '') continue
    const own = rounds.get(quarterOf(day)) ?? []
    if (!own.includes(day)) rounds.set(quarterOf(day), [...own, day].sort())
  }
  return rounds
}

/**
 * Whether a proposal is a round too many for its quarter. One that makes no round more than there were is not.
 * @param before the same project as it is kept; null: a new one
 * @param others of the community
 * @returns the days of the other rounds of the quarter; null: it may be proposed
 */
export function roundTooMany(
  proposal: Proposal,
  before: Proposal | null,
  others: readonly Proposal[],
  { rounds }: Pick<ProjectRules, 'rounds'>,
): string[] | null {
  const day = proposal.dates.proposed
  if (rounds === null || day === undefined || proposal.urgent !== '') return null
  const quarter = quarterOf(day)
  const count = (all: readonly Proposal[]): number => roundsOf(all).get(quarter)?.length ?? 0
  const now = count([...others, proposal])
  if (now <= rounds || now <= count(before === null ? others : [...others, before])) return null
  return roundsOf(others).get(quarter) ?? []
}

/** @returns the quarters in which a community proposed too often */
export function findingsOfRounds(of: { year: number; key: string }, projects: readonly Proposal[], { rounds }: ProjectRules): Finding[] {
  if (rounds === null) return []
  const tooMany = [...roundsOf(projects).values()].filter((days) => days.length > rounds)
  return tooMany.map((days) => finding({ ...of, kind: 'rounds', word: days.join('、') }))
}

/**
 * What is wrong with the money of one community.
 * @param elapsed the share of the year that is gone
 */
export function findingsOfCommunity(
  of: { year: number; key: string },
  account: Account,
  { idleShare }: ProjectRules,
  elapsed: number,
): Finding[] {
  const { carryFen, receivedFen, paidFen, committedFen, freeFen } = account
  const available = carryFen + receivedFen
  const lag = available <= 0 ? 0 : elapsed - (paidFen + committedFen) / available
  return [
    ...(freeFen < 0 ? [finding({ ...of, kind: 'overcommitted', fen: -freeFen })] : []),
    ...(freeFen > 0 && lag > idleShare ? [finding({ ...of, kind: 'idle', fen: freeFen })] : []),
  ]
}
