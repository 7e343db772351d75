import type { CommunityFacts } from '../../model/plan.ts'
import type { Policy, PolicyExample } from '../../model/policy.ts'
import { appError } from '../../shared/app-error.ts'
import type { Desk } from '../../desk/desk.ts'
import { indicatorsOfPolicy } from '../../desk/plan-result.ts'
import { errorsOfPolicy, examplesOf, refuseWrongPolicy } from './problems-of.ts'
import type { Service } from '../../desk/service.ts'

function freeKey(taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(`example${number}`)) number++
  return `example${number}`
}

/** The facts of a community that the policy looks at; what they give is filled in when the policy has been tried on them. */
function exampleOf(community: CommunityFacts, asked: readonly string[], key: string): PolicyExample {
  const values = Object.fromEntries(
    asked.flatMap((indicator) => ((community.values[indicator] ?? null) === null ? [] : [[indicator, community.values[indicator]!]])),
  )
  const previous = community.previousFen === null ? {} : { previousFen: community.previousFen }
  return { key, name: community.name, values, ...previous, district: community.district, expect: { class: null, amountFen: null } }
}

/** @throws plan.communityUnknown, and the errors of the policy */
function examplesFrom(desk: Desk, keys: readonly string[], policy: Policy): PolicyExample[] {
  refuseWrongPolicy(desk, policy)
  const asked = indicatorsOfPolicy(policy, desk.dictionary.indicators)
  const taken = new Set(policy.examples?.map((each) => each.key))
  const blank = keys.map((key) => {
    const community = desk.facts.find((each) => each.key === key)
    if (community === undefined) throw appError('plan.communityUnknown', { value: key }, { community: key })
    const example = exampleOf(community, asked, freeKey(taken))
    taken.add(example.key)
    return example
  })
  const found = examplesOf(desk, { ...policy, examples: blank })
  return blank.map((example, position) => {
    const { class: reached, amountFen, problems } = found[position]!
    const hasAmount = !problems.some((each) => each.code === 'policy.exampleDepends')
    return { ...example, expect: { class: reached, ...(hasAmount ? { amountFen } : {}) } }
  })
}

/** The tests that a policy carries with it. */
export const policyExamples = (desk: Desk) =>
  ({
    'policy.examples.run': ({ policy }) => {
      const problems = errorsOfPolicy(desk, policy)
      return { results: problems.length > 0 ? [] : examplesOf(desk, policy), problems }
    },
    'policy.examples.fromCommunities': ({ keys, policy }) => examplesFrom(desk, keys, policy),
  }) satisfies Partial<Service>
