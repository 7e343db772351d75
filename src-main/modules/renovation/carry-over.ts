import type { PlanWriter } from '../../store/index.ts'

/**
 * A year begins with the backlog of the year before, for the communities that it still has: what was done in between, and what money is
 * there, is entered.
 */
export function carryRenovation(plan: PlanWriter, from: number, year: number): void {
  const settings = plan.renovationPlans.find(from)
  if (settings !== null) plan.renovationPlans.save(year, settings)
  const there = new Set(plan.communities.facts(year).map((each) => each.key))
  plan.renovationLots.save(
    year,
    plan.renovationLots.list(from).filter(({ key }) => there.has(key)),
  )
  plan.renovationMoney.save(
    year,
    plan.renovationMoney.list(from).flatMap((each) => (there.has(each.key) ? [{ ...each, startFen: null }] : [])),
  )
}
