import type { OutputOf } from '../../contract/operations.ts'
import { brokenDemands, evennessOf, reasonsOfTeams, staffOf, teamSizes, workOf, type TeamsProblem } from '../../engine/teams/index.ts'
import { communityOf } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import {
  areaName,
  DELIVERED_TEAMS,
  type CommunityWork,
  type Evenness,
  type TeamPost,
  type TeamSettings,
  type TeamProof,
  type TeamStaff,
} from '../../model/teams.ts'
import { canonicalJson, hashOf } from '../../shared/canonical-json.ts'
import type { Desk } from '../../desk/desk.ts'
import { columnsOfBase, runOf, standpointOf } from '../../desk/standpoint.ts'
import { doubtsOf } from './doubts.ts'
import type { TeamBasis } from './effects.ts'

/** @returns what is asked of a year's teams; null: nothing was ever asked */
const teamSettingsOf = (desk: Desk, year: number): TeamSettings | null =>
  desk.derived(`team settings ${year}`, () => desk.store.read.teamPlans.find(year)?.settings ?? null)

/** What a class can change of teams in a year; null: nothing was ever asked. */
export const teamBasisOf = (desk: Desk, year: number): TeamBasis | null =>
  desk.derived(`team basis ${year}`, () => {
    const settings = teamSettingsOf(desk, year)
    if (settings === null) return null
    const posts = desk.store.read.teamPosts.list(year).flatMap(({ key, team }) => {
      const own = standing(settings, team)
      return own === null ? [] : [[key, own] as const]
    })
    return { settings, teamOf: new Map(posts) }
  })

/** What is asked of the year's teams: of each class of the year's policy, and of no other. A class of which nothing is said makes no work. */
export const settingsNow = (desk: Desk): TeamSettings =>
  desk.derived('team settings now', () => forClasses(settingsKept(desk), classesOf(desk)))

/** The same as it was said: a class that this year's policy does not have may come back with another. */
export const settingsKept = (desk: Desk): TeamSettings => teamSettingsOf(desk, desk.year.year) ?? DELIVERED_TEAMS

const classesOf = (desk: Desk): string[] => desk.policy.classes.map((each) => each.key)
const forClasses = (settings: TeamSettings, classes: readonly string[]): TeamSettings => ({
  ...settings,
  classes: Object.fromEntries(classes.map((each) => [each, settings.classes[each] ?? { points: 0, visits: 0 }])),
})

/** The communities of the year with work and class, in the order of the plan. @throws the engine's named errors */
const worksNow = (desk: Desk): readonly (CommunityWork & { class: string | null })[] =>
  desk.derived('team works', () => {
    const base = { kind: 'year' as const, year: desk.year.year }
    const standpoint = standpointOf(desk, base)
    const run = runOf(desk, base, standpoint)
    const columns = columnsOfBase(desk, base, standpoint.policy)
    const works = workOf(columns, run, settingsNow(desk)).map((each, row) => ({ ...each, class: run.classes[row]! }))
    const byKey = new Map(works.map((each) => [each.key, each]))
    return desk.facts.map(({ key }) => byKey.get(key)!)
  })

/** A team that was given up serves nobody any more. */
const standing = ({ teams }: TeamSettings, team: number | null): number | null => (team !== null && team > teams ? null : team)

/** The posts of the year by community. */
export function postsNow(desk: Desk): ReadonlyMap<string, TeamPost> {
  const settings = settingsNow(desk)
  const posts = desk.store.read.teamPosts.list(desk.year.year)
  return new Map(posts.map((each) => [each.key, { ...each, team: standing(settings, each.team) }]))
}

/** Whom somebody has posted by hand since the posting was last solved or put right, and to which team; forgotten when the plan is closed. */
export const handPosts = (desk: Desk): Map<string, number | null> =>
  desk.kept(`teams by hand ${desk.year.year}`, () => new Map<string, number | null>())

/** What is to be solved, with today's posting or, for a repair, the one that is planned. */
export function problemNow(desk: Desk, from: 'today' | 'team'): TeamsProblem {
  const posts = postsNow(desk)
  const works = worksNow(desk)
  return {
    settings: settingsNow(desk),
    communities: desk.facts.map(({ key, district, subdistrict }, row) => ({
      key,
      district,
      subdistrict,
      work: works[row]!.work,
      today: posts.get(key)?.[from] ?? null,
    })),
  }
}

/** A fingerprint of work and demands: as long as it is the same, what was proven holds. */
export const problemHash = ({ settings, communities }: TeamsProblem): string =>
  hashOf({ settings, communities: communities.map(({ today: _, ...each }) => each) })

/** Officers for the teams as they stand, the larger teams where there is more work. */
export function staffFor(settings: TeamSettings, works: ReadonlyMap<number, number>): TeamStaff[] {
  const order = Array.from({ length: settings.teams }, (_, at) => at).sort((a, b) => (works.get(b + 1) ?? 0) - (works.get(a + 1) ?? 0))
  const sizes = teamSizes(settings)
  const own = order.reduce<number[]>((all, team, rank) => ((all[team] = sizes[rank]!), all), [])
  return staffOf(settings.bureaus, own)
}

