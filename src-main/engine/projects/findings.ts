import type { Account, DutyState, Finding, Project, ProjectRules, Standing } from '../../model/project.ts'
import { comparable } from '../../model/text.ts'

/** A project with what follows from its steps. */
export interface StandingProject extends Project, Standing {
  duties: readonly DutyState[]
}

type About = Pick<Finding, 'kind' | 'year' | 'key'> & Partial<Finding>
const finding = (about: About): Finding => ({ number: null, duty: null, fen: null, days: null, word: '', ...about })

/** @returns the first forbidden use that a purpose or remark names; null for none */
export function forbiddenWordIn({ purpose, note }: Pick<Project, 'purpose' | 'note'>, words: readonly string[]): string | null {
  const text = comparable(`${purpose}\n${note}`)
  return words.find((word) => text.includes(comparable(word))) ?? null
}

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
  return duties.flatMap(({ duty, done, daysLate }) => {
    const about = { year, key, number, duty, days: daysLate }
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

/** @returns the days on which usual projects of a community were proposed, by quarter: projects of one day are one round */
export function roundsOf(projects: readonly Pick<StandingProject, 'dates' | 'urgent'>[]): Map<string, string[]> {
  const rounds = new Map<string, string[]>()
  for (const { dates, urgent } of projects) {
    const day = dates.proposed
    if (day === undefined || urgent !== '') continue
    const own = rounds.get(quarterOf(day)) ?? []
    if (!own.includes(day)) rounds.set(quarterOf(day), [...own, day].sort())
  }
  return rounds
}
export const roundOfQuarter = quarterOf

/**
 * What is wrong with the money of one community.
 * @param elapsed the share of the year that is gone
 */
export function findingsOfCommunity(
  of: { year: number; key: string },
  account: Account,
  projects: readonly StandingProject[],
  { rounds, idleShare }: ProjectRules,
  elapsed: number,
): Finding[] {
  const { carryFen, receivedFen, paidFen, committedFen, freeFen } = account
  const available = carryFen + receivedFen
  const lag = available <= 0 ? 0 : elapsed - (paidFen + committedFen) / available
  const tooMany = rounds === null ? [] : [...roundsOf(projects).values()].filter((days) => days.length > rounds)
  return [
    ...(freeFen < 0 ? [finding({ ...of, kind: 'overcommitted', fen: -freeFen })] : []),
    ...(freeFen > 0 && lag > idleShare ? [finding({ ...of, kind: 'idle', fen: freeFen })] : []),
    ...tooMany.map((days) => finding({ ...of, kind: 'rounds', word: days.join('、') })),
  ]
}
