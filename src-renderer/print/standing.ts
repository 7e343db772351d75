import { call } from '../api/client.ts'
import { ProblemError } from '../api/problem-error.ts'
import type { PlanResult } from '../../src-main/model/plan.ts'
import type { Policy } from '../../src-main/model/policy.ts'
import type { PlanReference } from '../../src-main/model/scenario.ts'

/** What a result was made from: year, policy, data. */
type Origin = Pick<PlanResult, 'year'> & { policy: Pick<PlanResult['policy'], 'hash'>; input: Pick<PlanResult['input'], 'hash'> }

/** @returns whether a result is a draft: nobody has adopted this very one, with the same policy and the same data */
export async function isDraft({ year, policy, input }: Origin): Promise<boolean> {
  const adopted = await call('plan.adopted', {})
  return !adopted.some(
    (each) => each.year === year && each.policy.hash === policy.hash && each.inputHash === input.hash && each.takenBack === null,
  )
}

/**
 * @returns whether a side of a comparison is a draft: a scenario, another policy, the year in use as it is not adopted, another
 *   year of which no plan is adopted
 */
export async function isDraftSide(side: PlanReference, yearInUse: number): Promise<boolean> {
  if (side.kind === 'lastYear' || side.kind === 'adopted') return false
  if (side.kind !== 'year') return true
  if (side.year === yearInUse) return isDraft(await call('result.get', {}))
  return !(await call('plan.adopted', {})).some((each) => each.year === side.year && each.takenBack === null)
}

/** A result on paper. `isCurrent`: the indicators and the classes by hand of the moment are those that it was made from. */
export interface Standing {
  result: PlanResult
  policy: Policy
  draft: boolean
  isCurrent: boolean
  /** The policy under which a community stands in this result. */
  ownFor: (place: { district: string }) => Policy
}

/** The data of the moment; null where no result can be made from them. */
async function presentInput(): Promise<string | null> {
  try {
    return (await call('result.get', {})).input.hash
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}

/**
 * The policy under which a community of a result stands. Where its district had one of its own that the plan does not have any more, only
 * its name is known: what it says is not told by the rules of another.
 */
export function policyOfResult(
  { own: named = [] }: Pick<PlanResult, 'own'>,
  policy: Policy,
  own: readonly { district: string; policy: Policy }[],
): Standing['ownFor'] {
  return ({ district }) => {
    const name = named.find((each) => each.district === district)
    if (name === undefined) return policy
    const { id, version } = name.policy
    const kept = own.find((each) => each.district === district && each.policy.id === id && each.policy.version === version)
    const { classification } = policy
    return kept?.policy ?? { ...policy, id, version, title: name.title, classification: { ...classification, rules: [] } }
  }
}

/**
 * The result that a print view shows: that of the moment, or the adopted plan whose number the address has.
 * @param adopted the address's `adopted`, if any
 * @throws ProblemError plan.adoptedUnknown, the errors of the engine
 */
export async function standingOf(adopted: unknown): Promise<Standing> {
  const id = Number(adopted)
  const isAdopted = Number.isInteger(id) && id > 0
  const result = await (isAdopted ? call('plan.adoptedResult', { id }) : call('result.get', {}))
  const [draft, policy, own, present] = await Promise.all([
    isDraft(result),
    call('policy.get', { id: result.policy.id, version: result.policy.version }),
    call('policy.own', {}),
    isAdopted ? presentInput() : result.input.hash,
  ])
  return { result, policy, draft, isCurrent: present === result.input.hash, ownFor: policyOfResult(result, policy, own) }
}
