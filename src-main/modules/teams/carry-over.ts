import type { PlanWriter } from '../../store/index.ts'

/** A year begins with the posting of the one before: it is today's, and stays until it is solved anew. Nothing is proven of the new year. */
export function carryTeams(plan: PlanWriter, from: number, year: number): void {
  const before = plan.teamPlans.find(from)
  if (before === null) return
  plan.teamPlans.save(year, before.settings, null)
  const staff = plan.teamPlans.staff(from)
  plan.teamPlans.saveStaff(year, staff)
  plan.teamPlans.saveToday(year, staff)
  plan.teamPosts.save(
    year,
    plan.teamPosts.list(from).map(({ key, team }) => ({ key, team, today: team })),
  )
}
