import { call } from '../api/client.ts'
import type { PlanResult } from '../../src-main/contract/plan.ts'

/** @returns whether a result is a draft: nobody has adopted this very one, with the same policy and the same data */
export async function isDraft({ year, policy, input }: PlanResult): Promise<boolean> {
  const adopted = await call('plan.adopted', {})
  return !adopted.some((each) => each.year === year && each.policy.hash === policy.hash && each.inputHash === input.hash)
}