const officersIn = ({ officers }: TeamStaff): number => Object.values(officers).reduce((sum, each) => sum + each, 0)
const officersOf = (staff: readonly TeamStaff[]): number[] => staff.map(officersIn)
/** How even work is spread over the teams that have officers; null: there is no work. */
const evenAmong = (teams: readonly { work: number; officers: number }[]): Evenness | null => {
  const working = teams.filter((each) => each.officers > 0)
  return working.some((each) => each.work > 0) ? evennessOf(working) : null
}

/** What the reader should know of the communities, before anything is solved. */
function doubts(desk: Desk, settings: TeamSettings): Problem[] {
  const counted = new Set([...desk.dictionary.indicators, ...desk.policy.indicators].map((each) => each.key))
  const labels = new Map([...desk.wholeDictionary.indicators, ...desk.policy.indicators].map((each) => [each.key, each.label]))
  const said = settingsKept(desk).classes
  return doubtsOf({
    facts: desk.facts,
    works: worksNow(desk),
    settings,
    unsaid: classesOf(desk).filter((each) => said[each] === undefined),
    isCounted: (indicator) => counted.has(indicator),
    labelOf: (indicator) => labels.get(indicator) ?? { zh: indicator, en: indicator },
  })
}

type Rows = OutputOf<'teams.get'>['communities']
type TeamsView = Pick<OutputOf<'teams.get'>, 'teams' | 'before' | 'after' | 'moved' | 'broken'>

/**
 * @param today officers of today's teams, which are other teams than those that are to be; null: not known
 * @returns what a posting comes to: team by team, how even it is before and after, and which demands it breaks
 */
export function viewOf(settings: TeamSettings, rows: Rows, staff: readonly TeamStaff[], today: readonly TeamStaff[] | null): TeamsView {
  const officers = officersOf(staff)
  const before = (today ?? []).map((each) => ({ team: each.team, officers: officersIn(each) }))
  const reasons = reasonsOfTeams(
    { settings, communities: rows },
    rows.map((each) => each.team ?? 0),
    officers,
  )
  const workIn = (list: Rows): number => list.reduce((sum, each) => sum + each.work, 0)
  const todayOf = (team: number): Rows => rows.filter((each) => each.today === team)
  const teams = staff.map(({ team }, at) => {
    const own = rows.filter((each) => each.team === team)
    const present = todayOf(team)
    const subdistricts = own.map(({ district, subdistrict }) => ({ district, subdistrict }))
    return {
      team,
      officers: officers[at]!,
      communities: own.length,
      work: workIn(own),
      visits: own.reduce((sum, each) => sum + each.visits, 0),
      todayWork: workIn(present),
      todayCommunities: present.length,
      todayOfficers: before.find((each) => each.team === team)?.officers ?? null,
      subdistricts: [...new Map(subdistricts.map((each) => [areaName(each), each])).values()],
      ...reasons[at]!,
    }
  })
  const posted = rows.flatMap(({ key, team }) => (team === null ? [] : [{ key, team }]))
  return {
    teams,
    before: evenAmong(before.map((each) => ({ ...each, work: workIn(todayOf(each.team)) }))),
    after: evenAmong(teams),
    moved: rows.filter(({ team, today }) => today !== null && team !== today).length,
    broken: staff.length === 0 ? [] : brokenDemands({ communities: rows, settings, posted, staff }),
  }
}

/** Another posting than the one that is kept. */
export interface Supposed {
  teams: readonly number[]
  staff: readonly TeamStaff[]
  proof: TeamProof | null
}

/**
 * Everything about the year's posting.
 * @param supposed in the place of the one that is kept
 * @throws the engine's named errors
 */
export function postingNow(desk: Desk, supposed?: Supposed): OutputOf<'teams.get'> {
  const { year } = desk.year
  const kept = desk.store.read.teamPlans.find(year)
  const settings = settingsNow(desk)
  const staff = supposed === undefined ? desk.store.read.teamPlans.staff(year) : [...supposed.staff]
  const [posts, works, byHand] = [postsNow(desk), worksNow(desk), handPosts(desk)]
  const rows = desk.facts.map((facts, row) => {
    const { key: _, ...work } = works[row]!
    const post = posts.get(facts.key)
    return { ...communityOf(facts), ...work, team: supposed?.teams[row] ?? post?.team ?? null, today: post?.today ?? null }
  })
  const view = viewOf(settings, rows, staff, desk.store.read.teamPlans.staffToday(year))
  const isProven = kept?.proof?.problem === problemHash(problemNow(desk, 'today')) && view.broken.length === 0
  return {
    year,
    settings,
    // A posting keeps the settings that it was solved for: they are not the department's own for that.
    delivered: canonicalJson(settings) === canonicalJson(forClasses(DELIVERED_TEAMS, classesOf(desk))),
    classes: classesOf(desk),
    communities: rows,
    // What was undone since is not where it was put.
    byHand: rows.flatMap(({ key, team }) => (byHand.get(key) === team ? [key] : [])),
    staff,
    ...view,
    proof: supposed !== undefined ? supposed.proof : isProven && view.after !== null ? proofOf(view.after, kept.proof!.bound) : null,
    problems: doubts(desk, settings),
  }
}

/** Solver and sums count in doubles. */
const NOTHING = 1e-6
const proofOf = ({ imbalance }: Evenness, bound: number): TeamProof => ({ imbalance, bound, proven: imbalance <= bound + NOTHING })
