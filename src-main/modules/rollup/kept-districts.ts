import type { KeptDistrict } from '../../model/package.ts'
import type { PlanResult } from '../../model/plan.ts'
import { AppError, appError } from '../../shared/app-error.ts'
import { ownPoliciesOf } from '../../desk/own-policies.ts'
import type { Desk } from '../../desk/desk.ts'
import { planResult } from '../../desk/plan-result.ts'

/** What a district has in a result, in fen; null where there is none. */
const amountIn = (result: PlanResult | null, district: string): number | null =>
  result?.districts.find((each) => each.district === district)?.amountFen ?? null

function resultOrNone(compute: () => PlanResult): PlanResult | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

/** The year's districts that stand under their own policies, with their money by those and by the year's policy. */
export const keptDistricts = (desk: Desk): KeptDistrict[] =>
  desk.derived(`kept districts ${desk.year.year}`, () => {
    const own = ownPoliciesOf(desk, desk.year.year)
    const now = own.length === 0 ? null : resultOrNone(() => desk.result)
    return own.map(({ district, policy: { title: name, version } }) => {
      const others = own.filter((each) => each.district !== district)
      const without = resultOrNone(() => planResult({ ...desk.basis(desk.policy), own: others }))
      return { district, name, version, amountFen: amountIn(now, district), byPlanFen: amountIn(without, district) }
    })
  })

/**
 * Computes a district by the year's policy again, as a step of its own.
 * @returns what the district had and has then, in fen
 * @throws rollup.keptNone
 */
export async function endKept(desk: Desk, district: string): Promise<{ beforeFen: number | null; afterFen: number | null }> {
  const { year } = desk.year
  const kept = keptDistricts(desk).find((each) => each.district === district)
  if (kept === undefined) throw appError('rollup.keptNone', { district })
  const { amountFen: beforeFen, byPlanFen: afterFen } = kept
  const amounts = { ...(beforeFen !== null && { beforeFen }), ...(afterFen !== null && { afterFen }) }
  await desk.store.command('rollup.endKept', { key: 'rollupEndKept', params: { district, ...amounts } }, (plan) =>
    plan.districtPolicies.clear(year, district),
  )
  return { beforeFen, afterFen }
}
