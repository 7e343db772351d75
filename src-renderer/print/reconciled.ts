import { RECONCILED_PAPERS, type TableName } from '../../src-main/model/paper.ts'
import { problem, type Problem } from '../../src-main/model/problem.ts'
import { call } from '../api/client.ts'

/**
 * What of last year is not accounted for behind a paper.
 * @param adopted the address's `adopted`, if any: what is adopted was looked at when it was
 * @returns none where everything is, and for records of what was done
 */
export async function gapsBehind(paper: TableName, adopted: unknown): Promise<Problem[]> {
  if (adopted !== undefined || !RECONCILED_PAPERS.includes(paper)) return []
  const { checks } = await call('plan.adoption', {})
  const [head, ...gaps] = checks.find((each) => each.key === 'conservation')!.problems
  return head === undefined ? [] : [problem('plan.unreconciled', head.params), ...gaps]
}

/** @returns why nothing of the plan is printed: it is not what its change log says */
export const alteredBehind = async (): Promise<Problem[]> =>
  (await call('plan.check', {})).filter((each) => each.code === 'plan.contentAltered')
