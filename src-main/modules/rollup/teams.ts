import type { PackageTeams } from '../../model/package.ts'
import { warning, type Problem } from '../../model/problem.ts'
import type { ReadPackage } from '../../documents/package/index.ts'
import type { PlanWriter } from '../../store/index.ts'
import type { Desk } from '../../desk/desk.ts'

/** Teams of a package belong to its plan: the city's own posting stays, and that is told. */
export const teamsLeft = (packages: readonly ReadPackage[]): Problem[] =>
  packages.flatMap(({ file, teams }) => (teams === undefined ? [] : [warning('rollup.teamsLeft', { file }, { file })]))

/** The year's service teams with the posting of these communities; nothing where nothing is asked of teams. */
export function teamsIn(desk: Desk, has: (of: { key: string }) => boolean): PackageTeams | undefined {
  const { year } = desk.year
  const { teamPlans, teamPosts, teamDuties } = desk.store.read
  const kept = teamPlans.find(year)
  if (kept === null) return undefined
  const own = kept.settings.own.filter((key) => has({ key }))
  const today = teamPlans.staffToday(year)
  return {
    settings: { ...kept.settings, own },
    staff: teamPlans.staff(year),
    ...(today !== null && { today }),
    posts: teamPosts.list(year).filter(has),
    duties: teamDuties.list(year),
  }
}

/** Makes the service teams of a new plan those of a package. What was proven of them stays behind: it is solved anew where it is needed. */
export function fillTeams(plan: PlanWriter, year: number, { settings, staff, today, posts, duties }: PackageTeams): void {
  plan.teamPlans.save(year, settings, null)
  plan.teamPlans.saveStaff(year, staff)
  plan.teamPlans.saveToday(year, today ?? null)
  plan.teamPosts.save(year, posts)
  plan.teamDuties.save(year, duties)
}
