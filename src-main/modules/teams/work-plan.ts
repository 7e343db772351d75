import { dutyPlan } from '../../engine/teams/index.ts'
import type { Text } from '../../model/text.ts'
import type { PlannedDuties } from '../../model/teams.ts'
import type { Desk } from '../../desk/desk.ts'
import { postsNow, settingsNow } from './posting.ts'

/** Of whom the duties are wanted. */
interface DutyScope {
  /** Keys of the communities that the teams serve; null: of all, and of teams that serve nobody any more. */
  communities: ReadonlySet<string> | null
  /** A bureau by its Chinese name: only teams in which it has officers. */
  department?: string | undefined
}

/** Bureaus of the year's teams, as departments that a work plan can be of; none where no team has officers. */
export function bureausOfTeams(desk: Desk): Text[] {
  const staff = desk.store.read.teamPlans.staff(desk.year.year)
  return settingsNow(desk).bureaus.flatMap(({ key, name }) => (staff.some((each) => (each.officers[key] ?? 0) > 0) ? [name] : []))
}

/**
 * The seven duties of the teams that serve communities, as they were planned and done in the year. A team's numbers are of all that it
 * serves, also where only some of it is asked for.
 */
export function plannedDuties(desk: Desk, { communities, department }: DutyScope): PlannedDuties {
  const { year } = desk.year
  const [counts, staff, posts] = [desk.store.read.teamDuties.list(year), desk.store.read.teamPlans.staff(year), postsNow(desk)]
  const { bureaus } = settingsNow(desk)
  const served = Map.groupBy(
    [...posts.values()].filter(({ key, team }) => team !== null && (communities === null || communities.has(key))),
    (each) => each.team!,
  )
  const bureausOf = (team: number): Text[] => {
    const officers = staff.find((each) => each.team === team)?.officers ?? {}
    return bureaus.filter(({ key }) => (officers[key] ?? 0) > 0).map((each) => each.name)
  }
  const teams = [...new Set(counts.map((each) => each.team))]
    .filter((team) => communities === null || served.has(team))
    .filter((team) => department === undefined || bureausOf(team).some((each) => each.zh === department))
    .sort((a, b) => a - b)
  const communitiesOf = (team: number): number => served.get(team)?.length ?? 0
  const plan = dutyPlan(counts, teams)
  return {
    ...plan,
    duties: plan.duties.map((each) => ({ ...each, communities: each.teams.reduce((sum, team) => sum + communitiesOf(team), 0) })),
    teams: plan.teams.map((each) => ({ ...each, communities: communitiesOf(each.team), bureaus: bureausOf(each.team) })),
  }
}
